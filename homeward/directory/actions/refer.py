"""Sending a person to another place, step by step, until it is known what came of it."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.consents.models import Disclosure
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import SERVICE as HOUSE
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.directory.disclosing import disclose_by_consent, disclose_in_emergency
from homeward.directory.duties import KIND, SERVICE, URGENT, duty_of, origin_of
from homeward.directory.facts import HandOffMoved, ReferralClosed, ReferralOpened
from homeward.directory.models import HandOffStep, Referral, Service
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.models import Site
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty


class ReferralEnded(Refusal):
    """What came of this referral is already known."""


class ConsentNeeded(Refusal):
    """No consent in force lets staff speak with this place about this person."""


class EmergencyUnclear(Refusal):
    """An emergency disclosure names who was told, where, and what it is, and goes to clinicians."""


class PlaceNeeded(Refusal):
    """Speaking with a place about a person needs the place to be named."""


class StepUnknown(Refusal):
    """There is no such step in a hand-off."""


class OutcomeUnknown(Refusal):
    """A referral does not end like that."""


class OutcomeNeedsReason(Refusal):
    """Ending a referral without arrival needs a sentence that says why."""


class LaterThanNow(Refusal):
    """What has happened has happened by now."""


SPEAKS_FOR_ITSELF = frozenset({Referral.Outcome.COMPLETED, Referral.Outcome.ARRIVED})


@action
def open_referral(
    *,
    actor: Actor,
    client: Client,
    site: Site,
    kind: str,
    reason_code: str,
    due_at: datetime,
    now: datetime,
    service: Service | None = None,
    reason: str = "",
    owner_id: UUID | None = None,
) -> Referral:
    """Refer a client, with a duty for its owner until it ends.

    One referral of a kind is open at a time: asked again, the open one is answered, due at the
    earlier of the two times. `owner_id` is the actor's worker unless named; a listener that acts
    as the house names one. `reason_code` is a code of the rule or person that sent the client
    (`ciwa_hold`, `asked_for`…), `reason` a sentence in staff's own words.
    """
    owner = owner_id or actor.worker_id
    if owner is None:
        raise NotAllowed
    found: Referral | None = (
        Referral.objects.for_actor(SERVICE, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .filter(client_id=client.pk, kind=kind, closed_at=None)
        .first()
    )
    if found is not None:
        _within_reach(actor, found)
        if due_at < found.due_at:
            _hasten(found, due_at)
        return found
    referral: Referral = Referral.objects.create(
        client=client,
        site=site,
        service=service,
        kind=kind,
        reason_code=reason_code,
        reason=reason.strip()[:500],
        opened_at=now,
        opened_by_id=actor.worker_id,
        owner_id=owner,
        due_at=due_at,
    )
    _within_reach(actor, referral)
    open_duty(
        actor=actor,
        client=client,
        kind=KIND,
        urgency=CareTask.Urgency.SAME_DAY if kind in URGENT else CareTask.Urgency.ROUTINE,
        owner_id=owner,
        due_at=due_at,
        origin=origin_of(referral),
        detail={"referral": str(referral.pk)},
        now=now,
    )
    audit.record("directory.referral.opened", actor=actor, subject=referral, at=now, reason=kind)
    announce(ReferralOpened(referral.pk, client.pk, kind, reason_code, due_at, now))
    return referral


@action
def record_hand_off_step(
    *,
    actor: Actor,
    referral: Referral,
    step: str,
    now: datetime,
    at: datetime | None = None,
    service: Service | None = None,
    spoke_with: str = "",
    told: str = HandOffStep.Told.NOTHING,
    note: str = "",
    why_no_consent: str = "",
    expected_version: int | None = None,
) -> HandOffStep:
    """One step of the hand-off, as it happened at `at` (now unless named).

    A place that is named here becomes the referral's place. With `told="consent"` the consents
    decide at this instant and the ledger row comes first; without one this raises ConsentNeeded,
    and what is left is to call together with the client (`told="together"`).
    """
    row = _open_row(actor, referral, expected_version)
    if step not in HandOffStep.Step.values or told not in HandOffStep.Told.values:
        raise StepUnknown
    happened = at or now
    if happened > now:
        raise LaterThanNow
    place = service or row.service
    made = HandOffStep.objects.create(
        client_id=row.client_id,
        site_id=row.site_id,
        referral=row,
        step=step,
        at=happened,
        recorded_at=now,
        by_id=actor.worker_id,
        service=place,
        spoke_with=spoke_with.strip()[:120],
        told=told,
        disclosure=_footing(actor, row, place, told, spoke_with, note, why_no_consent, now),
        note=note.strip()[:500],
    )
    row.change(service=place)
    audit.record("directory.handoff.recorded", actor=actor, subject=made, at=now, reason=step)
    announce(HandOffMoved(row.pk, row.client_id, row.kind, step, happened))
    return made


@action
def close_referral(
    *,
    actor: Actor,
    referral: Referral,
    outcome: str,
    reason: str,
    now: datetime,
    discharged_elsewhere_on: date | None = None,
    expected_version: int | None = None,
) -> Referral:
    """End a referral with what came of it; its duty ends with it.

    `discharged_elsewhere_on` is the day the other place discharged the person, from which the
    days to follow-up here are counted.
    """
    row = _open_row(actor, referral, expected_version)
    if outcome not in Referral.Outcome.values:
        raise OutcomeUnknown
    if outcome not in SPEAKS_FOR_ITSELF and not reason.strip():
        raise OutcomeNeedsReason
    row.change(
        closed_at=now,
        closed_by_id=actor.worker_id,
        outcome=outcome,
        outcome_reason=reason.strip()[:500],
        discharged_elsewhere_on=discharged_elsewhere_on,
    )
    task = duty_of(row)
    if task is not None:
        task.change(
            closed_at=now,
            closed_by_id=actor.worker_id or row.owner_id,
            disposition="referral_ended",
            disposition_note=outcome,
        )
        audit.record("tasks.duty.closed", actor=actor, subject=task, at=now, reason=outcome)
    audit.record("directory.referral.closed", actor=actor, subject=row, at=now, reason=outcome)
    announce(
        ReferralClosed(
            row.pk, row.client_id, row.kind, row.reason_code, outcome, actor.worker_id, now
        )
    )
    return row


def _footing(
    actor: Actor,
    row: Referral,
    place: Service | None,
    told: str,
    spoke_with: str,
    note: str,
    why_no_consent: str,
    now: datetime,
) -> Disclosure | None:
    """The ledger row that what was said rests on; None where nothing left the house."""
    if told not in {HandOffStep.Told.CONSENT, HandOffStep.Told.EMERGENCY}:
        return None
    if place is None:
        raise PlaceNeeded
    if told == HandOffStep.Told.CONSENT:
        written = disclose_by_consent(actor=actor, referral=row, service=place, now=now)
        if written is None:
            raise ConsentNeeded
        return written
    written = disclose_in_emergency(
        actor=actor, referral=row, service=place, spoke_with=spoke_with, nature=note,
        why_no_consent=why_no_consent, now=now,
    )  # fmt: skip
    if written is None:
        raise EmergencyUnclear
    return written


def _open_row(actor: Actor, referral: Referral, expected_version: int | None) -> Referral:
    row: Referral = (
        Referral.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .select_related("client", "service")
        .get(pk=referral.pk)
    )
    if row.closed_at is not None:
        raise ReferralEnded
    expect_version(row, expected_version)
    return row


def _within_reach(actor: Actor, referral: Referral) -> None:
    """The row must lie within what the actor may write; otherwise nothing happened."""
    if actor.kind != HOUSE:
        Referral.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=referral.pk)


def _hasten(referral: Referral, due_at: datetime) -> None:
    referral.change(due_at=due_at)
    task = duty_of(referral)
    if task is not None:
        task.change(due_at=due_at)
