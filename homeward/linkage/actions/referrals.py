"""A client is sent to a place for a need, and followed until it is known what came of it."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.consents.models import Disclosure
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.directory.models import Service
from homeward.linkage import duties
from homeward.linkage.actions.needs import answered, run_again
from homeward.linkage.actions.refusals import (
    ConsentNeeded,
    LaterThanNow,
    NeedNotOpen,
    OutcomeNeedsReason,
    OutcomeUnknown,
    PlaceRetired,
    ReferralAlreadyOpen,
    ReferralEnded,
    StepUnknown,
)
from homeward.linkage.kinds import Footing
from homeward.linkage.models import Need, NeedReferral, ReferralStep
from homeward.linkage.reaching import day_at, follower_of, locked, numbers_of
from homeward.linkage.rules.clocks import referral_due
from homeward.linkage.sending import say_by_consent
from homeward.people.models import Client

State, Outcome = NeedReferral.State, NeedReferral.Outcome
# What a place answered, and where the referral stands after it.
STEPS = {
    "called": None,
    "no_answer": None,
    "accepted": State.ACCEPTED,
    "wait_listed": State.WAIT_LISTED,
}
HELPED = frozenset({Outcome.KEPT, Outcome.SERVED})


@action
def send_on(
    *,
    actor: Actor,
    need_id: UUID,
    service_id: UUID,
    footing: str,
    now: datetime,
    spoke_with: str = "",
    note: str = "",
) -> NeedReferral:
    """Send the client to a place for a need.

    By consent the gate decides at this instant and the ledger row comes first; without one,
    ConsentNeeded, and what is left is a call together, or that the client calls on their own.
    """
    need = locked(Need, actor, need_id)
    if need.state != Need.State.OPEN:
        raise NeedNotOpen
    if footing not in Footing.values:
        raise StepUnknown
    service = Service.objects.get(pk=service_id)
    if service.retired_at is not None:
        raise PlaceRetired
    if need.referrals.filter(service=service, ended_at=None).exists():
        raise ReferralAlreadyOpen
    numbers = numbers_of(need.client, now)
    owner_id = need.owner_id or follower_of(need.client, actor, now)
    row = NeedReferral(
        client_id=need.client_id,
        site_id=need.site_id,
        need=need,
        service=service,
        footing=footing,
        sent_at=now,
        sent_by_id=actor.worker_id,
        owner_id=owner_id,
        due_at=referral_due(State.SENT, now, None, numbers),
    )
    row.disclosure = _footing(actor, need.client, service, footing, f"referral {row.pk}", now)
    row.save(force_insert=True)
    _step(actor, row, "sent", now, now, footing, row.disclosure, spoke_with, note)
    answered(need, actor=actor, now=now)
    run_clock(row, actor=actor, now=now)
    audit.record("linkage.referral.sent", actor=actor, subject=row, at=now, reason=need.kind)
    return row


@action
def record_answer(
    *,
    actor: Actor,
    referral_id: UUID,
    step: str,
    now: datetime,
    at: datetime | None = None,
    footing: str = Footing.NOTHING,
    spoke_with: str = "",
    note: str = "",
    expected_version: int | None = None,
) -> NeedReferral:
    """A call, or what the place answered. Raises StepUnknown, LaterThanNow, ConsentNeeded."""
    row = _open_row(actor, referral_id, expected_version)
    if step not in STEPS or footing not in Footing.values:
        raise StepUnknown
    happened = at or now
    if happened > now:
        raise LaterThanNow
    disclosure = _footing(actor, row.client, row.service, footing, f"referral {row.pk}", now)
    _step(actor, row, step, happened, now, footing, disclosure, spoke_with, note)
    state = STEPS[step]
    if state is not None:
        row.change(state=state, answered_at=row.answered_at or happened)
        run_clock(row, actor=actor, now=now)
    else:
        row.change(owner_id=row.owner_id)
    audit.record("linkage.referral.answered", actor=actor, subject=row, at=now, reason=step)
    return row


@action
def end_referral(
    *,
    actor: Actor,
    referral_id: UUID,
    outcome: str,
    now: datetime,
    reason: str = "",
    kept_on: date | None = None,
    expected_version: int | None = None,
) -> NeedReferral:
    """What came of it. Without help given the need asks for an answer again."""
    row = _open_row(actor, referral_id, expected_version)
    if outcome not in Outcome.values:
        raise OutcomeUnknown
    if outcome not in HELPED and not reason.strip():
        raise OutcomeNeedsReason
    close(row, outcome, actor=actor, now=now, reason=reason, kept_on=kept_on)
    return row


def close(
    row: NeedReferral,
    outcome: str,
    *,
    actor: Actor,
    now: datetime,
    reason: str = "",
    kept_on: date | None = None,
) -> None:
    """End a referral that is held locked; its duty ends with it, the need's clock may run again."""
    today = day_at(now, row.site)
    if kept_on is not None and kept_on > today:
        raise LaterThanNow
    row.change(
        state=State.ENDED,
        outcome=outcome,
        reason=reason.strip()[:600],
        ended_at=now,
        ended_by_id=actor.worker_id,
        answered_at=row.answered_at or now,
        kept_on=(kept_on or today) if outcome in HELPED else None,
    )
    duties.end(actor=actor, kind=duties.REFERRAL, row=row, now=now, note=outcome)
    audit.record("linkage.referral.ended", actor=actor, subject=row, at=now, reason=outcome)
    need = row.need
    if outcome not in HELPED and need.state == Need.State.OPEN:
        run_again(need, row.client, actor=actor, now=now)


def run_clock(
    row: NeedReferral, *, actor: Actor, now: datetime, appointment_at: datetime | None = None
) -> None:
    """The clock of where the referral stands now, with its duty."""
    due_at = referral_due(row.state, now, appointment_at, numbers_of(row.client, now))
    if due_at != row.due_at:
        row.change(due_at=due_at)
    duties.follow(
        actor=actor, client=row.client, kind=duties.REFERRAL, row=row, owner_id=row.owner_id,
        due_at=due_at, now=now,
    )  # fmt: skip


def _footing(
    actor: Actor, client: Client, service: Service, footing: str, origin: str, now: datetime
) -> Disclosure | None:
    """The ledger row that what was said rests on; None where nobody here said anything."""
    if footing != Footing.CONSENT:
        return None
    written = say_by_consent(actor=actor, client=client, service=service, now=now, origin=origin)
    if written is None:
        raise ConsentNeeded
    return written


def _open_row(actor: Actor, referral_id: UUID, expected_version: int | None) -> NeedReferral:
    row = locked(
        NeedReferral, actor, referral_id, "service", "need", expected_version=expected_version
    )
    if row.ended_at is not None:
        raise ReferralEnded
    return row


def _step(
    actor: Actor,
    row: NeedReferral,
    step: str,
    at: datetime,
    now: datetime,
    footing: str,
    disclosure: Disclosure | None,
    spoke_with: str,
    note: str,
) -> None:
    ReferralStep.objects.create(
        client_id=row.client_id,
        site_id=row.site_id,
        referral=row,
        step=step,
        at=at,
        recorded_at=now,
        by_id=actor.worker_id,
        spoke_with=spoke_with.strip()[:120],
        footing=footing,
        disclosure=disclosure,
        note=note.strip()[:600],
    )
