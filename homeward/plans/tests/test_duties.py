"""What about plans stands on whose list, what ends it, and who is told when nobody did it."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.plans import actions
from homeward.plans.keeping_watch import open_plan_duties
from homeward.plans.rules.late import LateNumbers, escalates, is_on_the_list
from homeward.plans.tests.test_sign_plan import in_force, sign, start
from homeward.plans.tests.test_talk_and_amend import say
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast

SERVICE = Actor.of_service("test")
NUMBERS = LateNumbers(ahead_days=5, client_sign_days=3, escalation_days=2)


@pytest.mark.parametrize(
    ("days", "listed"), [(-3, True), (0, True), (5, True), (6, False)]
)  # fmt: skip
def test_a_duty_stands_on_the_list_before_its_day(days: int, listed: bool) -> None:
    """And stays there when the day has passed."""
    today = NOON.date()
    assert is_on_the_list(today + timedelta(days=days), today, NUMBERS) is listed


@pytest.mark.parametrize(("hours", "told"), [(0, False), (47, False), (48, True), (480, True)])
def test_a_supervisor_is_told_days_later(hours: int, told: bool) -> None:
    assert escalates(NOON, NOON + timedelta(hours=hours), NUMBERS) is told


def open_duties(**which: Any) -> list[tuple[str, Any]]:
    """Kind and owner of what is open."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(closed_at=None, kind__startswith="plan_", **which).order_by("kind")
    return [(task.kind, task.owner_id) for task in found]


@pytest.mark.django_db
class TestWatch:
    def test_an_unsigned_plan_is_its_writers_duty_until_it_is_signed(self, cast: Cast) -> None:
        """Then the client's answer is asked for; then nothing."""
        plan = start(cast)
        assert open_plan_duties(now=clock.now()) >= 1
        assert ("plan_unsigned", cast.dana.pk) in open_duties(client=cast.jo.row)
        open_plan_duties(now=clock.now())
        assert len(open_duties(client=cast.jo.row, kind="plan_unsigned")) == 1
        sign(cast, plan, "author")
        assert open_duties(client=cast.jo.row, kind="plan_unsigned") == []
        open_plan_duties(now=clock.now())
        assert ("plan_unanswered", cast.dana.pk) in open_duties(client=cast.jo.row)
        sign(cast, plan, "client")
        assert open_duties(client=cast.jo.row) == []

    def test_a_review_and_a_stay_fall_due_and_end_with_the_review(self, cast: Cast) -> None:
        """A plan review ends its own duty; the stay's goes on until somebody says why."""
        plan = in_force(cast)
        later = clock.now() + timedelta(days=29)
        open_plan_duties(now=later)
        kinds = [kind for kind, _ in open_duties(client=cast.jo.row)]
        assert {"plan_review", "plan_stay"} <= set(kinds)
        actions.review_plan(
            actor=cast.dana.actor, plan_id=plan.pk, objective_states={}, summary="Going well.",
            next_due_on=clock.today() + timedelta(days=59), now=later,
        )  # fmt: skip
        kinds = [kind for kind, _ in open_duties(client=cast.jo.row)]
        assert "plan_review" not in kinds and "plan_stay" in kinds

    def test_what_nobody_does_goes_to_the_supervisor_and_ends_with_it(self, cast: Cast) -> None:
        plan = in_force(cast)
        late = clock.now() + timedelta(days=40)
        open_plan_duties(now=late)
        open_plan_duties(now=late)
        told = open_duties(client=cast.jo.row, kind="plan_late")
        assert told and {owner for _, owner in told} == {cast.sam.pk}
        actions.review_plan(
            actor=cast.dana.actor, plan_id=plan.pk, objective_states={}, summary="Late, and done.",
            next_due_on=clock.today() + timedelta(days=70), stay_words="Sleep is not steady.",
            stay_next_due_on=clock.today() + timedelta(days=54), now=late,
        )  # fmt: skip
        assert open_duties(client=cast.jo.row, kind="plan_late") == []

    def test_a_duty_is_not_ended_by_saying_so(self, cast: Cast) -> None:
        """Signed, answered and reviewed are proved by the record."""
        start(cast)
        open_plan_duties(now=clock.now())
        rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
        task = rows.get(client=cast.jo.row, kind="plan_unsigned")
        with pytest.raises(DispositionUnproven):
            complete_task(
                actor=cast.dana.actor, task_id=task.pk, disposition="signed", now=clock.now()
            )

    def test_the_clients_words_ask_for_an_answer(self, cast: Cast) -> None:
        comment = say(cast, in_force(cast))
        assert open_duties(kind="plan_comment") == [("plan_comment", cast.dana.pk)]
        actions.answer_comment(
            actor=cast.dana.actor, comment_id=comment.pk, text="Of course.", now=clock.now()
        )
        assert open_duties(kind="plan_comment") == []
