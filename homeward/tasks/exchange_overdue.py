"""An exchange has not answered within its thirty days: the privacy officers see to it (2.24)."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.consents.exchange_lists import overdue_lists
from homeward.consents.facts import ExchangeListKept
from homeward.consents.models import IntermediaryList
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Duty
from homeward.staff.queries import workers_with_duty
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

KIND = "exchange_list_overdue"
KEPT = "list_kept"
SERVICE = Actor.of_service("exchange_lists")
# How long the officer has once the exchange is late.
DUE = timedelta(days=2)

kinds.register(
    kinds.DutyKind(
        KIND,
        _("An exchange has not answered the client's request for its list"),
        (
            kinds.Disposition(KEPT, _("The list came and is written down")),
            kinds.Disposition(
                "no_answer", _("They do not answer; what was done about it"), needs_note=True
            ),
        ),
        _("Ask the exchange again. When its list comes, write it down where it was asked for."),
    )
)


@action
def open_overdue_lists(*, actor: Actor = SERVICE, now: datetime) -> int:
    """One duty a privacy officer and late request; asked again it opens none twice.

    Returns how many stand open for the late requests.
    """
    opened = 0
    officers = set(
        workers_with_duty(Duty.PRIVACY_OFFICER, local_day(now)).values_list("pk", flat=True)
    )
    for request in overdue_lists(now):
        for officer in sorted(officers):
            open_duty(
                actor=actor,
                client=request.client,
                kind=KIND,
                urgency=CareTask.Urgency.SAME_DAY,
                owner_id=officer,
                due_at=now + DUE,
                origin=f"{_origin(request.pk)}{officer}",
                detail={
                    "request_id": str(request.pk),
                    "exchange": request.party.name,
                    "due_on": request.due_on.isoformat(),
                },
                now=now,
            )
            opened += 1
    return opened


@listens_to(ExchangeListKept)
def list_kept(fact: ExchangeListKept) -> None:
    """The list is on record: every officer's duty about it has ended."""
    for task in _open_about(fact.request_id):
        task.change(
            closed_at=fact.at,
            closed_by_id=fact.actor.worker_id or task.owner_id,
            disposition=KEPT,
        )
        audit.record("tasks.duty.closed", actor=fact.actor, subject=task, at=fact.at, reason=KEPT)


@listens_to(DutyClosed)
def ended_by_one(fact: DutyClosed) -> None:
    """What one officer ended is ended for all."""
    if fact.kind != KIND:
        return
    rows = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    task = rows.get(pk=fact.task_id)
    for other in _open_about(UUID(task.detail["request_id"])):
        other.change(
            closed_at=fact.at,
            closed_by_id=task.closed_by_id,
            disposition=fact.disposition,
            disposition_note=task.disposition_note,
        )


def _on_record(task: CareTask, actor: Actor) -> str:
    """The list is written down before the duty may say so."""
    rows = IntermediaryList.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    there = rows.filter(request_id=task.detail.get("request_id") or None).exists()
    return "" if there else "exchange_list_missing"


def _open_about(request_id: UUID) -> Any:
    rows = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    held = rows.select_for_update(of=("self",))
    return held.filter(kind=KIND, closed_at=None, origin__startswith=_origin(request_id))


def _origin(request_id: UUID) -> str:
    return f"exchange list:{request_id}:"


proofs.register(KIND, KEPT, _on_record)
