"""The result is talked over with the client, and the chain closes."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.drugtests.facts import TestDiscussed
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import locked_test, require_judgement

State = DrugTest.State
ACCOUNTS = ("agrees", "disputes", "explains_medicine", "no_comment")
SHORTEST_DISCUSSION = 10


class DiscussionIncomplete(Refusal):
    """What the client says about it, and what was agreed."""


@action
def discuss_result(
    *,
    actor: Actor,
    test_id: UUID,
    client_account: str,
    discussion: str,
    now: datetime,
    expected_version: int | None = None,
) -> DrugTest:
    """Write down the talk; who discusses has also reviewed.

    Raises DiscussionIncomplete, NotAllowed, NotInThatState, StaleVersion.
    """
    require_judgement(actor)
    test = locked_test(
        actor, test_id, states=(State.RESULTED, State.REVIEWED), expected_version=expected_version
    )
    if client_account not in ACCOUNTS:
        raise DiscussionIncomplete("client_account")
    if len(discussion.strip()) < SHORTEST_DISCUSSION:
        raise DiscussionIncomplete("discussion")
    test.change(
        state=State.DISCUSSED,
        reviewed_at=test.reviewed_at or now,
        reviewed_by_id=test.reviewed_by_id or actor.worker_id,
        discussed_at=now,
        discussed_by_id=actor.worker_id,
        client_account=client_account,
        discussion=discussion.strip(),
    )
    audit.record("drugtests.test.discussed", actor=actor, subject=test, at=now)
    announce(TestDiscussed(test.pk, test.client_id, test.episode_id, actor, now))
    return test
