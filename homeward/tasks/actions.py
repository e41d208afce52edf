"""Ending a duty: only with a disposition that its kind knows."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.tasks.facts import DutyClosed
from homeward.tasks.kinds import kind_of
from homeward.tasks.models import CareTask
from homeward.tasks.proofs import missing_for
from homeward.tasks.queries import duty_to_answer

SHORTEST_NOTE = 5


class DutyAlreadyClosed(Refusal):
    """Somebody ended this duty before."""


class DispositionUnknown(Refusal):
    """This kind of duty does not end that way."""


class DispositionNeedsNote(Refusal):
    """This way of ending needs a sentence that says what was done."""


class DispositionUnproven(Refusal):
    """What this disposition claims is not on record; the codes say what is missing."""


@action
def complete_task(
    *,
    actor: Actor,
    task_id: UUID,
    disposition: str,
    note: str = "",
    now: datetime,
    expected_version: int | None = None,
) -> CareTask:
    """End a duty with what came of it; whoever is on the client's team may, by name."""
    task = duty_to_answer(actor, task_id)
    if task.closed_at is not None:
        raise DutyAlreadyClosed
    expect_version(task, expected_version)
    chosen = kind_of(task.kind).by_code.get(disposition)
    if chosen is None:
        raise DispositionUnknown
    if chosen.needs_note and len(note.strip()) < SHORTEST_NOTE:
        raise DispositionNeedsNote
    if missing := missing_for(task, disposition, actor):
        raise DispositionUnproven(*missing)
    task.change(
        closed_at=now,
        closed_by_id=actor.worker_id,
        disposition=disposition,
        disposition_note=note.strip()[:300],
    )
    audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=disposition)
    announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, disposition, now))
    return task
