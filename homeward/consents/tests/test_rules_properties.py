"""What must hold in every world: the promises a privacy officer would put in one sentence."""

import random
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from homeward.consents.commands import decide
from homeward.consents.rules.codes import PURPOSES, RECORD_CLASSES
from homeward.consents.rules.decide import disclose
from homeward.consents.rules.reading import read_question
from homeward.consents.rules.validation import problems

from .building import ask, consent
from .random_worlds import document, moment, one, random_consent

WORLDS = 600
CONSENT_BASES = {
    "specific_consent": "specific",
    "tpo_consent": "tpo",
    "counseling_notes_consent": "counseling_notes",
    "legal_consent": "legal_proceeding",
    "criminal_justice_consent": "criminal_justice",
    "family_consent": "family",
    "research_consent": "research",
}


def answer_to(question: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = decide(question, arguments=())[0]
    return answer


def worlds(seed: int) -> Iterator[tuple[random.Random, dict[str, Any], dict[str, Any]]]:
    dice = random.Random(seed)
    for _ in range(WORLDS):
        question = document(dice)
        yield dice, question, answer_to(question)


def effects(answer: dict[str, Any]) -> dict[str, str]:
    return {item["id"]: item["effect"] for item in answer["items"]}


def test_removing_a_consent_never_turns_a_deny_into_a_permit() -> None:
    for _, question, before in worlds(1):
        for consent_row in question["world"].get("consents", []):
            smaller = deepcopy(question)
            smaller["world"]["consents"].remove(consent_row)
            after = effects(answer_to(smaller))
            for item, effect in effects(before).items():
                assert not (effect == "deny" and after[item] == "permit")


def test_an_unrelated_consent_changes_nothing_not_even_the_reasons() -> None:
    for dice, question, before in worlds(2):
        other = random_consent(dice, "unrelated")
        change = dice.choice(["client", "recipients", "purposes"])
        other[change] = {"client": "stranger", "recipients": [], "purposes": []}[change]
        larger = deepcopy(question)
        larger["world"].setdefault("consents", []).insert(0, other)
        assert answer_to(larger) == before


def test_nothing_after_a_revocation_cites_it() -> None:
    for dice, question, answer in worlds(3):
        for cited in answer["cites"]:
            row = next((c for c in question["world"].get("consents", []) if c["id"] == cited), None)
            if row is None:
                continue
            row["irrevocable_until_event"] = None
            revoked = deepcopy(question)
            revocation = {"consent": cited, "at": question["now"]}
            revoked["world"].setdefault("revocations", []).append(revocation)
            instant = datetime.fromisoformat(question["now"])
            for later in (
                timedelta(0),
                timedelta(microseconds=1),
                timedelta(days=dice.randint(1, 400)),
            ):
                revoked["now"] = (instant + later).isoformat()
                assert cited not in answer_to(revoked)["cites"]


def test_a_set_is_decided_as_the_union_of_its_items() -> None:
    for _, question, whole in worlds(4):
        parts = []
        for item in question["request"]["items"]:
            single = deepcopy(question)
            single["request"]["items"] = [item]
            parts.append(answer_to(single))
        assert whole["items"] == [part["items"][0] for part in parts]
        assert set(whole["cites"]) == {cite for part in parts for cite in part["cites"]}
        assert set(whole["obligations"]) == {o for part in parts for o in part["obligations"]}
        told = {part["effect"] for part in parts}
        assert whole["effect"] == (told.pop() if len(told) == 1 else "partial")


def test_no_basis_launders_into_another_purpose() -> None:
    """Whatever carried an item must itself have been given for the purpose asked."""
    own_purpose = {
        "client": "client_request",
        "internal": "internal_care",
        "qso": "qso_service",
        "court_order": "legal_proceeding_against_client",
    }
    for _, question, answer in worlds(5):
        purpose = question["request"]["purpose"]
        rows = {c["id"]: c for c in question["world"].get("consents", [])}
        for item in answer["items"]:
            if item["basis"] in CONSENT_BASES:
                for cited in item["cites"]:
                    assert rows[cited]["kind"] == CONSENT_BASES[item["basis"]]
                    assert purpose in rows[cited]["purposes"]
            elif item["basis"] is not None:
                assert purpose == own_purpose.get(item["basis"], item["basis"])


def test_deleting_the_cited_paper_changes_the_answer_or_the_citation() -> None:
    for _, question, answer in worlds(6):
        for cited in answer["cites"]:
            poorer = deepcopy(question)
            for kind in ("consents", "approvals", "legal_instruments"):
                kept = [row for row in poorer["world"].get(kind, []) if row["id"] != cited]
                poorer["world"][kind] = kept
            after = answer_to(poorer)
            assert (after["effect"], after["cites"]) != (answer["effect"], answer["cites"])
            assert cited not in after["cites"]


def test_any_forbid_beats_every_permit() -> None:
    """A flag on the recipient silences everything, an emergency too."""
    for _, question, _before in worlds(7):
        flag = {
            "client": question["request"]["client"],
            "recipient": question["request"]["recipient"]["id"],
            "from": question["now"],
        }
        question["world"].setdefault("safety_flags", []).append(flag)
        assert answer_to(question)["effect"] == "deny"


def test_the_order_of_the_lists_does_not_matter() -> None:
    for dice, question, before in worlds(8):
        for rows in question["world"].values():
            if isinstance(rows, list):
                dice.shuffle(rows)
        after = answer_to(question)
        assert (effects(after), after["cites"]) == (effects(before), before["cites"])


def test_the_offset_of_an_instant_does_not_matter() -> None:
    for dice, question, before in worlds(9):
        instant = datetime.fromisoformat(question["now"])
        zone = ZoneInfo(one(dice, ["America/New_York", "Asia/Kathmandu", "Pacific/Apia", "UTC"]))
        question["now"] = instant.astimezone(zone).isoformat()
        assert answer_to(question) == before


def test_a_denied_item_always_says_why_and_a_permitted_one_by_what() -> None:
    for _, _question, answer in worlds(10):
        for item in answer["items"]:
            assert item["reasons"]
            assert (item["basis"] is None) == (item["effect"] == "deny")
        assert answer["withheld"] == [i["id"] for i in answer["items"] if i["effect"] == "deny"]
        assert "ledger" in answer["obligations"]
        assert ("minimum_necessary" in answer["obligations"]) == (answer["effect"] != "deny")


EDGES = ("expires_at", "starts_at", "revoked", "event", "superseded_at")


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe"])
def test_decisions_flip_at_the_exact_instant_across_clock_changes(edge: str, zone: str) -> None:
    """Every half hour of a year's two clock changes, a microsecond before, at and after."""
    place = ZoneInfo(zone)
    utc = ZoneInfo("UTC")
    for change in (datetime(2026, 3, 7, tzinfo=utc), datetime(2026, 10, 3, tzinfo=utc)):
        for step in range(0, 60 * 24 * 32, 397):
            flip = change + timedelta(minutes=step)
            question = read_question(_with_edge(edge, flip.astimezone(place)))
            told = [
                disclose(question.request, question.world, moment_near.astimezone(place)).effect
                for moment_near in (
                    flip - timedelta(microseconds=1),
                    flip,
                    flip + timedelta(microseconds=1),
                )
            ]
            expected = (
                ["deny", "permit", "permit"] if edge == "starts_at" else ["permit", "deny", "deny"]
            )
            assert told == expected, flip


def _with_edge(edge: str, flip: datetime) -> dict[str, Any]:
    far = "2027-06-01T00:00:00Z"
    at = flip.isoformat()
    world: dict[str, Any] = {}
    row = consent(expires_at=far)
    match edge:
        case "revoked":
            world["revocations"] = [{"consent": "c1", "at": at}]
        case "event":
            row = consent(expires_at=None, expires_on_event="end_of_treatment")
            world["events"] = [{"code": "end_of_treatment", "client": "jo", "at": at}]
        case _:
            row = consent(expires_at=far) | {edge: at}
    return ask("treatment", "hospital", consents=[row], **world)


def test_the_hour_repeated_in_autumn_is_told_apart_in_code_too() -> None:
    """Zoned values of one zone object compare by wall clock in Python; the rules must not."""
    place = ZoneInfo("America/New_York")
    first = datetime(2026, 11, 1, 1, 30, tzinfo=place)
    second = datetime(2026, 11, 1, 1, 30, fold=1, tzinfo=place)
    between = datetime(2026, 11, 1, 1, 15, fold=1, tzinfo=place)
    question = read_question(
        ask("treatment", "hospital", consents=[consent(expires_at=between.isoformat())])
    )
    assert disclose(question.request, question.world, first).effect == "permit"
    assert disclose(question.request, question.world, second).effect == "deny"


def test_an_instant_without_offset_is_refused_in_code() -> None:
    question = read_question(ask("treatment", "hospital"))
    with pytest.raises(ValueError, match="offset"):
        disclose(question.request, question.world, datetime.fromisoformat("2026-03-08T12:00:00"))


def test_moments_of_the_random_worlds_carry_offsets() -> None:
    dice = random.Random(11)
    assert all(datetime.fromisoformat(moment(dice) or "").tzinfo for _ in range(50))


def test_the_template_validator_rejects_special_consents_combined_with_anything() -> None:
    """Whatever is added to one of them, or one of them to another kind, is refused."""
    dice = random.Random(12)
    for number in range(WORLDS):
        kind, key = dice.choice([("counseling_notes", "classes"), ("legal_proceeding", "purposes")])
        own = {"classes": "counseling_notes", "purposes": "legal_proceeding_against_client"}[key]
        pool = sorted((RECORD_CLASSES if key == "classes" else PURPOSES) - {own})
        bundled = consent(f"c{number}", kind, **{key: [own, dice.choice(pool)]})
        elsewhere = dice.choice(["specific", "tpo", "family", "research"])
        hidden = consent(f"h{number}", elsewhere)
        hidden[key] = [*hidden[key], own]
        for row in (bundled, hidden):
            read = read_question(ask("treatment", "hospital", consents=[row])).world.consents[0]
            assert any(code.endswith("_bundled") for code in problems(read, ()))
