"""A client says a result is wrong: somebody sends it for confirmation or talks it over, on time."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.drugtests.models import DrugTest, LabOrder
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

DISPUTES = Actor.of_service("drugtests.disputes")
KIND, SENT, TALKED = "test_disputed", "sent", "talked"
# A specimen is kept for a while only; the talk about it is soon.
DUE = timedelta(days=1)
DISPUTED = DutyKind(
    KIND,
    _("A client says a test result is wrong"),
    (
        Disposition(SENT, _("Sent to the laboratory for confirmation")),
        Disposition(TALKED, _("Talked over with the client, and written down")),
    ),
    _("An unconfirmed result that is disputed is sent for confirmation, or it is said why not."),
)


def ask_to_look(test: DrugTest, now: datetime) -> CareTask | None:
    """The primary counselor's, else the next clinician's of the team, once a test; None without."""
    rows = TeamMembership.objects.for_actor(DISPUTES, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client_id=test.client_id, starts_at__lte=now
    )
    member = rows.exclude(role="technician").order_by("-is_primary", "starts_at", "pk").first()
    if member is None:
        return None
    clients = Client.objects.for_actor(DISPUTES, Purpose.INTERNAL_CARE)
    return open_duty(
        actor=DISPUTES,
        client=clients.get(pk=test.client_id),
        kind=KIND,
        urgency=CareTask.Urgency.NEXT_CONTACT,
        owner_id=member.worker_id,
        due_at=now + DUE,
        origin=_origin(test.pk),
        detail={"test": str(test.pk)},
        now=now,
    )


def looked_at(actor: Actor, test_id: UUID, disposition: str, now: datetime) -> None:
    """Whoever sent it or talked it over has done what was asked."""
    rows = CareTask.objects.for_actor(DISPUTES, Purpose.INTERNAL_CARE)
    waiting = rows.filter(kind=KIND, origin=_origin(test_id), closed_at=None)
    for task in waiting.select_for_update(of=("self",)):
        by = actor.worker_id or task.owner_id
        task.change(closed_at=now, closed_by_id=by, disposition=disposition)
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=disposition)
        announce(DutyClosed(task.pk, task.client_id, KIND, task.origin, disposition, now))


def _origin(test_id: UUID) -> str:
    return f"drugtests:disputed:{test_id}"


def _is_sent(task: CareTask, actor: Actor) -> str:
    rows = LabOrder.objects.for_actor(DISPUTES, Purpose.INTERNAL_CARE)
    there = rows.filter(test_id=task.detail.get("test") or None, kind="confirmation").exists()
    return "" if there else "confirmation_missing"


def _is_talked_over(task: CareTask, actor: Actor) -> str:
    rows = DrugTest.objects.for_actor(DISPUTES, Purpose.INTERNAL_CARE)
    there = rows.filter(pk=task.detail.get("test") or None, discussed_at__isnull=False).exists()
    return "" if there else "talk_missing"


def register() -> None:
    """Tell the tasks room what this duty is and what ends it."""
    kinds.register(DISPUTED)
    proofs.register(KIND, SENT, _is_sent)
    proofs.register(KIND, TALKED, _is_talked_over)
