"""An appointment outside: booked, settled, booked again. Text is not a booking."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.linkage import duties, facts
from homeward.linkage.actions import moving, referrals
from homeward.linkage.actions.refusals import (
    AppointmentIsAhead,
    AppointmentSettled,
    BookingIncomplete,
    LaterThanNow,
    OutcomeUnknown,
    ReferralEnded,
    TransferEnded,
)
from homeward.linkage.models import NeedReferral, OutsideAppointment, Transfer
from homeward.linkage.reaching import client_for, day_at, follower_of, locked, numbers_of
from homeward.linkage.rules.clocks import referral_due

Kind, State, Source = (
    OutsideAppointment.Kind, OutsideAppointment.State, OutsideAppointment.Source,
)  # fmt: skip
SETTLES = frozenset({State.KEPT, State.MISSED, State.DECLINED, State.CANCELLED})
NEEDS_A_SOURCE = frozenset({State.KEPT, State.MISSED})


@action
def book(
    *,
    actor: Actor,
    client_id: UUID,
    at: datetime,
    provider: str,
    confirmed_by: str,
    kind: str,
    now: datetime,
    confirmed_how: str = OutsideAppointment.Confirmed.PHONE,
    service_id: UUID | None = None,
    place: str = "",
    transfer_id: UUID | None = None,
    referral_id: UUID | None = None,
    replaces_id: UUID | None = None,
    origin: str = "",
) -> OutsideAppointment:
    """Book an appointment elsewhere for a client; it is one only with all three facts.

    One that replaces another leaves that one missed as it was, or marks it moved. A referral or a
    transfer it belongs to goes on to booked, and its clock waits for the day. Raises
    BookingIncomplete, ReferralEnded, TransferEnded; DoesNotExist out of reach.
    """
    client = client_for(actor, client_id)
    wrong = {
        "booking_provider_missing": len(provider.strip()) < 2,
        "booking_time_ahead": at <= now,
        "booking_confirmed_by_missing": len(confirmed_by.strip()) < 2,
        "booking_kind_unknown": kind not in Kind.values,
        "booking_how_unknown": confirmed_how not in OutsideAppointment.Confirmed.values,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise BookingIncomplete(*codes)
    # The appointment before what it belongs to, as whoever settles it holds them.
    before = _replaced(actor, client_id, replaces_id, now)
    referral = _referral(actor, client_id, referral_id)
    transfer = _transfer(actor, client_id, transfer_id)
    beside: Any = referral or transfer
    made = OutsideAppointment.objects.create(
        client=client,
        site_id=client.site_id,
        kind=kind,
        referral=referral,
        transfer=transfer,
        service_id=service_id or (beside.service_id if beside else None),
        provider=provider.strip()[:120],
        place=place.strip()[:160],
        at=at,
        confirmed_by=confirmed_by.strip()[:120],
        confirmed_how=confirmed_how,
        booked_at=now,
        booked_by_id=actor.worker_id,
        replaces=before,
        origin=origin[:120] or (before.origin if before else ""),
    )
    _after_booking(made, referral, transfer, actor=actor, now=now)
    audit.record("linkage.appointment.booked", actor=actor, subject=made, at=now, reason=kind)
    announce(facts.AppointmentBooked(made.pk, client.pk, kind, at, made.origin, actor, now))
    return made


@action
def settle(
    *,
    actor: Actor,
    appointment_id: UUID,
    state: str,
    source: str,
    now: datetime,
    on: date | None = None,
    note: str = "",
    expected_version: int | None = None,
) -> OutsideAppointment:
    """What became of it, on which day and by whose word; said once.

    Kept ends its referral or transfer with the day; missed opens the clock to book again. Raises
    AppointmentIsAhead for kept or missed before its time, AppointmentSettled, OutcomeUnknown.
    """
    row = locked(
        OutsideAppointment, actor, appointment_id, "service", expected_version=expected_version
    )
    if not row.is_booked:
        raise AppointmentSettled
    if state not in SETTLES or (source and source not in Source.values):
        raise OutcomeUnknown
    if state in NEEDS_A_SOURCE and not source:
        raise OutcomeUnknown("settled_source_missing")
    if state in NEEDS_A_SOURCE and row.at > now:
        raise AppointmentIsAhead
    today = day_at(now, row.site)
    if on is not None and on > today:
        raise LaterThanNow
    day = on or (day_at(row.at, row.site) if state in NEEDS_A_SOURCE else today)
    row.change(
        state=state,
        source=source,
        settled_at=now,
        settled_on=day,
        settled_by_id=actor.worker_id,
        note=note.strip()[:600],
    )
    duties.end(actor=actor, kind=duties.VISIT, row=row, now=now, note=state)
    _after_settling(row, day, actor=actor, now=now, note=note)
    audit.record("linkage.appointment.settled", actor=actor, subject=row, at=now, reason=state)
    announce(facts.AppointmentSettled(row.pk, row.client_id, state, day, row.origin, actor, now))
    return row


def _referral(actor: Actor, client_id: UUID, pk: UUID | None) -> NeedReferral | None:
    if pk is None:
        return None
    row = locked(NeedReferral, actor, pk, "service", "need")
    if row.client_id != client_id:
        raise NeedReferral.DoesNotExist
    if row.ended_at is not None:
        raise ReferralEnded
    return row


def _transfer(actor: Actor, client_id: UUID, pk: UUID | None) -> Transfer | None:
    if pk is None:
        return None
    row = locked(Transfer, actor, pk)
    if row.client_id != client_id:
        raise Transfer.DoesNotExist
    if row.ended_at is not None:
        raise TransferEnded
    return row


def _replaced(
    actor: Actor, client_id: UUID, pk: UUID | None, now: datetime
) -> OutsideAppointment | None:
    """The appointment this one stands for; one that still stood is marked as moved."""
    if pk is None:
        return None
    row = locked(OutsideAppointment, actor, pk)
    if row.client_id != client_id:
        raise OutsideAppointment.DoesNotExist
    if row.is_booked:
        row.change(
            state=State.MOVED, settled_at=now, settled_on=day_at(now, row.site),
            settled_by_id=actor.worker_id,
        )  # fmt: skip
        duties.end(actor=actor, kind=duties.VISIT, row=row, now=now, note=State.MOVED)
    return row


def _after_booking(
    row: OutsideAppointment,
    referral: NeedReferral | None,
    transfer: Transfer | None,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    if referral is not None:
        referral.change(state=NeedReferral.State.BOOKED, answered_at=referral.answered_at or now)
        referrals.run_clock(referral, actor=actor, now=now, appointment_at=row.at)
    elif transfer is not None:
        step = "moved" if row.replaces_id else "booked"
        moving.moved(transfer, step, actor=actor, now=now, spoke_with=row.confirmed_by)
        moving.stand(transfer, Transfer.State.BOOKED, actor=actor, now=now, appointment_at=row.at)
    else:
        numbers = numbers_of(row.client, now)
        duties.follow(
            actor=actor, client=row.client, kind=duties.VISIT, row=row,
            owner_id=follower_of(row.client, actor, now),
            due_at=referral_due(NeedReferral.State.BOOKED, now, row.at, numbers), now=now,
        )  # fmt: skip


def _after_settling(
    row: OutsideAppointment, day: date, *, actor: Actor, now: datetime, note: str
) -> None:
    is_kept = row.state == State.KEPT
    if row.referral_id is not None:
        referral = locked(NeedReferral, actor, row.referral_id, "service", "need")
        if referral.ended_at is not None:
            return
        if is_kept:
            kept = NeedReferral.Outcome.KEPT
            referrals.close(referral, kept, actor=actor, now=now, kept_on=day)
        else:
            referral.change(state=NeedReferral.State.MISSED)
            referrals.run_clock(referral, actor=actor, now=now)
    elif row.transfer_id is not None:
        transfer = locked(Transfer, actor, row.transfer_id, "service")
        if transfer.ended_at is not None:
            return
        moving.moved(transfer, "kept" if is_kept else "missed", actor=actor, now=now, note=note)
        if is_kept:
            moving.finish(transfer, Transfer.Outcome.KEPT, actor=actor, now=now, kept_on=day)
        else:
            moving.stand(transfer, Transfer.State.MISSED, actor=actor, now=now)
