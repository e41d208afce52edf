"""Who needs somebody to act stands first, before a long list by name."""

from datetime import date

import pytest

from homeward.desk.week_plan.pages.changes import ChangeWords, PersonChanges
from homeward.desk.week_plan.pages.publication import ToldLine, blocked_words, in_order


def test_who_is_told_by_no_notice_stands_first() -> None:
    """Nobody but a colleague tells them, or a notice would come too late."""
    lines = [
        ToldLine("Ana", "", ()), ToldLine("Zoe", "", (), is_in_person=True),
        ToldLine("Ben", "", (), is_soon=True),
    ]  # fmt: skip
    assert [line.name for line in sorted(lines, key=in_order)] == ["Ben", "Zoe", "Ana"]
    assert [line.tone for line in lines] == ["info", "attention", "attention"]


@pytest.mark.parametrize(
    ("lines", "loses"),
    [
        ([("Mon", "Tue")], False),
        ([("Mon", ""), ("Tue", "Wed")], True),
        ([("Mon", ""), ("", "Wed")], False),
        ([("", "Wed")], False),
    ],
)
def test_who_loses_time_is_marked(lines: list[tuple[str, str]], loses: bool) -> None:
    """Something falls away and nothing comes in its place."""
    changes = tuple(ChangeWords("Skills", was, now) for was, now in lines)
    assert PersonChanges("Jo", "/", changes).loses is loses


def test_days_without_anybody_on_duty_are_one_sentence() -> None:
    """Five days were five lines."""
    days = [date(2026, 11, 23), date(2026, 11, 24)]
    assert blocked_words(["nobody_on_duty"], days) == (
        "Nobody is on duty on Monday 23 November, Tuesday 24 November. Fill the roster first.",
    )
    assert blocked_words([], []) == ()
