"""The second person says, under their own name, that a test with a reason is right."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import locked_test

State = DrugTest.State


class NotTheSecondPerson(Refusal):
    """Only the worker who was asked may agree, and nobody agrees with themselves."""


class AlreadySeconded(Refusal):
    """The second person has agreed before."""


@action
def second_order(
    *, actor: Actor, test_id: UUID, now: datetime, expected_version: int | None = None
) -> DrugTest:
    """Agree to a test with a reason; only then may a specimen be taken.

    Raises NotTheSecondPerson, AlreadySeconded, NotInThatState, StaleVersion.
    """
    test = locked_test(
        actor, test_id, states=(State.ORDERED, State.NOTIFIED), expected_version=expected_version
    )
    if test.seconded_by_id is None or test.seconded_by_id != actor.worker_id:
        raise NotTheSecondPerson
    if test.seconded_at is not None:
        raise AlreadySeconded
    test.change(seconded_at=now)
    audit.record("drugtests.test.seconded", actor=actor, subject=test, at=now)
    return test
