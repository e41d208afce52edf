"""What a family account keeps for itself: lessons it has read, and its own plan."""

from collections.abc import Mapping
from datetime import datetime

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.families import lessons
from homeward.families.actions.refusals import LessonUnknown
from homeward.families.models import LessonRead, OwnPlan
from homeward.families.reaching import held_account, mine

PARTS = ("what_helps", "my_limits", "my_signs", "my_people", "in_danger")
LONGEST = 1200


@action
def mark_lesson_read(*, actor: Actor, lesson: str, now: datetime) -> LessonRead:
    """Keep that this account read a lesson; once is enough. Raises LessonUnknown."""
    rows = mine(LessonRead, actor)
    if lesson not in lessons.CODES:
        raise LessonUnknown("lesson_unknown")
    held_account(actor)
    found: LessonRead | None = rows.filter(lesson=lesson).first()
    if found is None:
        found = LessonRead.objects.create(account_id=actor.account_id, lesson=lesson, read_at=now)
        audit.record("families.lesson.read", actor=actor, subject=found, at=now)
    return found


@action
def keep_own_plan(
    *, actor: Actor, parts: Mapping[str, str], now: datetime, expected_version: int | None = None
) -> OwnPlan:
    """Keep this account's own plan as it stands now. Raises StaleVersion, NotAllowed.

    `expected_version` is 0 where there was no plan to read.
    """
    rows = mine(OwnPlan, actor).select_for_update(of=("self",))
    held_account(actor)
    kept = {name: parts.get(name, "").strip()[:LONGEST] for name in PARTS}
    row: OwnPlan | None = rows.first()
    if row is None:
        row = OwnPlan.objects.create(account_id=actor.account_id, kept_at=now, **kept)
    else:
        expect_version(row, expected_version)
        row.change(kept_at=now, **kept)
    audit.record("families.plan.kept", actor=actor, subject=row, at=now)
    return row


@action
def tear_up_own_plan(*, actor: Actor, now: datetime) -> None:
    """Take the plan away; nothing of it is kept."""
    row = mine(OwnPlan, actor).select_for_update(of=("self",)).first()
    if row is not None:
        audit.record("families.plan.torn_up", actor=actor, subject=row, at=now)
        row.delete()
