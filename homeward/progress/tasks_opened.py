"""The duties that reviews open: to hold one, to see to what follows, to answer a payer."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client, TeamMembership
from homeward.plans.duty_kinds import is_reviewed
from homeward.progress.administrative import AdministrativeCase
from homeward.progress.participants import AT_TABLE
from homeward.progress.reaching import local_day
from homeward.progress.rules.administrative import OVERTURNED, UPHELD
from homeward.staff.models import RoleGrant
from homeward.staff.queries import held_on, workers_with_role
from homeward.tasks import kinds, proofs
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

REVIEW, PLAN, CONSENTS = "level_review", "review_plan", "review_consents"
AUTHORIZE, TIMETABLE = "review_authorization", "review_timetable"
PEER_TO_PEER, APPEAL, SAFETY_PLAN = "peer_to_peer", "payer_appeal", "denial_safety_plan"
ANSWER, APPEAL_WON, HEAR_APPEAL = "payer_answer", "appeal_won", "hear_appeal"
KEPT = "payer_no_kept"
NOT_NEEDED = kinds.Disposition("not_needed", _("Not needed any more"), needs_note=True)
KINDS = (
    (REVIEW, _("Hold a level-of-care review"), "held", _("Held, and decided"),
     _("Something calls for it. The card says what; the team decides.")),
    (PLAN, _("Review the plan after a change of level"), "reviewed", _("Reviewed together"),
     _("The level changed. Look at each objective with the client.")),
    (CONSENTS, _("Consents to extend or ask for"), "asked", _("Asked, and signed or declined"),
     _("These consents end before the next step does, or do not name who receives the client.")),
    (AUTHORIZE, _("Ask the payer for the new level"), "asked", _("Asked"),
     _("The level changed; the authorization and the codes follow.")),
    (TIMETABLE, _("Seats for the new hours"), "seated", _("Seated"),
     _("The standing seats of the old phase have ended. Offer seats that fit the new one.")),
    (PEER_TO_PEER, _("Ask for a talk among physicians"), "asked", _("Asked, with day and time"),
     _("The payer said no. Ask for the talk before its clock ends.")),
    (APPEAL, _("Appeal against the payer’s answer"), "filed", _("Filed, with its number"),
     _("File it before the clock ends; the team’s recommendation stands.")),
    (SAFETY_PLAN, _("A safety plan for less care than recommended"), "made",
     _("Made with the client"),
     _("The level provided is less than the team recommends. Make the plan with the client.")),
    (KEPT, _("A payer’s no waits for the team’s signature"), "signed", _("The team has signed"),
     _("It is kept from the table until the team has signed its own decision. See that it signs.")),
    (APPEAL_WON, _("Take back somebody whose appeal was won"), "taken_back",
     _("Asked back, with an answer"),
     _("The appeal overturned the discharge. Call today; the same episode may go on.")),
    (HEAR_APPEAL, _("Hear an appeal against a discharge"), "heard", _("Heard, and decided"),
     _("The client asks for another look. Somebody who had no part in the case decides it.")),
    (ANSWER, _("Write down what the payer answered"), "written", _("Written down"),
     _("A reviewer answered on the phone. Write it to the authorization.")),
)  # fmt: skip
for _code, _words, _end, _end_words, _what in KINDS:
    kinds.register(
        kinds.DutyKind(_code, _words, (kinds.Disposition(_end, _end_words), NOT_NEEDED), _what)
    )
SERVICE = Actor.of_service("progress.duties")


def is_heard(task: CareTask, actor: Actor) -> str:
    """The appeal was decided."""
    rows = AdministrativeCase.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    decided = rows.filter(pk=task.detail.get("case"), appeal__in=(UPHELD, OVERTURNED))
    return "" if decided.exists() else "appeal_not_decided"


proofs.register(PLAN, "reviewed", is_reviewed)
proofs.register(HEAR_APPEAL, "heard", is_heard)


def on_the_team(client_id: UUID, roles: tuple[str, ...], now: datetime) -> UUID | None:
    """The first member of the team with one of these roles; else the primary; else anyone on it."""
    team = list(
        TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
        .filter(Q(ends_at=None) | Q(ends_at__gt=now), client_id=client_id, starts_at__lte=now)
        .order_by("-is_primary", "starts_at", "pk")
    )
    asked = [member for role in roles for member in team if member.role == role] or team
    return asked[0].worker_id if asked else None


def at_the_desk(client: Client, now: datetime) -> UUID | None:
    """Who speaks with payers at the client's site and opens duties: billing, else admissions.

    Billing alone sees nothing of a schedule, and so no duty: the clock would run unseen.
    """
    day = local_day(now, client.site.time_zone)
    sees = [role for role in Role if may(frozenset({role}), RecordClass.SCHEDULE, Access.READ)]
    opens = RoleGrant.objects.filter(
        held_on(day), Q(site_id=client.site_id) | Q(site=None), role__in=sees
    )
    desks = [
        workers_with_role(role, day, site_id=client.site_id).order_by("code")
        for role in (Role.BILLING, Role.ADMISSIONS)
    ]
    for rows in (*(desk.filter(pk__in=opens.values("worker_id")) for desk in desks), *desks):
        if (found := rows.first()) is not None:
            return found.pk
    return None


def in_charge(client: Client, now: datetime, besides: Collection[UUID] = ()) -> UUID | None:
    """Who answers for the house: a supervisor at the site, else a director, else the team.

    `besides` are passed over where anybody else can do it: those who had a part in the matter.
    """
    day = local_day(now, client.site.time_zone)
    for role in (Role.SUPERVISOR, Role.DIRECTOR):
        held = workers_with_role(role, day, site_id=client.site_id).exclude(pk__in=besides)
        if (found := held.order_by("code").first()) is not None:
            return found.pk
    return in_charge(client, now) if besides else on_the_team(client.pk, (), now)


def beside_the_table(client: Client, now: datetime) -> UUID | None:
    """A director of the site who does not treat, else any director, else whoever is in charge and
    not of the client's team."""
    day = local_day(now, client.site.time_zone)
    directors = workers_with_role(Role.DIRECTOR, day, site_id=client.site_id).order_by("code")
    treating = RoleGrant.objects.filter(held_on(day), role__in=AT_TABLE).values("worker_id")
    found = directors.exclude(pk__in=treating).first() or directors.first()
    if found is not None:
        return found.pk
    team = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client_id=client.pk
    )
    return in_charge(client, now, set(team.values_list("worker_id", flat=True)))


def ask(
    client: Client,
    kind: str,
    owner_id: UUID | None,
    due_at: datetime,
    origin: str,
    *,
    actor: Actor,
    now: datetime,
    urgency: str = CareTask.Urgency.ROUTINE,
    **detail: Any,
) -> CareTask | None:
    """Open the duty once; None where nobody could do it."""
    if owner_id is None:
        return None
    return open_duty(
        actor=actor, client=client, kind=kind, urgency=urgency, owner_id=owner_id,
        due_at=max(due_at, now), origin=origin,
        detail={name: str(value) for name, value in detail.items()}, now=now,
    )  # fmt: skip


def end_all(
    kind: str, client_id: UUID, disposition: str, note: str, *, actor: Actor, now: datetime
) -> None:
    """End every open duty of a kind about a client."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        kind=kind, client_id=client_id, closed_at=None
    )
    _close(rows, disposition, note, actor, now)


def end_asked(kind: str, cause: UUID, disposition: str, *, actor: Actor, now: datetime) -> None:
    """End the duty that this cause opened: what it asked for was done."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        origin=f"{kind}:{cause}", closed_at=None
    )
    _close(rows, disposition, "", actor, now)


def _close(rows: Any, disposition: str, note: str, actor: Actor, now: datetime) -> None:
    for task in rows.select_for_update(of=("self",)):
        task.change(
            closed_at=now, closed_by_id=actor.worker_id or task.owner_id, disposition=disposition,
            disposition_note=note,
        )  # fmt: skip
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=disposition)
