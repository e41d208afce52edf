"""The team's steps of the ladder as somebody's duty: the review, the decision, and what follows it.

A call is a line of the list of outreach; what a team decides after a week or two must not wait
until somebody looks there. So these rungs open a duty of whoever owns them, which ends with the
rung. A decision to end care gives the primary counselor the discharge to write.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.retention.models import OutreachRung
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

DECIDING = Actor.of_service("retention.deciding")
TEAM_REVIEW, DECISION = "team_review", "discharge_decision"
REVIEW_DUTY, DECISION_DUTY = "outreach_review", "outreach_decision"
DISCHARGE_DUTY = "outreach_discharge"
DUTY_OF = {TEAM_REVIEW: REVIEW_DUTY, DECISION: DECISION_DUTY}
WRITE_WITHIN = timedelta(days=2)
TAKEN, NOT_NEEDED, NOT_TAKEN = "taken", "not_needed", "outreach_step_not_taken"
_taken = (
    kinds.Disposition(TAKEN, _("The team decided, and the step is written down")),
    kinds.Disposition(NOT_NEEDED, _("Not needed any more"), needs_note=True),
)
KINDS = (
    kinds.DutyKind(
        REVIEW_DUTY,
        _("A week away and not reached: team review"),
        _taken,
        _("Talk it over with the team: what got in the way, what else may reach them. Write it "
          "down at the step, on the list of outreach."),
    ),
    kinds.DutyKind(
        DECISION_DUTY,
        _("Two weeks away and not reached: keep the place, or end care with an open door"),
        _taken,
        _("The team decides and says why. Write it down at the step, on the list of outreach. "
          "Whatever it is, they may come back."),
    ),
    kinds.DutyKind(
        DISCHARGE_DUTY,
        _("The team ended care with an open door: write the discharge"),
        (
            kinds.Disposition("done", _("Done")),
            kinds.Disposition(NOT_NEEDED, _("Not needed any more"), needs_note=True),
        ),
        _("Write the discharge with both dates of lost contact, and the way back in words they "
          "can use."),
    ),
)  # fmt: skip


def open_card(rung: OutreachRung, client: Client, actor: Actor, now: datetime) -> None:
    """The duty of a rung that a team takes; every other rung is a line of the list alone."""
    if kind := DUTY_OF.get(rung.step):
        open_duty(
            actor=actor, client=client, kind=kind, urgency="same_day", owner_id=rung.owner_id,
            due_at=rung.due_at, origin=f"{kind}:{rung.pk}",
            detail={"rung": str(rung.pk), "mark": str(rung.mark_id)}, now=now,
        )  # fmt: skip


def open_discharge(
    rung: OutreachRung, client: Client, owner_id: UUID, actor: Actor, now: datetime
) -> None:
    """Care ends: the discharge is somebody's to write."""
    open_duty(
        actor=actor, client=client, kind=DISCHARGE_DUTY, urgency="next_contact", owner_id=owner_id,
        due_at=now + WRITE_WITHIN, origin=f"{DISCHARGE_DUTY}:{rung.pk}",
        detail={"rung": str(rung.pk)}, now=now,
    )  # fmt: skip


def end_cards(
    rungs: Collection[OutreachRung], disposition: str, why: str, actor: Actor, now: datetime
) -> None:
    """The duties of rungs that were taken, or that nothing asks for any more."""
    origins = [f"{DUTY_OF[rung.step]}:{rung.pk}" for rung in rungs if rung.step in DUTY_OF]
    if origins:
        _end(_open().filter(origin__in=origins), disposition, why, actor, now)


def end_discharge_cards(client_id: UUID, actor: Actor, now: datetime) -> None:
    """The episode ended: its discharge is written."""
    _end(_open().filter(client_id=client_id, kind=DISCHARGE_DUTY), "done", "", actor, now)


def taken(task: CareTask, actor: Actor) -> str:
    """A step is done when it is written down, not when its card is closed."""
    rungs = OutreachRung.objects.for_actor(DECIDING, Purpose.OPERATIONS)
    done = rungs.filter(pk=task.detail.get("rung"), state=OutreachRung.State.DONE)
    return "" if done.exists() else NOT_TAKEN


def register() -> None:
    """Tell the tasks room."""
    for kind in KINDS:
        kinds.register(kind)
    for code in DUTY_OF.values():
        proofs.register(code, TAKEN, taken)


def _open() -> Any:
    return CareTask.objects.for_actor(DECIDING, Purpose.OPERATIONS).filter(closed_at=None)


def _end(rows: Any, disposition: str, why: str, actor: Actor, now: datetime) -> None:
    """In the name of whoever did what ends it; where the program itself did, of its owner."""
    for task in rows.select_for_update(of=("self",)):
        task.change(
            closed_at=now, closed_by_id=actor.worker_id or task.owner_id, disposition=disposition,
            disposition_note=why[:300],
        )  # fmt: skip
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=disposition)
        announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, disposition, now))
