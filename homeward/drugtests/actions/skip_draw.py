"""Ending a drawn test before its time: one worker asks in writing, another agrees, both by name.

It is called off, or, where the client puts no initials to it, it ends as declined or not able.
"""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.drugtests.actions.end_test import SAID_BY_CLIENT, EndUnknown
from homeward.drugtests.facts import TestEnded
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import locked_test, require_judgement

State = DrugTest.State
WAITING = (State.ORDERED, State.NOTIFIED)
SHORTEST_REASON = 10


class SkipNeedsReason(Refusal):
    """Why a drawn test is called off, in a sentence."""


class NothingToAgree(Refusal):
    """Nobody has asked to call this test off."""


class SkipNeedsSecondPerson(Refusal):
    """Who asked cannot agree; somebody else must."""


@action
def ask_skip(
    *, actor: Actor, test_id: UUID, reason: str, now: datetime, ends_as: str = State.CANCELLED,
    expected_version: int | None = None,
) -> DrugTest:  # fmt: skip
    """Ask to call a waiting test off, or to end it as `refused` or `unable`.

    It stands until a second person agrees. To call one off is for who reads results; that the
    client said no may be written down by whoever collects. Raises SkipNeedsReason, EndUnknown,
    NotAllowed, NotInThatState, StaleVersion.
    """
    if ends_as not in (State.CANCELLED, *SAID_BY_CLIENT):
        raise EndUnknown
    if ends_as == State.CANCELLED:
        require_judgement(actor)
    test = locked_test(actor, test_id, states=WAITING, expected_version=expected_version)
    if len(reason.strip()) < SHORTEST_REASON:
        raise SkipNeedsReason
    test.change(
        skip_asked_at=now, skip_asked_by_id=actor.worker_id, skip_reason=reason.strip()[:200],
        skip_as=ends_as,
    )  # fmt: skip
    audit.record(
        "drugtests.test.skip_asked", actor=actor, subject=test, at=now, reason=test.skip_reason
    )
    return test


@action
def agree_skip(
    *, actor: Actor, test_id: UUID, now: datetime, expected_version: int | None = None
) -> DrugTest:
    """Agree, and the test ends as was asked, by default cancelled; in the published draw it stays.

    Raises NothingToAgree, SkipNeedsSecondPerson, NotInThatState, StaleVersion.
    """
    test = locked_test(actor, test_id, states=WAITING, expected_version=expected_version)
    if test.skip_asked_at is None:
        raise NothingToAgree
    if actor.worker_id is None or actor.worker_id == test.skip_asked_by_id:
        raise SkipNeedsSecondPerson
    test.change(
        state=test.skip_as or State.CANCELLED,
        ended_at=now,
        ended_by_id=actor.worker_id,
        ended_reason=test.skip_reason,
    )
    audit.record(
        f"drugtests.test.{test.state}", actor=actor, subject=test, at=now, reason=test.skip_reason
    )
    announce(TestEnded(test.pk, test.client_id, test.episode_id, test.state, actor, now))
    return test
