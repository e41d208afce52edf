"""A plan of the house's week that places nobody: it is whoever's duty it is, never a client's."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.testing.matrix.subjects import Subject
from homeward.testing.stage import NOON, Cast
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.questions import WeekQuestion

NEXT_MONDAY = date(2026, 11, 30)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEIGHTS = (
    "shortfall", "change", "change_staff", "pref", "mode", "extra_day", "short_day", "lunch",
    "open_meeting", "under", "over", "overload",
)  # fmt: skip
EMPTY: dict[str, Any] = {"groups": [], "singles": []}


def draft_a_week(cast: Cast, subjects: Mapping[str, Subject]) -> None:
    """One draft of next week, and a question about it that waits."""
    draft = WeekDraft.objects.create(
        program=cast.program, site=cast.site, starts_on=NEXT_MONDAY, state=WeekDraft.State.READY,
        instance=_nobodys_week(), base=EMPTY, schedule=EMPTY, effort="normal", seconds=60,
        started_at=NOON,
    )  # fmt: skip
    question = WeekQuestion.objects.create(
        draft=draft, kind=WeekQuestion.Kind.REPAIR, question={"events": []}, head=0, at=NOON
    )
    for subject in subjects.values():
        subject.rows |= {"draft": draft, "week_question": question}


def _nobodys_week() -> dict[str, Any]:
    return {
        "meta": {
            "name": "nobody", "T": 26, "slot_minutes": 30, "day_start": "08:00",
            "days": list(DAYS), "closed_days": [], "lunch": [7, 11], "lunch_max": 2,
            "min_day_soft": 4, "phases": {},
        },
        "services": {}, "day_patterns": {}, "weights": dict.fromkeys(WEIGHTS, 1), "rooms": [],
        "staff": [], "clients": [], "keep_apart": [], "previous": None,
    }  # fmt: skip
