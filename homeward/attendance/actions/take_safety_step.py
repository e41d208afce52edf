"""One step for somebody who came intoxicated."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.attendance.duty_ending import end_duty
from homeward.attendance.keeping_safe import REASON, SAFETY
from homeward.attendance.models import AttendanceMark, SafetyStep
from homeward.attendance.safety_words import BY_CODE, STEPS
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.tasks.models import CareTask

ENDING = SafetyStep.Step.ENDING
CLOSING = Actor.of_service("attendance.safety")
SHORTEST = 3


class NoSafetyCheck(Refusal):
    """Nobody came intoxicated to this seat, or its check has ended."""


class StepUnknown(Refusal):
    """No such step, or no such answer to it."""


class StepNeedsNote(Refusal):
    """This answer needs a word more."""


class StepsMissing(Refusal):
    """The check ends only when every step before was taken; the arguments are their codes."""


@action
def take_safety_step(
    *, actor: Actor, mark_id: UUID, step: str, answer: str, now: datetime, note: str = ""
) -> SafetyStep:
    """Write down what was done; the last step ends the safety check with how it ended.

    Raises the refusals of this file; AttendanceMark.DoesNotExist out of reach.
    """
    marks = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    mark = marks.select_for_update(of=("self",)).get(pk=mark_id)
    duties = CareTask.objects.for_actor(CLOSING, Purpose.INTERNAL_CARE)
    duty = duties.filter(origin=f"{SAFETY.code}:{mark.pk}", closed_at=None).first()
    if mark.reason != REASON or duty is None:
        raise NoSafetyCheck
    asked = BY_CODE.get(step)
    chosen = asked.answer(answer) if asked else None
    if chosen is None or actor.worker_id is None:
        raise StepUnknown
    if chosen.needs_note and len(note.strip()) < SHORTEST:
        raise StepNeedsNote
    taken = {row.step: row for row in _steps(mark_id)}
    missing = [str(each.code) for each in STEPS if each.code != ENDING and each.code not in taken]
    if step == ENDING and missing:
        raise StepsMissing(*missing)
    row = SafetyStep(client_id=mark.client_id, site_id=mark.site_id, mark=mark, step=step)
    row.answer, row.note, row.at, row.by_id = answer, note.strip(), now, actor.worker_id
    row.save()
    audit.record(f"attendance.safety.{step}", actor=actor, subject=row, at=now, reason=answer)
    if step == ENDING:
        ways = ", ".join(f"{each.step}: {each.answer}" for each in taken.values())
        end_duty(duty, actor, answer, f"{note.strip()} ({ways})".strip(), now)
    return row


def steps_of(actor: Actor, mark_id: UUID) -> list[SafetyStep]:
    """The steps taken for a mark in order, the last of each kind; by whom."""
    rows = SafetyStep.objects.for_actor(actor, Purpose.TREATMENT).filter(mark_id=mark_id)
    last = {row.step: row for row in rows.select_related("by").order_by("at", "created_at")}
    return [last[step.code] for step in STEPS if step.code in last]


def _steps(mark_id: UUID) -> list[SafetyStep]:
    rows = SafetyStep.objects.for_actor(CLOSING, Purpose.INTERNAL_CARE).filter(mark_id=mark_id)
    return list(rows.order_by("at", "created_at"))
