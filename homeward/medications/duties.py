"""The duties of this room: what opens each, who owns it, and what must be on record to end it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.medications.models import (
    Certification,
    DoseMark,
    MedicalOrder,
    PdmpCheck,
    Reconciliation,
)
from homeward.medications.reaching import SERVICE, local_day, program_of
from homeward.people.models import Client, TeamMembership
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

RECONCILE, READ_SCALE, WITNESS = "reconcile_medicines", "withdrawal_reading", "waste_signature"
SIGN_ORDER, CERTIFY, INJECT, ASK_PDMP = (
    "order_signature", "certification", "injection_due", "pdmp_due",
)  # fmt: skip
_NOT_NEEDED = Disposition("not_needed", _("Not needed any more"), needs_note=True)
KINDS = (
    DutyKind(
        RECONCILE,
        _("Go through the medicines with the client"),
        (Disposition("reconciled", _("Gone through")), _NOT_NEEDED),
    ),
    DutyKind(
        READ_SCALE,
        _("Take the withdrawal score"),
        (Disposition("taken", _("Taken")), _NOT_NEEDED),
    ),
    DutyKind(
        WITNESS,
        _("Second signature under a wasted dose"),
        (Disposition("signed", _("Signed by a second person")),),
    ),
    DutyKind(
        SIGN_ORDER, _("Sign a spoken order"), (Disposition("signed", _("Signed")), _NOT_NEEDED)
    ),
    DutyKind(
        CERTIFY,
        _("State again that this care is needed"),
        (Disposition("certified", _("Stated and signed")), _NOT_NEEDED),
    ),
    DutyKind(
        INJECT,
        _("An injection is due"),
        (
            Disposition("given", _("Given")),
            Disposition("declined", _("Offered, the client declined"), needs_note=True),
            _NOT_NEEDED,
        ),
    ),
    DutyKind(
        ASK_PDMP,
        _("Ask the prescription monitoring program"),
        (Disposition("asked", _("Asked")), _NOT_NEEDED),
    ),
)
# Whose work each duty is, the first found on the team.
OWNERS = {
    SIGN_ORDER: (Role.PHYSICIAN,),
    CERTIFY: (Role.PHYSICIAN,),
    WITNESS: (Role.NURSE, Role.TECHNICIAN, Role.PHYSICIAN),
}
BY_DEFAULT = (Role.NURSE, Role.PHYSICIAN)


def open_medical_duty(
    *,
    actor: Actor,
    client: Client,
    kind: str,
    origin: str,
    due_at: datetime,
    now: datetime,
    owner_id: UUID | None = None,
    detail: dict[str, Any] | None = None,
) -> CareTask | None:
    """The duty of this origin; None where nobody works here who could own it."""
    owner = owner_id or _owner_for(client, OWNERS.get(kind, BY_DEFAULT), now)
    if owner is None:
        return None
    soon = due_at - now <= timedelta(hours=24)
    return open_duty(
        actor=actor,
        client=client,
        kind=kind,
        urgency=CareTask.Urgency.SAME_DAY if soon else CareTask.Urgency.ROUTINE,
        owner_id=owner,
        due_at=due_at,
        origin=origin,
        detail=detail or {},
        now=now,
    )


def open_reconciliation(
    *, actor: Actor, client_id: UUID, moment: str, origin: str, now: datetime
) -> CareTask | None:
    """The list is to be gone through again: by when is the program's own number of hours."""
    rows = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).select_related("site")
    client = rows.get(pk=client_id)
    numbers = numbers_for(program_of(client_id), local_day(now, client.site))
    return open_medical_duty(
        actor=actor,
        client=client,
        kind=RECONCILE,
        origin=f"medications:{moment}:{origin}",
        due_at=now + timedelta(hours=int(numbers["reconciliation_hours"])),
        detail={"moment": moment},
        now=now,
    )


def end_duties(
    *, actor: Actor, client_id: UUID, kind: str, disposition: str, now: datetime, **detail: str
) -> None:
    """The open duties of a kind that what was just written answers; by whoever wrote it."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).select_for_update(
        of=("self",)
    )
    wanted = {f"detail__{name}": value for name, value in detail.items()}
    for task in rows.filter(client_id=client_id, kind=kind, closed_at=None, **wanted):
        task.change(
            closed_at=now,
            closed_by_id=actor.worker_id or task.owner_id,
            disposition=disposition,
        )
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=disposition)
        announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, disposition, now))


def _owner_for(client: Client, roles: tuple[Role, ...], now: datetime) -> UUID | None:
    rows = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    team = list(rows.filter(Q(ends_at=None) | Q(ends_at__gt=now), client_id=client.pk))
    for role in roles:
        for member in team:
            if member.role == role:
                return member.worker_id  # type: ignore[no-any-return]
    for member in sorted(team, key=lambda each: (not each.is_primary, each.starts_at)):
        return member.worker_id  # type: ignore[no-any-return]
    anyone = Worker.objects.filter(site_id=client.site_id).order_by("name").first()
    return anyone.pk if anyone else None


def _since(model: Any, task: CareTask, **where: Any) -> bool:
    rows = model.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(client_id=task.client_id, at__gte=task.opened_at, **where)
    return bool(found.exists())


def reconciled(task: CareTask, actor: Actor) -> str:
    """A reconciliation stands on record since the duty was opened."""
    return "" if _since(Reconciliation, task) else "reconciliation_missing"


def certified(task: CareTask, actor: Actor) -> str:
    """A statement of need stands on record since the duty was opened."""
    return "" if _since(Certification, task) else "certification_missing"


def asked(task: CareTask, actor: Actor) -> str:
    """A monitoring check stands on record since the duty was opened."""
    return "" if _since(PdmpCheck, task) else "pdmp_check_missing"


def given(task: CareTask, actor: Actor) -> str:
    """A dose that was given stands on record since the duty was opened."""
    return "" if _since(DoseMark, task, state="taken", manner="given") else "injection_missing"


def witnessed(task: CareTask, actor: Actor) -> str:
    """The wasted dose has its second signature."""
    rows = DoseMark.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(pk=task.detail.get("dose") or None, witness__isnull=False)
    return "" if found.exists() else "waste_witness_missing"


def signed(task: CareTask, actor: Actor) -> str:
    """The order has its prescriber's signature."""
    rows = MedicalOrder.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(pk=task.detail.get("order") or None, signed_at__isnull=False)
    return "" if found.exists() else "order_unsigned"


def register() -> None:
    """Tell the tasks room what these duties are and what ends them."""
    for kind in KINDS:
        kinds.register(kind)
    proofs.register(RECONCILE, "reconciled", reconciled)
    proofs.register(CERTIFY, "certified", certified)
    proofs.register(ASK_PDMP, "asked", asked)
    proofs.register(INJECT, "given", given)
    proofs.register(WITNESS, "signed", witnessed)
    proofs.register(SIGN_ORDER, "signed", signed)
