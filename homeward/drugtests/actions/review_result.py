"""A clinician looks at a result."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import locked_test, require_judgement

State = DrugTest.State


@action
def review_result(
    *, actor: Actor, test_id: UUID, now: datetime, expected_version: int | None = None
) -> DrugTest:
    """Say that a clinician has seen the result. Raises NotAllowed, NotInThatState, StaleVersion."""
    require_judgement(actor)
    test = locked_test(actor, test_id, states=(State.RESULTED,), expected_version=expected_version)
    test.change(state=State.REVIEWED, reviewed_at=now, reviewed_by_id=actor.worker_id)
    audit.record("drugtests.test.reviewed", actor=actor, subject=test, at=now)
    return test
