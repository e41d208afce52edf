"""The second of two people: confirming what the first wrote down, or setting it aside."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.attendance.door import owner_of
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.clock import local_day
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.incentives.actions.proposing import correction_faults, hand_over_faults
from homeward.incentives.ledger import LEDGER, in_stock, owed_to, post, stand_of
from homeward.incentives.models import Proposal, Stock
from homeward.incentives.reaching import (
    has_died,
    lock,
    may_keep,
    sees_reason_of,
    supervises_at,
    worker_of,
)
from homeward.incentives.rules import entries
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

Kind, Proof = Proposal.Kind, Proposal.Proof
NEEDS_SUPERVISOR = (Kind.CORRECT, Kind.VOID)


class NotSettled(Refusal):
    """Not by the same person, not without the client, and not what does not balance."""


@action
def confirm(
    *,
    actor: Actor,
    proposal_id: UUID,
    now: datetime,
    initials: str = "",
    number: str = "",
    expected_version: int | None = None,
) -> Proposal:
    """Post it. A hand-over needs the client beside you: their initials, or their own number."""
    row: Any = _locked(actor, proposal_id, expected_version)
    second = worker_of(actor)
    wrong = {"second_person": second == row.proposed_by_id}
    if row.kind in NEEDS_SUPERVISOR:
        today = local_day(now, row.site.time_zone)
        wrong["second_supervises"] = not any(
            supervises_at(one, row.site_id, today) for one in (second, row.proposed_by_id)
        )
    proof = ""
    if row.kind == Kind.HAND_OVER:
        proof, said = _was_there(row.client, initials, number)
        wrong |= said
    wrong |= _faults(row)
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise NotSettled(*codes)
    lines, on = _lines(row, now)
    if lines:
        about: dict[str, Any] = {"client": row.client, "proposal": row}
        if row.kind == Kind.CORRECT:
            about["corrects"] = row.about
        post(row.kind, site_id=row.site_id, on=on, now=now, lines=lines, **about)
    row.change(
        settled_at=now, settled_by_id=actor.worker_id, is_confirmed=True, proof=proof,
        initials=initials.strip().upper()[:6] if proof == Proof.INITIALS else "",
    )  # fmt: skip
    audit.record(f"incentives.{row.kind}.confirmed", actor=actor, subject=row, at=now)
    return row


@action
def decline(
    *, actor: Actor, proposal_id: UUID, now: datetime, expected_version: int | None = None
) -> Proposal:
    """Set it aside; nothing is posted. Who wrote it down may do this too."""
    row = _locked(actor, proposal_id, expected_version)
    row.change(settled_at=now, settled_by_id=worker_of(actor))
    audit.record(f"incentives.{row.kind}.declined", actor=actor, subject=row, at=now)
    return row


def _locked(actor: Actor, proposal_id: UUID, expected_version: int | None) -> Proposal:
    """The proposal with everything its posting moves held; within reach of who confirms."""
    rows = Proposal.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    row: Proposal = rows.select_for_update(of=("self",)).get(pk=proposal_id)
    if row.client_id:
        row.client = lock(row.client_id)
        is_within = actor.kind == SERVICE or reaches(
            actor, row.client, RecordClass.SCHEDULE, to=Access.WRITE
        )
        if not is_within or not sees_reason_of(actor, row):
            raise Proposal.DoesNotExist
    else:
        may_keep(actor, row.site_id)
    if row.stock_id:
        row.stock = Stock.objects.select_for_update().get(pk=row.stock_id)
    if row.settled_at is not None:
        raise NotSettled("proposal_settled")
    expect_version(row, expected_version)
    return row


def _faults(row: Any) -> dict[str, bool]:
    """What changed between the first person and the second; each kind names what it is about."""
    if row.kind == Kind.HAND_OVER:
        there = in_stock([row.stock_id])[row.stock_id]
        faults = hand_over_faults(row.stock, row.cents, owed_to(row.client_id), there)
        return {"client_died": has_died(row.client_id), **faults}
    if row.kind == Kind.CORRECT:
        return correction_faults(row.about, row.cents)
    if row.kind == Kind.VOID:
        return {"more_than_owed": row.cents > owed_to(row.client_id)}
    if row.kind == Kind.COUNT:
        rows = Proposal.objects.for_actor(LEDGER, Purpose.OPERATIONS)
        moved = rows.filter(
            stock_id=row.stock_id, is_confirmed=True, settled_at__gte=row.proposed_at
        )
        return {"count_changed": moved.exists()}
    return {}


def _lines(row: Any, now: datetime) -> tuple[entries.Lines, date]:
    """The entries of the posting, and the day it belongs to."""
    today = local_day(now, row.site.time_zone)
    if row.kind == Kind.HAND_OVER:
        return entries.handed_over(row.client_id, row.stock_id, row.cents), today
    if row.kind == Kind.RECEIVE:
        return entries.delivered(row.stock_id, row.cents), today
    if row.kind == Kind.VOID:
        return entries.earned(row.client_id, -row.cents), today
    if row.kind == Kind.CORRECT:
        delta = row.cents - stand_of(row.about)
        return entries.earned(row.client_id, delta), row.about.on
    return entries.counted(row.stock_id, row.cents, in_stock([row.stock_id])[row.stock_id]), today


def _was_there(client: Client, initials: str, number: str) -> tuple[str, dict[str, bool]]:
    """How the client showed that it was them, and what does not fit."""
    typed, digits = initials.strip().upper(), number.replace(" ", "")
    if digits:
        code = owner_of(digits)
        return Proof.NUMBER, {"number_wrong": code is None or code.client_id != client.pk}
    if typed:
        return Proof.INITIALS, {"initials_wrong": typed not in initials_of(client)}
    return Proof.NONE, {"initials_or_number": True}


def initials_of(client: Client) -> frozenset[str]:
    """The initials a client may sign with: of the name on record, or of the name they go by."""
    words = client.name.split()
    last = words[-1][:1] if len(words) > 1 else ""
    return frozenset((first[:1] + last).upper() for first in (words[0], client.called))
