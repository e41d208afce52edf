"""The second signature of a plan: what the rules are told, and the duty it opens and ends."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.access import Access, cells
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.plans.models import Plan, PlanSignature
from homeward.plans.rules.cosigning import NEEDED, Held, cosigning_of, second_signature_of
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker
from homeward.staff.queries import credentials_of, supervises, supervisors_of
from homeward.tasks.facts import DutyClosed
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

KIND = "plan_cosignature"
DUTY = DutyKind(
    KIND,
    _("Plan waits for a co-signature"),
    (
        Disposition("cosigned", _("Co-signed")),
        Disposition("not_needed", _("Another version took its place"), needs_note=True),
    ),
)
DUE_NUMBER = "trainee_cosign_days"


def held_on(worker_id: UUID, on: date) -> Held:
    """The credentials of a worker on a day, as a signature block shows them."""
    found = credentials_of(worker_id, on)
    titles = ", ".join(dict.fromkeys(each.title for each in found))[:120]
    return Held(titles=titles, signs_alone=any(each.may_sign_alone for each in found))


def local_day(plan: Plan, at: datetime) -> date:
    """The day at the client's site."""
    return at.astimezone(ZoneInfo(plan.site.time_zone)).date()


def needs_second(plan: Plan, author_signed_at: datetime) -> Decision:
    """Whether the author's signature of that moment needs a second one."""
    return cosigning_of(held_on(plan.author_id, local_day(plan, author_signed_at)))


def second_by(actor: Actor, plan: Plan, now: datetime) -> Decision:
    """Whether this actor's co-signature would count now."""
    today = local_day(plan, now)
    assert actor.worker_id is not None
    return second_signature_of(
        is_author=actor.worker_id == plan.author_id,
        held=held_on(actor.worker_id, today),
        supervises=_for_the_program(actor) or supervises(actor.worker_id, plan.author_id, today),
    )


def _for_the_program(actor: Actor) -> bool:
    """Approves work of the whole program, not only of those they supervise."""
    return any(
        Access.APPROVE in cell.verbs and not cell.relation
        for role in actor.roles
        for cell in cells(role, RecordClass.ASSESSMENT)
    )


def due_on(plan: Plan, author_signed_at: datetime) -> date:
    """The last day for the second signature, by the program's number."""
    signed_on = local_day(plan, author_signed_at)
    days = int(numbers_for(plan.episode.program_id, signed_on)[DUE_NUMBER])
    return signed_on + timedelta(days=days)


def author_signed(actor: Actor, plan: Plan, client: Client, now: datetime) -> None:
    """Open the duty where the author does not sign alone, for who supervises them."""
    if needs_second(plan, now).outcome != NEEDED:
        return
    found = supervisors_of(plan.author_id, local_day(plan, now))
    # With nobody named as supervisor the author keeps it, and so sees that one is missing.
    owner_id = found[0].pk if found else plan.author_id
    days = int(numbers_for(plan.episode.program_id, local_day(plan, now))[DUE_NUMBER])
    open_duty(
        actor=actor,
        client=client,
        kind=KIND,
        urgency=CareTask.Urgency.ROUTINE,
        owner_id=owner_id,
        due_at=now + timedelta(days=days),
        origin=_origin(plan.pk),
        detail={"plan": str(plan.pk), "author": Worker.objects.get(pk=plan.author_id).name},
        now=now,
    )


def second_signed(actor: Actor, plan: Plan, now: datetime) -> None:
    """End the duty; whose it was does not matter."""
    service = Actor.of_service("plans")
    rows = CareTask.objects.for_actor(service, Purpose.INTERNAL_CARE)
    task = (
        rows.select_for_update(of=("self",)).filter(origin=_origin(plan.pk), closed_at=None).first()
    )
    if task is None:
        return
    task.change(closed_at=now, closed_by_id=actor.worker_id, disposition="cosigned")
    audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason="cosigned")
    announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, "cosigned", now))


def is_cosigned(task: CareTask, actor: Actor) -> str:
    """The proof behind "co-signed": the second signature itself."""
    service = Actor.of_service("plans")
    rows = PlanSignature.objects.for_actor(service, Purpose.INTERNAL_CARE)
    signed = rows.filter(plan_id=task.detail.get("plan"), meaning=PlanSignature.Meaning.COSIGN)
    return "" if signed.exists() else "plan_not_cosigned"


def _origin(plan_id: UUID) -> str:
    return f"plan_cosignature:{plan_id}"
