"""Rows of a day that is shared, and of a prevention plan, for the access matrix."""

from datetime import time
from typing import Any

from homeward.dayplans.models import DayPlan, DayThing, OwnThing, PreventionPlan, UseDay, WeekLine
from homeward.testing.stage import NOON


def add_days(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """A line of the week, something of one day, a thing of the list, a draft and a plan."""
    canary, today = subject.canary("linkage"), NOON.date()
    DayPlan.objects.create(**about, shared="all", begun_at=NOON, said_at=NOON)
    rows["day_line"] = WeekLine.objects.create(
        **about, weekday=1, starts=time(9), ends=time(10), kind="other", label=canary,
        from_on=today, written_at=NOON,
    )  # fmt: skip
    rows["own_thing"] = OwnThing.objects.create(
        **about, kind="activity", label=canary, minutes=30, written_at=NOON
    )
    rows["day_thing"] = DayThing.objects.create(
        **about, on=today, starts=time(20), ends=time(21), kind="other", label=canary,
        written_at=NOON,
    )  # fmt: skip
    parts = {"signs": [{"text": subject.canary("assessment")}]}
    rows["prevention"] = PreventionPlan.objects.create(
        **about, number=2, parts=parts, written_at=NOON
    )
    rows["prevention_signed"] = PreventionPlan.objects.create(
        **about, number=1, state="active", parts=parts, written_at=NOON, signed_at=NOON,
        signed_name="A", content_hash="0" * 64,
    )  # fmt: skip
    UseDay.objects.create(**about, on=today, used=False, said_at=NOON)
