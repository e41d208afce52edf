"""The client's words, amendments with their history, reviews with the record, and the walls."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from homeward import audit
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.plans import actions
from homeward.plans.ending import close_plans
from homeward.plans.models import Objective, Plan, PlanComment, PlanReview
from homeward.plans.tests.test_sign_plan import in_force, own_thread, sign, start
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.TREATMENT)


def say(cast: Cast, plan: Plan, **more: Any) -> PlanComment:
    """Jo says something about a version."""
    given = {"kind": "change", "text": "Mornings, please.", "now": clock.now(), **more}
    return actions.comment_on_plan(actor=cast.jo.actor, plan_id=plan.pk, **given)


class TestTalk:
    def test_a_draft_is_the_clients_to_read_once_it_is_given(self, cast: Cast) -> None:
        """Not before; afterwards their words stand, and staff answer once."""
        plan = start(cast)
        with pytest.raises(actions.PlanNotOpenToClient):
            say(cast, plan)
        actions.share_plan(actor=cast.dana.actor, plan_id=plan.pk, now=clock.now())
        asked = say(cast, plan, objective_id=rows(Objective).get().pk)
        answer = actions.answer_comment(
            actor=cast.dana.actor, comment_id=asked.pk, text="Moved to eight.", now=clock.now()
        )
        assert (answer.answers_id, answer.worker_id) == (asked.pk, cast.dana.pk)
        with pytest.raises(actions.CommentAnswered):
            actions.answer_comment(
                actor=cast.dana.actor, comment_id=asked.pk, text="Again.", now=clock.now()
            )

    def test_words_are_needed_unless_it_fits(self, cast: Cast) -> None:
        plan = in_force(cast)
        with pytest.raises(actions.CommentEmpty):
            say(cast, plan, text="  ")
        assert say(cast, plan, kind="fits", text="").kind == "fits"

    def test_nobody_speaks_for_the_client(self, cast: Cast) -> None:
        """Staff do not, another client does not reach it, the other site answers nothing."""
        plan = in_force(cast)
        with pytest.raises(NotAllowed):
            actions.comment_on_plan(
                actor=cast.dana.actor, plan_id=plan.pk, kind="change", text="x", now=clock.now()
            )
        with pytest.raises(Plan.DoesNotExist):
            actions.comment_on_plan(
                actor=cast.pat.actor, plan_id=plan.pk, kind="change", text="x", now=clock.now()
            )
        asked = say(cast, plan)
        for outsider in (cast.omar.actor, cast.ruth.actor):
            with pytest.raises(PlanComment.DoesNotExist):
                actions.answer_comment(
                    actor=outsider, comment_id=asked.pk, text="x", now=clock.now()
                )
        with pytest.raises(Plan.DoesNotExist):
            actions.share_plan(actor=cast.omar.actor, plan_id=plan.pk, now=clock.now())

    def test_what_was_said_is_never_changed(self, cast: Cast) -> None:
        """Tried with SQL of one's own."""
        say(cast, in_force(cast))
        for statement in (
            "UPDATE plans_plancomment SET kind = 'fits'",
            "DELETE FROM plans_plancomment",
            "TRUNCATE plans_plancomment",
        ):
            with (
                pytest.raises(DatabaseError, match=r"never changed|permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)


class TestAmend:
    def amend(self, cast: Cast, plan: Plan, **more: Any) -> Plan:
        given = {"actor": cast.dana.actor, "reason": "Urges are back.", **more}
        return actions.amend_plan(plan_id=plan.pk, now=clock.now(), **given)

    def test_it_carries_what_is_open_and_knows_what_it_continues(self, cast: Cast) -> None:
        plan = in_force(cast)
        draft = self.amend(cast, plan)
        old, new = rows(Objective).order_by("created_at")
        assert (new.number, new.continues_id) == (old.number, old.pk)
        assert (draft.amends_id, draft.number, draft.strengths) == (plan.pk, 2, plan.strengths)
        sign(cast, draft, "author")
        sign(cast, draft, "client")
        plan.refresh_from_db()
        assert plan.state == Plan.State.SUPERSEDED and plan.ended_at is not None

    def test_what_is_met_stays_behind(self, cast: Cast) -> None:
        plan = in_force(cast)
        rows(Objective).update(state="met")
        self.amend(cast, plan)
        assert rows(Objective).count() == 1

    def test_it_says_why_and_amends_what_is_in_force(self, cast: Cast) -> None:
        with pytest.raises(actions.NothingToAmend):
            self.amend(cast, start(cast))
        plan = rows(Plan).get()
        sign(cast, plan, "author")
        sign(cast, plan, "client")
        with pytest.raises(actions.AmendmentNeedsReason):
            self.amend(cast, plan, reason=" ")
        with pytest.raises(Plan.DoesNotExist):
            self.amend(cast, plan, actor=cast.omar.actor)

    def test_the_reason_stands_for_good(self, cast: Cast) -> None:
        """The database refuses an amendment without one, and a signed one with another."""
        draft = self.amend(cast, in_force(cast))
        with (
            pytest.raises(IntegrityError, match="plans_amendment_says_why"),
            transaction.atomic(),
        ):
            rows(Plan).filter(pk=draft.pk).update(amendment_reason="")
        sign(cast, draft, "author")
        with pytest.raises(IntegrityError, match="signed plan"), transaction.atomic():
            rows(Plan).filter(pk=draft.pk).update(amendment_reason="Other")


class TestStay:
    def stay(self, cast: Cast, plan: Plan, **more: Any) -> PlanReview:
        given = {
            "objective_states": {"1.1": "active"}, "summary": "One of two open.",
            "next_due_on": None, "kind": "continued_stay", "stay_words": "Evenings are hard yet.",
            "stay_next_due_on": clock.today() + timedelta(days=14), **more,
        }  # fmt: skip
        return actions.review_plan(actor=cast.dana.actor, plan_id=plan.pk, now=clock.now(), **given)

    def test_it_keeps_the_record_of_that_day(self, cast: Cast) -> None:
        """The objectives with their way, under one fingerprint; the plan review stays due."""
        plan = in_force(cast)
        kept = self.stay(cast, plan)
        assert kept.record[0]["code"] == "objective_stands" and kept.content_hash
        before = plan.review_due_on
        plan.refresh_from_db()
        assert (plan.review_due_on, plan.stay_due_on) == (before, kept.stay_next_due_on)
        with (
            pytest.raises(DatabaseError, match=r"never changed|permission denied"),
            transaction.atomic(),
        ):
            rows(PlanReview).update(stay_words="Other")

    @pytest.mark.parametrize(
        "wrong", [{"stay_words": " "}, {"stay_next_due_on": None}, {"stay_next_due_on": "today"}]
    )
    def test_it_says_why_and_until_when(self, cast: Cast, wrong: dict[str, Any]) -> None:
        given = {
            name: clock.today() if value == "today" else value for name, value in wrong.items()
        }
        with pytest.raises(actions.StayUnexplained):
            self.stay(cast, in_force(cast), **given)


class TestOwn:
    def test_a_library_text_is_not_signed(self, cast: Cast) -> None:
        """Begun from the library, and nothing of it changed."""
        plan = actions.start_plan(
            actor=cast.dana.actor, episode_id=cast.episode.pk, now=clock.now(),
            strengths="a", barriers="b", discharge_criteria="c", medications="none",
            family_wish="nobody", family_involvement="Lives alone.",
        )  # fmt: skip
        actions.add_thread(
            actor=cast.dana.actor, plan_id=plan.pk, theme="return_to_use", now=clock.now()
        )
        with pytest.raises(actions.PlanNotIndividual) as refused:
            sign(cast, plan, "author")
        assert refused.value.codes == ("problem_from_library", "goal_from_library")

    def test_another_clients_plan_is_not_signed_again(self, cast: Cast) -> None:
        """Refused with the sentences; made one's own, it is signed. No name is told."""
        own = {"strengths": "Cooks for the whole street on Sundays.",
               "barriers": "The last bus leaves before group ends."}  # fmt: skip
        other = Plan.objects.create(
            client=cast.pat.row, site=cast.pat.row.site, episode=cast.other_episode,
            author=cast.dana.row, started_at=clock.now(), strengths=own["strengths"],
            barriers=f"{own['barriers']} Urges come on the way home after the night shift.",
        )  # fmt: skip
        plan = start(cast, **own)
        with pytest.raises(actions.PlanNotIndividual) as refused:
            sign(cast, plan, "author")
        assert refused.value.codes == ("plan_is_a_copy",)
        assert "Cooks for the whole street on Sundays" in refused.value.twins
        actions.describe_plan(
            actor=cast.dana.actor, plan_id=plan.pk, now=clock.now(),
            parts={"strengths": "Never missed a shift in four years at the mill."},
        )  # fmt: skip
        assert sign(cast, plan, "author").meaning == "author"
        assert other.pk != plan.pk


def test_a_plan_ends_with_its_episode(cast: Cast) -> None:
    """Closed with its day, drafts too."""
    plan = in_force(cast)
    with audit.unit():
        assert close_plans(cast.episode, actor=SERVICE, now=clock.now()) == 1
    plan.refresh_from_db()
    assert plan.state == Plan.State.CLOSED and plan.ended_at


def test_parts_are_written_while_it_is_a_draft_only(cast: Cast) -> None:
    """The last step stays; a signed plan refuses every part; the other site finds nothing."""
    plan = start(cast)
    step = rows(Objective).get()
    with pytest.raises(actions.LastOfItsKind):
        actions.drop_objective(
            actor=cast.dana.actor, plan_id=plan.pk, objective_id=step.pk, now=clock.now()
        )
    problem = step.goal.problem
    wanted = own_thread(cast.dana.pk).goals[0].objectives[0]
    give = {"plan_id": plan.pk, "problem_id": problem.pk, "objective": wanted, "now": clock.now()}
    actions.keep_objective(actor=cast.dana.actor, **give)
    assert [each.number for each in rows(Objective).order_by("number")] == ["1.1", "1.2"]
    with pytest.raises(Plan.DoesNotExist):
        actions.keep_objective(actor=cast.omar.actor, **give)
    sign(cast, plan, "author")
    with pytest.raises(actions.PlanIsSigned):
        actions.keep_objective(actor=cast.dana.actor, **give)
