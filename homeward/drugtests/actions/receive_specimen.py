"""The laboratory says that it has the specimen, or that it will not take it."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.drugtests.facts import TestEnded
from homeward.drugtests.models import DrugTest
from homeward.drugtests.ordering import close_orders, note_received
from homeward.drugtests.reaching import locked_test

State = DrugTest.State
AWAY = (State.SENT, State.RECEIVED)
SHORTEST_REASON = 5


class RejectionNeedsReason(Refusal):
    """Why the laboratory would not take the specimen, in its own words."""


@action
def receive_specimen(
    *, actor: Actor, test_id: UUID, now: datetime, expected_version: int | None = None
) -> DrugTest:
    """The laboratory has it. Raises NotInThatState, StaleVersion."""
    test = locked_test(actor, test_id, states=(State.SENT,), expected_version=expected_version)
    note_received(test, now)
    test.change(state=State.RECEIVED)
    audit.record("drugtests.test.received", actor=actor, subject=test, at=now)
    return test


@action
def reject_specimen(
    *, actor: Actor, test_id: UUID, reason: str, now: datetime, expected_version: int | None = None
) -> DrugTest:
    """The laboratory rejects it: no result, and never counted as positive or as missed.

    Raises RejectionNeedsReason, NotInThatState, StaleVersion.
    """
    test = locked_test(actor, test_id, states=AWAY, expected_version=expected_version)
    if len(reason.strip()) < SHORTEST_REASON:
        raise RejectionNeedsReason
    close_orders(test, "rejected", now)
    test.change(
        state=State.REJECTED,
        ended_at=now,
        ended_by_id=actor.worker_id,
        ended_reason=reason.strip()[:200],
    )
    audit.record("drugtests.test.rejected", actor=actor, subject=test, at=now, reason=reason)
    announce(TestEnded(test.pk, test.client_id, test.episode_id, test.state, actor, now))
    return test
