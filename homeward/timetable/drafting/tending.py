"""Drafts whose planning was lost with its worker are ended, so that somebody can plan again."""

from datetime import datetime, timedelta

from homeward.timetable.actions.keep_planned import note_failure
from homeward.timetable.drafting.planner import PLANNER
from homeward.timetable.drafts import WeekDraft

SILENT = timedelta(minutes=5)  # a living planning says so every second
NEVER_BEGUN = timedelta(hours=2)  # others may stand before it in the queue


def tend(*, now: datetime) -> int:
    """End what was lost; returns how many."""
    planning = WeekDraft.objects.filter(state=WeekDraft.State.PLANNING)
    lost = list(planning.filter(seen_at__lt=now - SILENT))
    lost += list(planning.filter(seen_at=None, started_at__lt=now - NEVER_BEGUN))
    for draft in lost:
        note_failure(actor=PLANNER, draft_id=draft.pk, reason="worker_lost", now=now)
    return len(lost)
