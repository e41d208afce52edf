"""A duty ends with what came of it, once, by somebody of the team."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.core import clock
from homeward.core.refusals import StaleVersion
from homeward.tasks import actions
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.tasks.queries import open_tasks_for
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def duty(cast: Cast) -> CareTask:
    """A safety duty of Dana's for Jo."""
    return opened(cast)


def opened(cast: Cast) -> CareTask:
    """The same origin again."""
    from homeward import audit

    now = clock.now()
    with audit.unit():
        return open_duty(
            actor=cast.dana.actor, client=cast.jo.row, kind="safety", urgency="now",
            owner_id=cast.dana.pk, due_at=now + timedelta(hours=1), origin="test:1", detail={},
            now=now,
        )  # fmt: skip


def close(cast: Cast, duty: CareTask, disposition: str = "assessed_safe", **more: Any) -> CareTask:
    """Dana ends it."""
    actor = more.pop("actor", cast.dana.actor)
    done: CareTask = actions.complete_task(
        actor=actor, task_id=duty.pk, disposition=disposition, now=clock.now(), **more
    )
    return done


class TestCompleteTask:
    def test_keeps_who_ended_it_and_how(self, cast: Cast, duty: CareTask) -> None:
        """It leaves the list."""
        assert [each.pk for each in open_tasks_for(cast.dana.actor)] == [duty.pk]
        done = close(cast, duty)
        assert (done.closed_by_id, done.disposition) == (cast.dana.pk, "assessed_safe")
        assert open_tasks_for(cast.dana.actor) == []

    def test_opens_once_for_one_origin(self, cast: Cast, duty: CareTask) -> None:
        """The same cause never opens two."""
        assert opened(cast).pk == duty.pk

    def test_refuses_a_second_ending(self, cast: Cast, duty: CareTask) -> None:
        """The first word stands."""
        close(cast, duty)
        with pytest.raises(actions.DutyAlreadyClosed):
            close(cast, duty, "safety_plan_made")

    def test_refuses_an_ending_without_words_where_they_are_needed(
        self, cast: Cast, duty: CareTask
    ) -> None:
        """Not done is a decision somebody must explain."""
        with pytest.raises(actions.DispositionNeedsNote):
            close(cast, duty, "not_indicated")
        with pytest.raises(actions.DispositionUnknown):
            close(cast, duty, "forgotten")

    def test_refuses_a_page_that_is_old(self, cast: Cast, duty: CareTask) -> None:
        """Somebody else changed it meanwhile."""
        with pytest.raises(StaleVersion):
            close(cast, duty, expected_version=7)

    def test_is_nothing_for_the_other_site(self, cast: Cast, duty: CareTask) -> None:
        """Omar works elsewhere."""
        with pytest.raises(CareTask.DoesNotExist):
            close(cast, duty, actor=cast.omar.actor)
