"""The client's own word against a result: beside it at once, a duty until it is looked at."""

import pytest

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.drugtests import actions
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import NotInThatState
from homeward.kernel.purposes import Purpose
from homeward.portal.tests import scene
from homeward.tasks.models import CareTask


def duties():
    return list(CareTask.objects.for_actor(Actor.of_service("test"), Purpose.OPERATIONS).filter(
        kind="test_disputed"
    ))  # fmt: skip


def test_said_on_the_phone_it_waits_for_the_talk(cast):
    now = clock.now()
    test = scene.drug_test(cast, cast.jo, cast.episode, state="resulted", outcome="presumptive")
    said = {"test_id": test.pk, "now": now}
    first = actions.dispute_own_result(actor=cast.jo.actor, **said)
    again = actions.dispute_own_result(actor=cast.jo.actor, **said)
    assert (first.disputed_at, again.disputed_at) == (now, now)
    (task,) = duties()
    assert (task.owner_id, task.closed_at) == (cast.dana.pk, None)
    actions.discuss_result(
        actor=cast.dana.actor, test_id=test.pk, client_account="disputes",
        discussion="Says it cannot be, and took a cold medicine.", now=now,
        unconfirmed_reason="The specimen was used up.",
    )  # fmt: skip
    assert duties()[0].disposition == "talked"


@pytest.mark.parametrize(
    "facts", [{"outcome": "negative"}, {"outcome": "pending"}, {"state": "discussed"}]
)
def test_nothing_to_dispute(cast, facts):
    made = {"state": "resulted", "outcome": "presumptive"} | facts
    test = scene.drug_test(cast, cast.jo, cast.episode, **made)
    with pytest.raises(NotInThatState):
        actions.dispute_own_result(actor=cast.jo.actor, test_id=test.pk, now=clock.now())


def test_nobody_elses(cast):
    test = scene.drug_test(cast, cast.jo, cast.episode, state="resulted", outcome="presumptive")
    with pytest.raises(DrugTest.DoesNotExist):
        actions.dispute_own_result(actor=cast.pat.actor, test_id=test.pk, now=clock.now())
    with pytest.raises(NotAllowed):
        actions.dispute_own_result(actor=cast.dana.actor, test_id=test.pk, now=clock.now())
