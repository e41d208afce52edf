"""Tables of the room's decisions."""

from datetime import UTC, date, datetime, timedelta

import pytest

from homeward.doorways.rules import cards, identity, levels, pins, whose
from homeward.doorways.secrets import new_code, new_name, words_of

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
NUMBERS = cards.CardNumbers()


@pytest.mark.parametrize(
    "card, is_right, missing",
    [
        (cards.CardState(LATER), True, ""),
        (cards.CardState(LATER, tries=4), True, ""),
        (cards.CardState(LATER), False, "card_code_right"),
        (cards.CardState(NOW), True, "card_in_time"),
        (cards.CardState(LATER, tries=5), True, "card_tries_left"),
        (cards.CardState(LATER, is_used=True), True, "card_unused"),
        (cards.CardState(LATER, is_ended=True), True, "card_stands"),
        (cards.CardState(LATER, is_theirs=False), True, "card_account_open"),
    ],
)
def test_a_card_opens_once_in_time_with_its_code(card, is_right, missing):
    decision = cards.redeem(card, is_right=is_right, numbers=NUMBERS, now=NOW)
    assert decision.outcome == (cards.STAYS_SHUT if missing else cards.OPENS)
    assert [line.code for line in decision.reasons if line.state == "not_met"] == (
        [missing] if missing else []
    )


def test_what_stands_on_a_card_can_be_typed_as_people_type():
    assert cards.plain_code(" k4m-7tx 9ra ") == "K4M7TX9RA"
    assert cards.plain_name("River  LAMP-garden.") == "river-lamp-garden"
    assert cards.spaced("K4M7TX9RN") == "K4M 7TX 9RN"
    code = new_code()
    assert len(code) == cards.LENGTH and set(code) <= set(cards.ALPHABET)


@pytest.mark.parametrize("language, least", [("en", 250), ("es-mx", 190)])
def test_names_are_ordinary_words_that_anybody_can_type(language, least):
    words = words_of(language)
    assert len(set(words)) == len(words) >= least
    assert all(each.isascii() and each.isalpha() and each.islower() for each in words)
    name = new_name(language)
    assert cards.plain_name(name.replace("-", " ").title()) == name
    assert len(set(name.split("-"))) == 3 and len(name) <= 60


@pytest.mark.parametrize(
    "pin, fault",
    [
        ("482915", ""), ("12345", "pin_length"), ("1234567", "pin_length"),
        ("12a456", "pin_length"), ("٤٨٢٩١٥", "pin_length"),
        ("777777", "pin_plain"), ("121212", "pin_plain"),
        ("481481", "pin_plain"), ("123456", "pin_plain"), ("987654", "pin_plain"),
        ("030592", "pin_birthday"), ("050392", "pin_birthday"), ("920305", "pin_birthday"),
        ("246810", ""), ("112233", ""),
    ],
)  # fmt: skip
def test_numbers_that_are_too_plain(pin, fault):
    assert pins.fault_of(pin, date(1992, 3, 5)) == fault


def test_a_device_locks_at_the_programs_number_of_wrong_tries():
    assert [pins.locks(wrong, pins.PinNumbers()) for wrong in (4, 5, 6)] == [False, True, True]


@pytest.mark.parametrize(
    "standing, level",
    [
        ((True, True, True, True), levels.Level.PROOFED),
        ((True, True, True, False), levels.Level.DEVICE),
        ((True, True, False, True), levels.Level.DEVICE),
        ((True, False, True, True), levels.Level.NONE),
        ((False, True, True, True), levels.Level.NONE),
    ],
)
def test_what_a_session_is_worth(standing, level):
    assert levels.level_of(levels.Standing(*standing)) is level


@pytest.mark.parametrize(
    "what, seen, paper, missing",
    [
        ("card", ("birth_date", "phone"), "", []),
        ("card", ("birth_date",), "", ["identity_two_things"]),
        ("card", ("birth_date", "birth_date"), "", ["identity_two_things"]),
        ("card", ("birth_date", "a smile"), "", ["identity_two_things"]),
        ("lost", ("photo_paper", "phone"), "", ["identity_paper_named"]),
        ("lost", ("birth_date", "phone"), "passport", ["identity_paper_named"]),
        ("proof", ("photo_paper", "birth_date"), "passport", []),
        ("proof", ("known_to_team", "birth_date"), "", []),
        ("proof", ("phone", "birth_date"), "", ["identity_one_strong"]),
    ],
)
def test_two_things_agree_and_one_is_strong_for_the_record(what, seen, paper, missing):
    decision = identity.checked(identity.What(what), seen, paper)
    assert [line.code for line in decision.reasons if line.state == "not_met"] == missing


By, Whose = whose.By, whose.Whose


@pytest.mark.parametrize(
    "for_whom, by, more, missing",
    [
        (Whose.CLIENT, {By.DESK}, {}, []),
        (Whose.CLIENT, {By.OTHER}, {}, ["way_in_right_person"]),
        (Whose.CLIENT, {By.CLIENT}, {}, ["way_in_right_person"]),
        (Whose.CLIENT, {By.DESK}, {"is_dead": True}, ["way_in_client_lives"]),
        (Whose.FAMILY, {By.CLIENT}, {}, []),
        (Whose.FAMILY, {By.CLIENT}, {"is_used": True}, ["way_in_was_used"]),
        (Whose.FAMILY, {By.CONSENTS}, {"is_client_present": True, "is_used": True}, []),
        (Whose.FAMILY, {By.CONSENTS}, {"is_client_present": True}, []),
        (Whose.FAMILY, {By.CONSENTS}, {}, ["way_in_client_asks"]),
        (Whose.FAMILY, {By.DESK}, {"is_client_present": True}, ["way_in_right_person"]),
        (Whose.FAMILY, {By.OFFICE}, {"is_client_present": True}, ["way_in_right_person"]),
        (Whose.AGENCY, {By.OFFICE}, {"has_consent": True}, []),
        (Whose.AGENCY, {By.OFFICE}, {}, ["way_in_under_consent"]),
        (Whose.AGENCY, {By.CLIENT}, {"has_consent": True}, ["way_in_right_person"]),
        (Whose.AGENCY, {By.DESK, By.CONSENTS}, {"has_consent": True}, ["way_in_right_person"]),
    ],
)
def test_who_opens_a_way_in_for_whom(for_whom, by, more, missing):
    decision = whose.may_open(for_whom, frozenset(by), **more)
    assert [line.code for line in decision.reasons if line.state == "not_met"] == missing
