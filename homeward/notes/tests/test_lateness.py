"""When a note is late, for whom, and what its times say."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from homeward.notes.rules.lateness import Unsigned, asks_a_supervisor, asks_its_author
from homeward.notes.rules.signing import Draft, signing_of
from homeward.notes.rules.times import Stay, times_of

CHICAGO = ZoneInfo("America/Chicago")
ENDED = datetime(2026, 11, 24, 17, tzinfo=UTC)
NOTE = {"owner": "dana", "ended_at": ENDED, "due_at": ENDED + timedelta(hours=24)}


@pytest.mark.parametrize(
    ("hours", "is_begun", "author", "supervisor"),
    [
        (11, False, False, False),
        (12, False, True, False),
        (12, True, False, False),
        (30, True, False, False),
        (47, False, True, False),
        (48, False, True, True),
        (48, True, False, True),
    ],
)
def test_the_author_is_asked_first_and_then_who_supervises_them(
    hours: int, is_begun: bool, author: bool, supervisor: bool
) -> None:
    """Half of the time for a note nobody began; a day after it was due for somebody above."""
    note, now = Unsigned(**NOTE, is_begun=is_begun), ENDED + timedelta(hours=hours)
    assert asks_its_author(note, now) is author
    assert asks_a_supervisor(note, now, 24) is supervisor


def at(day: int, hour: int, minute: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stays", "words"),
    [
        ([], ""),
        ([Stay(at(24, 15, 34), at(24, 17, 0))], "09:34-11:00"),
        (
            [Stay(at(24, 16, 5), at(24, 17, 0), True), Stay(at(24, 15, 34), at(24, 15, 58), True)],
            "09:34-09:58 (telehealth), 10:05-11:00 (telehealth)",
        ),
        ([Stay(at(24, 15, 34), at(24, 15, 34)), Stay(at(24, 15, 40), None)], "09:40-"),
        # The night the clocks go back: from half past midnight to half past one, the second time.
        ([Stay(at(1, 5, 30), at(1, 7, 30))], "00:30 CDT-01:30 CST"),
        ([Stay(at(24, 5, 30), at(24, 6, 30))], "23:30-00:30"),
    ],
)
def test_times_are_those_of_the_register(stays: list[Stay], words: str) -> None:
    """In, out, back, and by which way; a stay that was taken back is none."""
    assert times_of(stays, CHICAGO) == words


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"is_past_due": True}, {"note_past_due"}),
        ({"is_past_due": True, "is_late_entry": True}, {"note_late_entry"}),
        ({"is_leader": False}, {"note_not_led_by_author"}),
        ({}, set()),
    ],
)
def test_what_deserves_a_second_look_is_said(change: dict[str, bool], asked: set[str]) -> None:
    draft = Draft(
        is_group=False, was_present=True, minutes=50, shared_part="", body="Met.",
        participation=(), response=("engaged",), has_objective=True, progress="met", **change,
    )  # fmt: skip
    codes = {line.code for line in signing_of(draft).reasons if line.state.value == "unknown"}
    assert codes == asked
