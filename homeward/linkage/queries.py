"""Reads of help with daily life and of transfers, each within the actor's reach."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.core.actors import CLIENT, Actor
from homeward.kernel.purposes import Purpose
from homeward.linkage.models import (
    EmployerContact,
    MeetingEntry,
    MilestoneChoice,
    Need,
    NeedReferral,
    OutsideAppointment,
    ResidenceStay,
    Transfer,
    WorkGoal,
    WorkStart,
)
from homeward.people.models import Client, Stop

# Everything of a client beyond the name that lists say; some who reach these rows know no more.
BEYOND_THE_NAME = tuple(
    f"client__{field.name}"
    for field in Client._meta.concrete_fields
    if field.name not in {"id", *Client.minimal_fields}
)


def _of(model: Any, actor: Actor) -> Any:
    purpose = Purpose.CLIENT_REQUEST if actor.kind == CLIENT else Purpose.TREATMENT
    return model.objects.for_actor(actor, purpose)


def _living(rows: Any) -> Any:
    """Lists of what waits leave out who died, as long as that stands on record."""
    house = Actor.of_service("linkage")
    died = Stop.objects.for_actor(house, Purpose.OPERATIONS).filter(
        kind=Stop.Kind.DIED, ended_at=None
    )
    return rows.exclude(client__in=died.values("client_id"))


def _named(rows: Any, *beside: str) -> Any:
    return rows.select_related("client", *beside).defer(*BEYOND_THE_NAME)


def needs_of(actor: Actor, client_id: UUID) -> list[Need]:
    """Every need of a client: the open ones first, the gravest at the top."""
    rows = _of(Need, actor).filter(client_id=client_id).select_related("owner")
    rank = {"urgent": 0, "high": 1, "moderate": 2, "low": 3}
    return sorted(rows, key=lambda row: (row.state != "open", rank[row.severity], row.kind))


def need_in_full(actor: Actor, need_id: UUID) -> Need:
    """One need; Need.DoesNotExist out of reach."""
    found: Need = _named(_of(Need, actor), "owner", "site").get(pk=need_id)
    return found


def waiting_needs(actor: Actor) -> list[Need]:
    """Open needs that ask for an answer, what is due first at the top."""
    rows = _of(Need, actor).filter(state=Need.State.OPEN, answer_due_at__isnull=False)
    return list(_named(_living(rows), "owner").order_by("answer_due_at", "pk"))


def referrals_of(actor: Actor, client_id: UUID) -> list[NeedReferral]:
    """Every referral of a client for a need, the open ones first, then the newest."""
    rows = _of(NeedReferral, actor).filter(client_id=client_id)
    found = list(rows.select_related("need", "service", "owner").order_by("-sent_at", "pk"))
    return sorted(found, key=lambda row: row.ended_at is not None)


def open_referrals(actor: Actor) -> list[NeedReferral]:
    """Open referrals within reach, what is due first at the top."""
    rows = _of(NeedReferral, actor).filter(ended_at=None)
    return list(_named(_living(rows), "need", "service", "owner").order_by("due_at", "pk"))


def referral_in_full(actor: Actor, referral_id: UUID) -> NeedReferral:
    """One referral; NeedReferral.DoesNotExist out of reach."""
    rows = _named(_of(NeedReferral, actor), "need", "service", "owner", "disclosure", "site")
    found: NeedReferral = rows.get(pk=referral_id)
    return found


def appointments_of(actor: Actor, client_id: UUID) -> list[OutsideAppointment]:
    """Every appointment elsewhere of a client, the newest day first."""
    rows = _of(OutsideAppointment, actor).filter(client_id=client_id)
    return list(rows.select_related("service", "booked_by", "settled_by").order_by("-at", "pk"))


def booked_ahead(actor: Actor, client_id: UUID, now: datetime) -> list[OutsideAppointment]:
    """What is booked and still to come, the next first."""
    rows = _of(OutsideAppointment, actor).filter(client_id=client_id, state="booked", at__gt=now)
    return list(rows.select_related("service").order_by("at", "pk"))


def appointments_from(actor: Actor, origin: str) -> list[OutsideAppointment]:
    """What was booked for one origin (a discharge, a plan), the next first."""
    rows = _of(OutsideAppointment, actor).filter(origin=origin)
    return list(rows.select_related("service", "booked_by").order_by("at", "pk"))


def unsettled_visits(actor: Actor) -> list[OutsideAppointment]:
    """Booked appointments that follow nothing else, the next first."""
    rows = _of(OutsideAppointment, actor).filter(state="booked", referral=None, transfer=None)
    return list(_named(_living(rows), "service").order_by("at", "pk"))


def open_transfers(actor: Actor) -> list[Transfer]:
    """Open transfers within reach, what is due first at the top, with what is booked for them."""
    open_now = _living(_of(Transfer, actor).filter(ended_at=None))
    rows = _named(open_now, "service", "owner", "site")
    return list(rows.prefetch_related("appointments").order_by("due_at", "pk"))


def ended_transfers(actor: Actor, limit: int = 20) -> list[Transfer]:
    """The transfers that ended last."""
    rows = _named(_of(Transfer, actor).filter(ended_at__isnull=False), "service", "owner", "site")
    return list(rows.prefetch_related("appointments").order_by("-ended_at", "pk")[:limit])


def transfers_of(actor: Actor, client_id: UUID) -> list[Transfer]:
    """Every transfer of a client, the open ones first, then the newest."""
    rows = (
        _of(Transfer, actor).filter(client_id=client_id).select_related("service", "owner", "site")
    )
    found = list(rows.prefetch_related("appointments").order_by("-opened_at", "pk"))
    return sorted(found, key=lambda row: row.ended_at is not None)


def open_transfer_of(actor: Actor, client_id: UUID) -> Transfer | None:
    """The open transfer of a client that was opened last; None without one."""
    rows = _of(Transfer, actor).filter(client_id=client_id, ended_at=None)
    found: Transfer | None = rows.select_related("service").order_by("-opened_at").first()
    return found


def transfer_in_full(actor: Actor, transfer_id: UUID) -> Transfer:
    """One transfer; Transfer.DoesNotExist out of reach."""
    rows = _named(_of(Transfer, actor), "service", "owner", "opened_by", "ended_by", "site")
    found: Transfer = rows.get(pk=transfer_id)
    return found


def stays_of(actor: Actor, client_id: UUID) -> list[ResidenceStay]:
    """Every stay in a recovery residence, the newest first."""
    rows = _of(ResidenceStay, actor).filter(client_id=client_id).select_related("service")
    return list(rows.order_by("-moved_in_on", "pk"))


def residence_now(actor: Actor, client_id: UUID) -> ResidenceStay | None:
    """Where a client lives, when that is a recovery residence."""
    rows = _of(ResidenceStay, actor).filter(client_id=client_id, moved_out_on=None)
    found: ResidenceStay | None = rows.select_related("service").first()
    return found


def goals_of(actor: Actor, client_id: UUID) -> list[WorkGoal]:
    """Goals of work and school, the open ones first."""
    rows = _of(WorkGoal, actor).filter(client_id=client_id).order_by("-set_on", "pk")
    return sorted(rows, key=lambda row: row.ended_at is not None)


def starts_of(actor: Actor, client_id: UUID) -> list[WorkStart]:
    """Jobs and courses that began, the newest first, with what was asked after them."""
    rows = _of(WorkStart, actor).filter(client_id=client_id).select_related("goal")
    return list(rows.prefetch_related("checks").order_by("-started_on", "pk"))


def employers_told(actor: Actor, client_id: UUID) -> list[EmployerContact]:
    """Every word with an employer or a school, the newest first."""
    rows = _of(EmployerContact, actor).filter(client_id=client_id).select_related("by")
    return list(rows.order_by("-at", "pk"))


def shared_meetings(actor: Actor, client_id: UUID, limit: int = 30) -> list[MeetingEntry]:
    """What the client shows of their log, the newest first; the only way staff read it."""
    rows = _of(MeetingEntry, actor).filter(client_id=client_id, is_shared=True)
    return list(rows.order_by("-on", "-written_at")[:limit])


def own_meetings(actor: Actor, limit: int = 60) -> list[MeetingEntry]:
    """The client's whole log, for the client alone; empty for everybody else."""
    if actor.kind != CLIENT or actor.client_id is None:
        return []
    rows = _of(MeetingEntry, actor).filter(client_id=actor.client_id)
    return list(rows.order_by("-on", "-written_at")[:limit])


def own_choices(actor: Actor) -> list[MilestoneChoice]:
    """The celebrations a client said yes to and did not take back, for the client alone."""
    if actor.kind != CLIENT or actor.client_id is None:
        return []
    rows = _of(MilestoneChoice, actor).filter(client_id=actor.client_id, withdrawn_at=None)
    return list(rows.order_by("milestone", "shown"))
