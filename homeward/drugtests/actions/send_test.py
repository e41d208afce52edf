"""The specimen goes to the laboratory."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import locked_test

State = DrugTest.State


@action
def send_test(
    *, actor: Actor, test_id: UUID, now: datetime, expected_version: int | None = None
) -> DrugTest:
    """Say that a specimen is on its way. Raises NotInThatState, StaleVersion."""
    test = locked_test(actor, test_id, states=(State.COLLECTED,), expected_version=expected_version)
    test.change(state=State.SENT)
    audit.record("drugtests.test.sent", actor=actor, subject=test, at=now)
    return test
