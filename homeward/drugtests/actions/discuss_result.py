"""The result is talked over with the client, and the chain closes."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.drugtests.dispute_duty import TALKED, looked_at
from homeward.drugtests.facts import TestDiscussed
from homeward.drugtests.models import DrugTest
from homeward.drugtests.ordering import open_orders
from homeward.drugtests.queries import unconfirmed
from homeward.drugtests.reaching import locked_test, require_judgement

State = DrugTest.State
ACCOUNTS = ("agrees", "disputes", "explains_medicine", "no_comment")
SHORTEST_DISCUSSION = 10


class DiscussionIncomplete(Refusal):
    """What the client says about it, and what was agreed."""


class DisputeOpen(Refusal):
    """Disputed and not confirmed: send it for confirmation, or write why that is not done."""


@action
def dispute_result(
    *, actor: Actor, test_id: UUID, now: datetime, expected_version: int | None = None
) -> DrugTest:
    """Write down that the client says it is wrong; a result is never talked away or insisted on.

    Raises NotAllowed, NotInThatState, StaleVersion.
    """
    require_judgement(actor)
    test = locked_test(
        actor, test_id, states=(State.RESULTED, State.REVIEWED), expected_version=expected_version
    )
    if test.disputed_at is None:
        test.change(disputed_at=now)
        audit.record("drugtests.test.disputed", actor=actor, subject=test, at=now)
    return test


@action
def discuss_result(
    *,
    actor: Actor,
    test_id: UUID,
    client_account: str,
    discussion: str,
    now: datetime,
    unconfirmed_reason: str = "",
    expected_version: int | None = None,
) -> DrugTest:
    """Write down the talk, which closes the chain; who discusses has also reviewed.

    A disputed reading that is not confirmed needs a confirmation under way, or
    `unconfirmed_reason`. Raises DiscussionIncomplete, DisputeOpen, NotAllowed, NotInThatState,
    StaleVersion.
    """
    require_judgement(actor)
    test = locked_test(
        actor, test_id, states=(State.RESULTED, State.REVIEWED), expected_version=expected_version
    )
    if client_account not in ACCOUNTS:
        raise DiscussionIncomplete("client_account")
    if len(discussion.strip()) < SHORTEST_DISCUSSION:
        raise DiscussionIncomplete("discussion")
    is_disputed = client_account == "disputes" or test.disputed_at is not None
    if is_disputed and not unconfirmed_reason.strip() and _waits_for_confirmation(test):
        raise DisputeOpen
    test.change(
        state=State.DISCUSSED,
        disputed_at=(test.disputed_at or now) if is_disputed else None,
        unconfirmed_reason=unconfirmed_reason.strip()[:200],
        reviewed_at=test.reviewed_at or now,
        reviewed_by_id=test.reviewed_by_id or actor.worker_id,
        discussed_at=now,
        discussed_by_id=actor.worker_id,
        client_account=client_account,
        discussion=discussion.strip(),
    )
    audit.record("drugtests.test.discussed", actor=actor, subject=test, at=now)
    looked_at(actor, test.pk, TALKED, now)
    announce(TestDiscussed(test.pk, test.client_id, test.episode_id, actor, now))
    return test


def _waits_for_confirmation(test: DrugTest) -> bool:
    """Whether something is unconfirmed and nobody has sent it to a laboratory."""
    return bool(unconfirmed(test)) and not open_orders(test).filter(kind="confirmation").exists()
