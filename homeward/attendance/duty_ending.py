"""A duty of this room that ends with what the register or the steps at the door say."""

from datetime import datetime

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.tasks.facts import DutyClosed
from homeward.tasks.models import CareTask


def end_duty(task: CareTask, actor: Actor, disposition: str, note: str, now: datetime) -> None:
    """End it in the name of whoever did what ends it, also where it is another's duty."""
    task.change(
        closed_at=now, closed_by_id=actor.worker_id, disposition=disposition,
        disposition_note=note[:300],
    )  # fmt: skip
    audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=disposition)
    announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, disposition, now))
