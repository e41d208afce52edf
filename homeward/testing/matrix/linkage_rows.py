"""Rows of daily life and of a transfer for the access matrix."""

from datetime import timedelta
from typing import Any

from homeward.directory.models import Service
from homeward.linkage.models import (
    MeetingEntry,
    MilestoneChoice,
    Need,
    NeedReferral,
    OutsideAppointment,
    ResidenceStay,
    Transfer,
    WorkGoal,
    WorkStart,
)
from homeward.testing.stage import NOON


def add_linkage(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """A need on its way to a place, a visit, a stay, work, a transfer, and what is one's own."""
    canary, by = subject.canary("linkage"), subject.counselor
    today = NOON.date()
    place, _made = Service.objects.get_or_create(
        code="matrix-house",
        defaults={"name": "House", "options": ["sober_living"], "zip_code": "60640"},
    )
    rows["need"] = need = Need.objects.create(
        **about, kind="housing", severity="high", wants="now", own_words=canary, opened_at=NOON,
        answer_due_at=NOON, owner=by,
    )  # fmt: skip
    rows["need_referral"] = NeedReferral.objects.create(
        **about, need=need, service=place, footing="self", sent_at=NOON, sent_by=by, owner=by,
        due_at=NOON,
    )  # fmt: skip
    rows["outside"] = OutsideAppointment.objects.create(
        **about, kind="other", provider=canary, at=NOON, confirmed_by="desk",
        confirmed_how="phone", booked_at=NOON - timedelta(days=2), booked_by=by,
    )  # fmt: skip
    rows["stay"] = ResidenceStay.objects.create(
        **about, service=place, house_contact=canary, moved_in_on=today, recorded_at=NOON
    )
    rows["work_goal"] = goal = WorkGoal.objects.create(
        **about, aim="find", own_words=canary, set_on=today, set_by=by
    )
    rows["work_start"] = WorkStart.objects.create(
        **about, goal=goal, what=canary, started_on=today - timedelta(days=40), weekly_hours=20,
        recorded_at=NOON, recorded_by=by,
    )  # fmt: skip
    rows["transfer"] = Transfer.objects.create(
        **about, direction="down", level="outpatient", urgency="routine", reason_code="step_down",
        reason=canary, service=place, opened_at=NOON, opened_by=by, owner=by, from_on=today,
        due_on=today + timedelta(days=7), due_at=NOON,
    )  # fmt: skip
    rows["meeting"] = MeetingEntry.objects.create(
        **about, kind="secular", on=today, name=canary, written_at=NOON
    )
    rows["choice"] = MilestoneChoice.objects.create(
        **about, milestone="days_30", shown="phone", name_shown="K.", chosen_at=NOON
    )
