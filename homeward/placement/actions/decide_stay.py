"""Deciding that somebody stays at a level, or moves on, with its grounds."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.placement.actions.signer import credential_of, worker_of
from homeward.placement.models import Placement, StayDecision
from homeward.placement.rules.continuing import Course, stay_or_move


class NotDecidedYet(Refusal):
    """Only somebody placed at a level can stay at it."""


class StayReasonNeeded(Refusal):
    """The team decides otherwise than the grounds say: the record needs the reason."""


@action
def decide_stay(
    *,
    actor: Actor,
    placement_id: UUID,
    course: Course,
    outcome: str,
    now: datetime,
    reason: str = "",
    note: str = "",
    client_view: str = "",
) -> StayDecision:
    """Keep the grounds as they stand today and what the team decides on them.

    `outcome` is stay or move; where it is not what the grounds say, `reason` is one of the coded
    reasons of a placement. Raises the refusals of this file; Placement.DoesNotExist out of reach.
    """
    rows = Placement.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
    placement = rows.select_for_update(of=("self",)).get(pk=placement_id)
    if placement.decided_at is None:
        raise NotDecidedYet
    decision = stay_or_move(course)
    differs = decision.outcome != outcome
    known = outcome in StayDecision.Outcome.values
    if not known or (differs and reason not in set(Placement.Discrepancy.values) - {""}):
        raise StayReasonNeeded
    made = StayDecision.objects.create(
        client_id=placement.client_id,
        site_id=placement.site_id,
        placement=placement,
        course={
            name: getattr(course, name)
            for name in course.__slots__
            if getattr(course, name) is not None
        },
        suggestion=decision.to_json(),
        outcome=outcome,
        reason=reason if differs else "",
        note=note.strip()[:300],
        client_view=client_view.strip()[:300],
        decided_at=now,
        decided_by_id=worker_of(actor),
        credential=credential_of(actor, now),
    )
    audit.record("placement.stay.decided", actor=actor, subject=made, at=now, reason=outcome)
    return made
