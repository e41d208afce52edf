"""Expected answers across nights, holidays and changed clocks; words of danger; limits; late."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from homeward.conversations.danger import danger_said, phrases
from homeward.conversations.rules import late
from homeward.conversations.rules.answering import (
    Colleague,
    Hours,
    House,
    Terms,
    after_minutes,
    expected,
)
from homeward.conversations.rules.danger import DANGER, plain_of, problems_of
from homeward.conversations.rules.uploading import Limits, neutral_name, refused, refused_pages

ZONE = "America/Chicago"
WALL = ZoneInfo(ZONE)
OFFICE = tuple(Hours(day, time(9), time(17)) for day in range(5))
TWO_HOURS = Terms(answer_minutes=120, cover_hours=72)


def at(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=WALL).astimezone(UTC)


ANA = Colleague(ref="ana", rank=0, hours=OFFICE)
AWAY = (at(11, 23, 0), at(12, 7, 0))
GONE = Colleague(ref="ana", rank=0, hours=OFFICE, away=(AWAY,))
BEN = Colleague(ref="ben", rank=1, hours=OFFICE)
UNKNOWN = Colleague(ref="ana", rank=0)
# Three in the morning by the clock that was put back.
NINE_UTC = datetime(2026, 11, 1, 9, tzinfo=UTC)
PLAIN = House(zone=ZONE)
HOLIDAY = House(zone=ZONE, closed_days=frozenset({date(2026, 11, 26), date(2026, 11, 27)}))
CLOSED = House(zone=ZONE, closures=((at(11, 24, 0), at(11, 24, 13)),))
EARLY = Colleague(ref="ana", rank=0, hours=(Hours(6, time(1), time(4)),))
SPLIT = Colleague(
    ref="ana", rank=0, hours=(Hours(1, time(9), time(10)), Hours(1, time(13), time(14)))
)
UNTIL_LEAVING = Colleague(
    ref="ana", rank=0, hours=(Hours(1, time(9), time(17), date(2026, 1, 1), date(2026, 11, 24)),)
)


@pytest.mark.parametrize(
    ("asked", "colleagues", "house", "who", "here", "by"),
    [
        # At work: at once, and two hours of work on.
        (at(11, 24, 10), (ANA,), PLAIN, "ana", at(11, 24, 10), at(11, 24, 12)),
        # Late in the day the rest is done tomorrow.
        (at(11, 24, 16, 30), (ANA,), PLAIN, "ana", at(11, 24, 16, 30), at(11, 25, 10, 30)),
        # "Ana is here tomorrow from 9. You should hear back by 11."
        (at(11, 23, 21), (ANA,), PLAIN, "ana", at(11, 24, 9), at(11, 24, 11)),
        # The last minute of the day is still a minute; the end itself is none.
        (at(11, 24, 17), (ANA,), PLAIN, "ana", at(11, 25, 9), at(11, 25, 11)),
        # Friday evening waits for Monday.
        (at(11, 20, 18), (ANA,), PLAIN, "ana", at(11, 23, 9), at(11, 23, 11)),
        # Thanksgiving and the day after, then a weekend: longer than the cover, and nobody else.
        (at(11, 25, 17), (ANA,), HOLIDAY, "ana", at(11, 30, 9), at(11, 30, 11)),
        (at(11, 25, 16), (ANA,), HOLIDAY, "ana", at(11, 25, 16), at(11, 30, 10)),
        # A site closed in the morning.
        (at(11, 24, 8), (ANA,), CLOSED, "ana", at(11, 24, 13), at(11, 24, 15)),
        # The night the clocks go back has an hour more: from one to four are four hours of work.
        (at(10, 31, 22), (EARLY,), PLAIN, "ana", at(11, 1, 1), NINE_UTC),
        # Nine o'clock stays nine o'clock across the change.
        (at(10, 30, 18), (ANA,), PLAIN, "ana", at(11, 2, 9), at(11, 2, 11)),
        (at(3, 6, 18), (ANA,), PLAIN, "ana", at(3, 9, 9), at(3, 9, 11)),
        # On leave for two weeks: Ben stands in.
        (at(11, 24, 10), (GONE, BEN), PLAIN, "ben", at(11, 24, 10), at(11, 24, 12)),
        # On leave and alone: the first day back, and no earlier.
        (at(11, 24, 10), (GONE,), PLAIN, "ana", at(12, 7, 9), at(12, 7, 11)),
        # A weekend is no reason for somebody else.
        (at(11, 20, 18), (ANA, BEN), PLAIN, "ana", at(11, 23, 9), at(11, 23, 11)),
        # Whose hours are unknown is passed over while another's are known.
        (at(11, 24, 10), (UNKNOWN, BEN), PLAIN, "ben", at(11, 24, 10), at(11, 24, 12)),
        # A stretch in the morning and one after noon.
        (at(11, 24, 8), (SPLIT,), PLAIN, "ana", at(11, 24, 9), at(11, 24, 14)),
        # Nobody's hours are known: no time is said.
        (at(11, 24, 10), (UNKNOWN,), PLAIN, "ana", None, None),
        (at(11, 24, 10), (UNTIL_LEAVING,), PLAIN, "ana", None, None),
        (at(11, 24, 10), (), PLAIN, "", None, None),
    ],
)  # fmt: skip
def test_an_answer_is_expected_in_working_time(asked, colleagues, house, who, here, by) -> None:
    terms = Terms(answer_minutes=180, cover_hours=72) if EARLY in colleagues else TWO_HOURS
    found = expected(asked, colleagues, house, terms)
    assert (found.who, found.here_from, found.answer_by) == (who, here, by)
    assert found.decision.outcome == who and found.decision.reasons
    if by is None and who:
        assert {each.state.value for each in found.decision.reasons} == {"met", "unknown"}


def test_no_answer_is_said_before_there_was_time_for_it() -> None:
    """Whatever the hour of asking, never before asking and never outside hours."""
    asked = at(11, 20, 0)
    for step in range(14 * 24):
        now = asked + timedelta(hours=step)
        found = expected(now, (ANA, BEN), HOLIDAY, TWO_HOURS)
        assert found.here_from and found.answer_by
        assert now <= found.here_from < found.answer_by
        local = found.answer_by.astimezone(WALL)
        assert time(9) <= local.time() <= time(17) and local.weekday() < 5
        assert local.date() not in HOLIDAY.closed_days
    assert after_minutes((), 10) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I want to kill myself", "danger_suicide"),
        ("i WANT to   kill... myself!!", "danger_suicide"),
        ("I don’t want to live anymore", "danger_suicide"),
        ("dont wanna live", "danger_suicide"),
        ("they'd be better off without me", "danger_suicide"),
        ("feeling suicidal tonight", "danger_suicide"),
        ("I can't go on", "danger_suicide"),
        ("kiiiill myself", "danger_suicide"),
        ("Quiero morirme", "danger_suicide"),
        ("me quiero matar, ya no puedo más", "danger_suicide"),
        ("no aguanto más", "danger_suicide"),
        ("Pienso en el suicidio", "danger_suicide"),
        ("I started cutting again", "danger_self_harm"),
        ("I do not feel safe", "danger_self_harm"),
        ("ganas de hacerme daño", "danger_self_harm"),
        ("I think he overdosed", "danger_overdose"),
        ("took too many, cant breathe", "danger_overdose"),
        ("tuvo una sobredosis", "danger_overdose"),
        ("no se despierta", "danger_overdose"),
        ("I'm going to hurt him", "danger_to_others"),
        ("i bought a gun", "danger_to_others"),
        ("lo voy a matar", "danger_to_others"),
        ("he hits me", "danger_from_others"),
        ("I'm scared to go home", "danger_from_others"),
        ("mi esposo me pega", "danger_from_others"),
        # False alarms that are meant: denied, quoted, or another meaning.
        ("I do NOT want to kill myself, just so you know", "danger_suicide"),
        ("this bus will be the end, I can't do this anymore lol", "danger_suicide"),
        ("the group talked about overdose", "danger_overdose"),
    ],
)
def test_words_of_danger_are_found(text: str, code: str) -> None:
    found = danger_said(text)
    assert found.outcome == DANGER
    assert code in {each.code for each in found.reasons}


@pytest.mark.parametrize(
    "text",
    [
        "", "Can I come at ten?", "The bus is late", "I had a hard day and craved a lot",
        "My mother died last year", "I killed it at the interview!", "my phone died",
        "Can you call me?", "I slept badly", "Estoy cansado, ¿puedo ir mañana?", "I used yesterday",
        "The dog bit me", "I feel alone", "necesito una carta para mi trabajo", "skilled myself up",
    ],
)  # fmt: skip
def test_ordinary_words_are_not(text: str) -> None:
    assert danger_said(text).outcome != DANGER


def test_the_list_can_be_found_as_it_is_written() -> None:
    assert problems_of(phrases()) == ()
    for kind in phrases():
        for said in kind.said:
            assert danger_said(said.replace("*", "")).outcome == DANGER, said
    assert plain_of("  ¡Ya NO… puedo MÁS!! ") == " ya no puedo mas "


LIMITS = Limits(files=2, megabytes=1, pages=3)


@pytest.mark.parametrize(
    ("sizes", "code"),
    [
        ((), ""),
        ((1024, 1024 * 1024), ""),
        ((1, 1, 1), "message_too_many_files"),
        ((1024 * 1024 + 1,), "message_file_too_large"),
        ((0,), "message_file_empty"),
    ],
)
def test_files_within_the_program_s_numbers(sizes, code: str) -> None:
    assert refused(sizes, LIMITS) == code


def test_pages_and_a_name_that_says_nothing() -> None:
    assert refused_pages(3, LIMITS) == "" and refused_pages(4, LIMITS) == "message_file_too_long"
    assert neutral_name(2) == "document-2.pdf"


@pytest.mark.parametrize(
    ("now", "is_today", "is_held", "code"),
    [
        (at(11, 24, 7), True, True, ""),
        (at(11, 24, 9, 45), True, True, ""),
        (at(11, 24, 11), True, True, "late_no_session"),
        (at(11, 23, 22), False, True, "late_no_session"),
        (at(11, 24, 7), True, False, "late_no_session"),
    ],
)
def test_one_is_late_for_a_session_of_today_that_is_not_over(now, is_today, is_held, code) -> None:
    session = {"starts_at": at(11, 24, 9, 30), "ends_at": at(11, 24, 11)}
    assert late.refused(**session, now=now, is_today=is_today, is_held=is_held) == code
