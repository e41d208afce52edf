"""The duties of this room: what opens each, who owns it, and what must be on record to end it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.safety.models import CrisisNote, SafetyPlanAgreement
from homeward.safety.reaching import SERVICE
from homeward.tasks import kinds, proofs
from homeward.tasks.facts import DutyClosed
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

CALL, NOTE, LOOK_AT_PLAN = "crisis_call", "crisis_note", "safety_plan_review"
SIGNED, LOOKED_AT = "signed", "looked_at"
KINDS = (
    DutyKind(
        CALL,
        _("A clinician calls after the crisis"),
        (
            Disposition("reached", _("Reached: how it is now, and what comes next"), True),
            Disposition(
                "in_care", _("In hospital or with another service; spoken with them"), True
            ),
            Disposition("welfare_check", _("Not reached: a welfare check was asked for"), True),
            Disposition("not_reached", _("Not reached; who tries again, and when"), True),
        ),
        _(
            "Call now, by the client's own safe hours and words for messages. Ask about tonight, "
            "go through the safety plan, and say when you meet next."
        ),
    ),
    DutyKind(
        NOTE,
        _("Read and sign the note of a crisis"),
        (
            Disposition(SIGNED, _("The note is signed")),
            Disposition("not_needed", _("It stands in another note of that day"), True),
        ),
        _("The draft holds the steps with their times. Read it, add what is missing, sign it."),
    ),
    DutyKind(
        LOOK_AT_PLAN,
        _("Go through the safety plan together"),
        (
            Disposition(LOOKED_AT, _("Gone through with the client")),
            Disposition("declined", _("Offered; the client does not want to now"), True),
        ),
        _("What helped, what did not, whom to call, what is still within reach at home."),
    ),
)
SOON = timedelta(hours=4)


def open_safety_duty(
    *,
    actor: Actor,
    client: Client,
    kind: str,
    origin: str,
    owner_id: UUID,
    due_at: datetime,
    detail: dict[str, Any],
    now: datetime,
) -> CareTask:
    """The duty of this origin; what is due within hours is urgent now."""
    soon = due_at - now
    urgency = CareTask.Urgency.ROUTINE
    if soon <= SOON:
        urgency = CareTask.Urgency.NOW
    elif soon <= timedelta(hours=24):
        urgency = CareTask.Urgency.SAME_DAY
    return open_duty(
        actor=actor,
        client=client,
        kind=kind,
        urgency=urgency,
        owner_id=owner_id,
        due_at=due_at,
        origin=origin,
        detail=detail,
        now=now,
    )


def end_duties(
    *, actor: Actor, client_id: UUID, kind: str, disposition: str, now: datetime, **detail: str
) -> None:
    """The open duties of a kind that what was just done answers."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    wanted = {f"detail__{name}": value for name, value in detail.items()}
    held = rows.select_for_update(of=("self",)).filter(
        client_id=client_id, kind=kind, closed_at=None, **wanted
    )
    for task in held:
        task.change(
            closed_at=now, closed_by_id=actor.worker_id or task.owner_id, disposition=disposition
        )
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=disposition)
        announce(DutyClosed(task.pk, task.client_id, task.kind, task.origin, disposition, now))


def note_signed(task: CareTask, actor: Actor) -> str:
    """The note this duty is about has its signature."""
    rows = CrisisNote.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(pk=task.detail.get("note") or None, signed_at__isnull=False)
    return "" if found.exists() else "crisis_note_unsigned"


def plan_looked_at(task: CareTask, actor: Actor) -> str:
    """A version was agreed to, or gone through, since the duty was opened."""
    rows = SafetyPlanAgreement.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(client_id=task.client_id, at__gte=task.opened_at)
    return "" if found.exists() else "safety_plan_not_looked_at"


def register() -> None:
    """Tell the tasks room what these duties are and what ends them."""
    for kind in KINDS:
        kinds.register(kind)
    proofs.register(NOTE, SIGNED, note_signed)
    proofs.register(LOOK_AT_PLAN, LOOKED_AT, plan_looked_at)
