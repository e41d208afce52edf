"""Writing, signing, replacing and reviewing a plan."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.refusals import StaleVersion
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import TeamMembership
from homeward.plans import actions
from homeward.plans.models import Plan
from homeward.plans.queries import active_plan, objectives_for
from homeward.plans.rules.tree import GoalDraft, InterventionDraft, ObjectiveDraft, ProblemDraft
from homeward.staff.models import RoleGrant
from homeward.testing.cast import LONG_AGO, Cast

pytestmark = pytest.mark.django_db
PARTS = {
    "strengths": "Shows up", "barriers": "Shift work", "discharge_criteria": "Objectives met",
    "estimated_weeks": 12, "medications": "none", "family_wish": "declined",
    "family_involvement": "Wants to tell them later.",
}  # fmt: skip


def own_thread(worker_id: UUID, **step: Any) -> ProblemDraft:
    """A thread in own words: one goal, one step, one thing that staff do."""
    done = InterventionDraft(
        kind="individual", approach="cbt", times=1, every_weeks=1, minutes=50, weeks=6,
        worker_id=worker_id, text="walk through the week's urges",
    )  # fmt: skip
    given = {
        "statement": "Name five triggers of the night shift", "measure": "list of five",
        "baseline": "names one", "target_on": clock.today() + timedelta(weeks=6),
        "interventions": (done,), **step,
    }  # fmt: skip
    goal = GoalDraft(
        own_words="I want my Sunday mornings back.", objectives=(ObjectiveDraft(**given),)
    )
    return ProblemDraft(
        statement="Urges come on the way home after the night shift.", dimension=5, goals=(goal,)
    )


def start(cast: Cast, **more: Any) -> Plan:
    """Dana's draft for Jo with one thread."""
    plan: Plan = actions.start_plan(
        actor=cast.dana.actor, episode_id=cast.episode.pk, now=clock.now(), **{**PARTS, **more}
    )
    actions.add_thread(
        actor=cast.dana.actor, plan_id=plan.pk, problem=own_thread(cast.dana.pk), now=clock.now()
    )
    return plan


def sign(cast: Cast, plan: Plan, meaning: str, **more: Any) -> Any:
    """One signature; by Dana unless said otherwise."""
    given = {"actor": cast.dana.actor, "signer_name": "jo avery", **more}
    return actions.sign_plan(plan_id=plan.pk, meaning=meaning, now=clock.now(), **given)


def in_force(cast: Cast) -> Plan:
    """A plan both have signed."""
    plan = start(cast)
    sign(cast, plan, "author")
    sign(cast, plan, "client")
    plan.refresh_from_db()
    return plan


class TestSignPlan:
    def test_comes_into_force_with_author_and_client(self, cast: Cast) -> None:
        """Both signatures keep the same fingerprint; the review day is set."""
        plan = start(cast)
        author = sign(cast, plan, "author")
        assert author.credential == "LPC"
        plan.refresh_from_db()
        assert plan.state == Plan.State.SIGNED
        client = sign(cast, plan, "client")
        assert (client.content_hash, client.name) == (author.content_hash, "jo avery")
        plan.refresh_from_db()
        assert plan.state == Plan.State.ACTIVE
        assert plan.review_due_on is not None
        assert active_plan(cast.dana.actor, cast.episode) == plan
        assert [each.number for each in objectives_for(cast.dana.actor, cast.episode)] == ["1.1"]

    def test_comes_into_force_when_the_client_does_not_sign(self, cast: Cast) -> None:
        """With the reason on record."""
        plan = start(cast)
        sign(cast, plan, "author")
        with pytest.raises(actions.RefusalNeedsReason):
            sign(cast, plan, "client_refused")
        sign(cast, plan, "client_refused", reason="Wants to talk to her sister first.")
        plan.refresh_from_db()
        assert plan.state == Plan.State.ACTIVE

    def test_refuses_an_incomplete_plan_and_says_all(self, cast: Cast) -> None:
        """Every gap at once."""
        plan = start(cast, strengths="", medications="")
        with pytest.raises(actions.PlanIncomplete) as refused:
            sign(cast, plan, "author")
        assert refused.value.codes == ("strengths_missing", "medications_missing")

    def test_keeps_order_and_persons(self, cast: Cast) -> None:
        """The author first, the client by their own name, nobody twice."""
        plan = start(cast)
        with pytest.raises(actions.AuthorSignsFirst):
            sign(cast, plan, "client")
        with pytest.raises(Plan.DoesNotExist):
            sign(cast, plan, "author", actor=cast.sam.actor)
        sign(cast, plan, "author")
        with pytest.raises(actions.NameOfAnother):
            sign(cast, plan, "client", signer_name="Kim Avery")
        with pytest.raises(actions.AlreadySigned):
            sign(cast, plan, "author")
        sign(cast, plan, "cosign", actor=cast.sam.actor)

    def test_nobody_cosigns_their_own_work(self, cast: Cast) -> None:
        """A supervisor who is the author needs another supervisor."""
        RoleGrant.objects.create(
            worker=cast.dana.row, role=Role.SUPERVISOR, program=cast.program, site=cast.site,
            starts_on=LONG_AGO,
        )  # fmt: skip
        plan = start(cast)
        sign(cast, plan, "author")
        with pytest.raises(actions.NobodyCosignsOwnWork):
            sign(cast, plan, "cosign")

    def test_is_the_authors_alone(self, cast: Cast) -> None:
        """Another counselor of the team does not sign Dana's words as their own."""
        RoleGrant.objects.create(
            worker=cast.ruth.row, role=Role.COUNSELOR, program=cast.program, site=cast.site,
            starts_on=LONG_AGO,
        )  # fmt: skip
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=cast.ruth.row, role="counselor",
            starts_at=clock.now() - timedelta(days=1),
        )  # fmt: skip
        with pytest.raises(actions.NotTheAuthor):
            sign(cast, start(cast), "author", actor=cast.ruth.actor)

    def test_refuses_an_old_page(self, cast: Cast) -> None:
        """The author signs what they saw."""
        plan = start(cast)
        with pytest.raises(StaleVersion):
            sign(cast, plan, "author", expected_version=1)

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar works elsewhere."""
        plan = start(cast)
        with pytest.raises(Plan.DoesNotExist):
            sign(cast, plan, "author", actor=cast.omar.actor)


class TestWriting:
    def test_a_signed_plan_does_not_change(self, cast: Cast) -> None:
        """Neither its parts nor its threads."""
        plan = in_force(cast)
        for attempt in (
            lambda: actions.describe_plan(
                actor=cast.dana.actor, plan_id=plan.pk, parts={"strengths": "x"}, now=clock.now()
            ),
            lambda: actions.add_thread(
                actor=cast.dana.actor, plan_id=plan.pk, theme="mood", now=clock.now()
            ),
        ):
            with pytest.raises(actions.PlanIsSigned):
                attempt()

    def test_a_new_version_takes_the_place_when_it_is_signed(self, cast: Cast) -> None:
        """Until then the old one stays in force; one draft at a time."""
        first = in_force(cast)
        second = start(cast)
        assert second.number == 2
        with pytest.raises(actions.PlanExists):
            start(cast)
        assert active_plan(cast.dana.actor, cast.episode) == first
        sign(cast, second, "author")
        sign(cast, second, "client")
        first.refresh_from_db()
        assert first.state == Plan.State.SUPERSEDED
        assert active_plan(cast.dana.actor, cast.episode).pk == second.pk

    def test_a_thread_can_be_taken_out_of_a_draft(self, cast: Cast) -> None:
        """With everything that hangs on it."""
        plan = start(cast)
        problem = plan.problems.for_actor(cast.dana.actor, Purpose.TREATMENT).get()
        actions.drop_thread(
            actor=cast.dana.actor, plan_id=plan.pk, problem_id=problem.pk, now=clock.now()
        )
        assert objectives_for(cast.dana.actor, cast.episode) == []

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar cannot start a plan for Jo."""
        with pytest.raises(Episode.DoesNotExist):
            actions.start_plan(actor=cast.omar.actor, episode_id=cast.episode.pk, now=clock.now())


class TestReviewPlan:
    def review(self, cast: Cast, plan: Plan, **more: Any) -> Any:
        """Dana and Jo look at it together."""
        given = {
            "objective_states": {"1.1": "met"}, "summary": "Two triggers left.",
            "next_due_on": clock.today() + timedelta(days=30), **more,
        }  # fmt: skip
        return actions.review_plan(actor=cast.dana.actor, plan_id=plan.pk, now=clock.now(), **given)

    def test_moves_objectives_and_the_next_day(self, cast: Cast) -> None:
        """A met objective leaves the list of what is worked on."""
        plan = in_force(cast)
        kept = self.review(cast, plan)
        plan.refresh_from_db()
        assert plan.review_due_on == kept.next_due_on
        assert objectives_for(cast.dana.actor, cast.episode) == []

    def test_refuses_half_a_review(self, cast: Cast) -> None:
        """A summary, a day ahead, and objectives of this plan."""
        plan = in_force(cast)
        for wrong in ({"summary": " "}, {"next_due_on": clock.today()}, {"next_due_on": None}):
            with pytest.raises(actions.ReviewIncomplete):
                self.review(cast, plan, **wrong)
        with pytest.raises(actions.ObjectiveNotInPlan):
            self.review(cast, plan, objective_states={"9.9": "met"})
