"""An officer or an employer asked for something: whoever treats the client answers by consent."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.consents.facts import AgencyAnswered, AgencyAsked
from homeward.consents.models import AgencyAnswer
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce, listens_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Duty
from homeward.people.models import Client, TeamMembership
from homeward.staff.queries import workers_with_duty
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

KIND = "agency_ask"
ANSWERED = "answered"
SERVICE = Actor.of_service("agency_asks")
# How soon somebody looks at it. Nobody outside waits for this: they hear nothing back.
DUE = timedelta(days=3)

kinds.register(
    kinds.DutyKind(
        KIND,
        _("An officer or an employer asks about a client"),
        (kinds.Disposition(ANSWERED, _("Answered as the consent allows; it is in the ledger")),),
        _("Open the request and let the consent decide. Who asked learns no more than it says."),
    )
)


@listens_to(AgencyAsked)
def asked(fact: AgencyAsked) -> None:
    """The duty of whoever treats the client; where nobody does, of a privacy officer."""
    owner = _owner_of(fact.client_id, fact.at)
    if owner is None:
        return  # it stands in the client's ledger, where the next reader finds it
    clients = Client.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    open_duty(
        actor=SERVICE,
        client=clients.get(pk=fact.client_id),
        kind=KIND,
        urgency=CareTask.Urgency.ROUTINE,
        owner_id=owner,
        due_at=fact.at + DUE,
        origin=_origin(fact.ask_id),
        detail={"ask_id": str(fact.ask_id)},
        now=fact.at,
    )


@listens_to(AgencyAnswered)
def answered(fact: AgencyAnswered) -> None:
    """The answer is in the ledger: the duty has ended."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    held = rows.select_for_update(of=("self",))
    for task in held.filter(kind=KIND, origin=_origin(fact.ask_id), closed_at=None):
        by = fact.actor.worker_id or task.owner_id
        task.change(closed_at=fact.at, closed_by_id=by, disposition=ANSWERED)
        audit.record(
            "tasks.duty.closed", actor=fact.actor, subject=task, at=fact.at, reason=ANSWERED
        )
        announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, ANSWERED, fact.at))


def _owner_of(client_id: UUID, now: datetime) -> UUID | None:
    rows = TeamMembership.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client_id=client_id, starts_at__lte=now
    )
    team = rows.order_by("-is_primary", "starts_at", "pk").values_list("worker_id", flat=True)
    found: UUID | None = team.first()
    if found is not None:
        return found
    officers = workers_with_duty(Duty.PRIVACY_OFFICER, local_day(now))
    first: UUID | None = officers.order_by("pk").values_list("pk", flat=True).first()
    return first


def _on_record(task: CareTask, actor: Actor) -> str:
    """The engine was asked before the duty may say so."""
    rows = AgencyAnswer.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    there = rows.filter(ask_id=task.detail.get("ask_id") or None).exists()
    return "" if there else "agency_answer_missing"


def _origin(ask_id: UUID) -> str:
    return f"agency ask:{ask_id}"


proofs.register(KIND, ANSWERED, _on_record)
