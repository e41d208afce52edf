"""No specimen: missed, refused or unable, with a reason. Never counted as positive.

A test is cancelled by two people (`skip_draw`), or by the program itself when somebody leaves. That
somebody who was drawn declined, or was not able, is nobody's word alone either: the client puts
their initials to it, or a second person agrees (`skip_draw`).
"""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.drugtests.facts import TestEnded
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import locked_test

State = DrugTest.State
SAID_BY_CLIENT = (State.REFUSED, State.UNABLE)
ENDS = (State.MISSED, State.REFUSED, State.UNABLE, State.CANCELLED)
SHORTEST_REASON = 5


class EndUnknown(Refusal):
    """A test ends as missed, refused, unable or cancelled."""


class CancellingNeedsTwo(Refusal):
    """One person alone does not cancel a test."""


class WindowStillOpen(Refusal):
    """Nobody has missed a test before its window closed."""


class EndNeedsReason(Refusal):
    """What happened, in a few words; a drawn test is never skipped silently."""


class EndNeedsAnother(Refusal):
    """A drawn test ends before its time by the client's initials, or with a second person."""


@action
def end_test(
    *,
    actor: Actor,
    test_id: UUID,
    state: str,
    reason: str,
    now: datetime,
    client_initials: str = "",
    expected_version: int | None = None,
) -> DrugTest:
    """End a test without a specimen; `client_initials` say that the client said so.

    Raises the refusals of this file, NotInThatState, StaleVersion.
    """
    if state not in ENDS:
        raise EndUnknown
    if state == State.CANCELLED and actor.kind != SERVICE:
        raise CancellingNeedsTwo
    test = locked_test(
        actor, test_id, states=(State.ORDERED, State.NOTIFIED), expected_version=expected_version
    )
    if state == State.MISSED and now < test.due_at:
        raise WindowStillOpen
    if len(reason.strip()) < SHORTEST_REASON:
        raise EndNeedsReason
    initials = client_initials.strip()[:6]
    by_client = state in SAID_BY_CLIENT and test.draw_id is not None
    if by_client and not initials and actor.kind != SERVICE:
        raise EndNeedsAnother
    if by_client:
        test.client_initials = initials
    test.change(
        state=state, ended_at=now, ended_by_id=actor.worker_id, ended_reason=reason.strip()[:200]
    )
    audit.record(f"drugtests.test.{state}", actor=actor, subject=test, at=now, reason=reason)
    announce(TestEnded(test.pk, test.client_id, test.episode_id, state, actor, now))
    return test
