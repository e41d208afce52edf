"""The client's own word against a result: it stands beside it, and somebody looks on time."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.refusals import NotAllowed
from homeward.drugtests.dispute_duty import DISPUTES, ask_to_look
from homeward.drugtests.models import DrugTest
from homeward.drugtests.queries import disputable
from homeward.drugtests.reaching import NotInThatState
from homeward.kernel.purposes import Purpose


@action
def dispute_own_result(*, actor: Actor, test_id: UUID, now: datetime) -> DrugTest:
    """Write down that the client says it is wrong; said again, it is the same.

    Raises DrugTest.DoesNotExist for anybody else's, NotInThatState once it was talked over or
    where nothing was found.
    """
    if actor.kind != CLIENT:
        raise NotAllowed("own_result_alone")
    mine = DrugTest.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    mine.get(pk=test_id, client_id=actor.client_id)
    rows = DrugTest.objects.for_actor(DISPUTES, Purpose.CLIENT_REQUEST)
    test: DrugTest = rows.select_for_update(of=("self",)).get(pk=test_id)
    if test.disputed_at is not None:
        return test
    if not disputable(test):
        raise NotInThatState
    test.change(disputed_at=now)
    audit.record("drugtests.test.disputed", actor=actor, subject=test, at=now)
    ask_to_look(test, now)
    return test
