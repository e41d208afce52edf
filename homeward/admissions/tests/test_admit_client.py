"""Admission: one open episode with its team and an initial plan, or every reason why not yet."""

import pytest

from homeward.admissions import actions
from homeward.admissions.models import Episode, Inquiry
from homeward.admissions.tests import walking
from homeward.audit.models import Entry
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership
from homeward.plans.models import Plan
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")


class TestAdmitClient:
    def test_opens_episode_stage_team_and_an_initial_plan(self, cast: Cast) -> None:
        """The whole way from the first call ends in care, with every step on record."""
        inquiry, client = walking.ready_to_admit(cast)
        assert inquiry.state == Inquiry.State.PLACED

        episode = walking.admit(cast, client, diagnosis="F10.20")

        assert (episode.level_code, episode.phase.code) == ("2.1", "orientation")
        assert [stage.reason for stage in episode.stages.all()] == ["admission"]
        team = TeamMembership.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
            client=client, ends_at=None
        )
        assert {(each.worker_id, each.role, each.is_primary) for each in team} == {
            (cast.dana.pk, "counselor", True),
            (cast.ruth.pk, "nurse", False),
        }
        plan = Plan.objects.for_actor(cast.dana.actor, Purpose.TREATMENT).get(episode=episode)
        assert (plan.state, plan.kind, plan.author_id) == ("draft", "initial", cast.dana.pk)
        inquiry.refresh_from_db()
        assert inquiry.state == Inquiry.State.ADMITTED
        moves = [(each.from_state, each.to_state) for each in inquiry.steps.order_by("created_at")]
        assert moves == [
            ("", "inquiry"),
            ("inquiry", "contacted"),
            ("contacted", "screened"),
            ("screened", "assessment_scheduled"),
            ("assessment_scheduled", "assessed"),
            ("assessed", "placed"),
            ("placed", "admitted"),
        ]
        assert Entry.objects.filter(code="admissions.client.admitted").count() == 1

    def test_refuses_with_every_reason_that_stops_it(self, cast: Cast) -> None:
        """No consent and no decision: both are said, not only the first."""
        client = walking.open_record(cast, walking.call(cast))
        with pytest.raises(actions.NotAdmittable) as refused:
            walking.admit(cast, client)
        assert refused.value.codes == (
            "placement_decided", "level_is_provided_here", "withdrawal_screen_done",
            "suicide_screen_done", "interim_plan_ready", "treatment_consent_signed",
        )  # fmt: skip
        assert refused.value.decision.outcome == "not_yet"

    def test_waits_for_a_medical_evaluation(self, cast: Cast) -> None:
        """Daily benzodiazepines hold the admission; the examination recorded lets it go."""
        from homeward.core import clock
        from homeward.placement.actions import HoldNotOpen, release_hold

        inquiry = walking.call(cast)
        client = walking.open_record(cast, inquiry)
        walking.screen(cast, client)
        walking.give_appointment(cast, inquiry)
        placement = walking.decide(cast, walking.rate(cast, client, daily_benzodiazepine=True))
        walking.sign(cast, client)
        walking.plan_meanwhile(cast, inquiry)
        with pytest.raises(actions.NotAdmittable) as refused:
            walking.admit(cast, client)
        assert refused.value.codes == ("no_open_hold",)

        cleared = {
            "actor": cast.dana.actor, "placement_id": placement.pk,
            "code": "same_day_medical_evaluation", "cleared_by": "Dr. Osei, MD",
        }  # fmt: skip
        release_hold(now=clock.now(), **cleared)
        with pytest.raises(HoldNotOpen):
            release_hold(now=clock.now(), **cleared)
        assert walking.admit(cast, client).ended_at is None

    def test_says_so_the_second_time(self, cast: Cast) -> None:
        """A second admission finds the first and opens nothing."""
        _, client = walking.ready_to_admit(cast)
        walking.admit(cast, client)
        with pytest.raises(actions.AlreadyAdmitted):
            walking.admit(cast, client)
        rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        assert rows.filter(client=client).count() == 1

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar works elsewhere: for him this client does not exist."""
        _, client = walking.ready_to_admit(cast)
        with pytest.raises(Client.DoesNotExist):
            actions.admit_client(
                actor=cast.omar.actor, client_id=client.pk, track_id=cast.evening.pk,
                primary_counselor_id=cast.omar.pk, now=walking.clock.now(),
            )  # fmt: skip
