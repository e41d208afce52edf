"""What is the client's alone, where they live, work, and being let be."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.consents.models import OutsideParty
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.linkage import actions, queries
from homeward.linkage.actions import refusals
from homeward.linkage.celebrating import own_milestones, wall_of
from homeward.linkage.models import MeetingEntry
from homeward.linkage.sending import answer_for
from homeward.linkage.tests.conftest import place
from homeward.linkage.tests.test_needs import duties, told
from homeward.linkage.tests.test_transfers import opened
from homeward.people.models import Stop
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
DAY = timedelta(days=1)
TODAY = date(2026, 11, 24)


def chosen(cast: Cast, **over: Any) -> Any:
    given = {
        "actor": cast.jo.actor, "milestone": "days_7", "shown": "wall", "name_shown": "J.",
        "since_on": TODAY - 9 * DAY, "now": NOON, **over,
    }  # fmt: skip
    return actions.choose_milestone(**given)


class TestMeetings:
    def test_staff_see_what_is_shown_and_only_while_it_is(self, tuesday: Cast) -> None:
        """The log belongs to the client; every kind of meeting stands alike."""
        for number, kind in enumerate(("secular", "twelve_step", "faith", "other")):
            actions.log_meeting(
                actor=tuesday.jo.actor, kind=kind, on=TODAY - number * DAY, now=NOON
            )
        shown, *rest = queries.own_meetings(tuesday.jo.actor)
        assert len(rest) == 3
        assert queries.shared_meetings(tuesday.dana.actor, tuesday.jo.pk) == []
        about = {"actor": tuesday.jo.actor, "meeting_id": shown.pk, "now": NOON}
        actions.share_meeting(**about, is_shared=True)
        found = queries.shared_meetings(tuesday.dana.actor, tuesday.jo.pk)
        assert [each.pk for each in found] == [shown.pk]
        actions.share_meeting(**about, is_shared=False)
        assert queries.shared_meetings(tuesday.dana.actor, tuesday.jo.pk) == []
        actions.strike_meeting(**about)
        assert len(queries.own_meetings(tuesday.jo.actor)) == 3

    def test_nobody_writes_it_for_the_client(self, tuesday: Cast) -> None:
        """Not their counselor, and not somebody else's account."""
        for other in (tuesday.dana, tuesday.kim):
            with pytest.raises(NotAllowed):
                actions.log_meeting(actor=other.actor, kind="secular", on=TODAY, now=NOON)
            assert queries.own_meetings(other.actor) == []
        row = actions.log_meeting(actor=tuesday.jo.actor, kind="other", on=TODAY, now=NOON)
        with pytest.raises(MeetingEntry.DoesNotExist):
            actions.strike_meeting(actor=tuesday.pat.actor, meeting_id=row.pk, now=NOON)
        with pytest.raises(refusals.MeetingUnclear):
            actions.log_meeting(actor=tuesday.jo.actor, kind="secular", on=TODAY + DAY, now=NOON)


class TestWall:
    def test_shows_nobody_who_did_not_choose_it(self, tuesday: Cast) -> None:
        """Both have reached thirty days of care or their own; one chose the wall, under J."""
        assert wall_of(tuesday.site, NOON) == ()
        row = chosen(tuesday)
        chosen(tuesday, shown="phone", milestone="days_30", since_on=None)
        (line,) = wall_of(tuesday.site, NOON)
        assert (line.name, line.milestone, line.on) == ("J.", "days_7", TODAY - 2 * DAY)
        assert wall_of(tuesday.other_site, NOON) == ()
        assert own_milestones(tuesday.jo.row, NOON) == {"days_7": TODAY - 2 * DAY}
        # It hangs for the program's days, and is gone from the instant it is taken back.
        assert wall_of(tuesday.site, NOON + 12 * DAY) == ()
        actions.withdraw_milestone(actor=tuesday.jo.actor, choice_id=row.pk, now=NOON)
        assert wall_of(tuesday.site, NOON) == ()

    def test_a_new_name_takes_the_place_of_the_old(self, tuesday: Cast) -> None:
        """One yes a milestone and place; staff choose for nobody."""
        chosen(tuesday)
        chosen(tuesday, name_shown="Someone")
        assert [line.name for line in wall_of(tuesday.site, NOON)] == ["Someone"]
        with pytest.raises(NotAllowed):
            chosen(tuesday, actor=tuesday.dana.actor)
        with pytest.raises(refusals.ChoiceUnclear) as no:
            chosen(tuesday, milestone="moon", shown="door", name_shown=" ")
        assert len(no.value.codes) == 3

    def test_to_be_let_be_ends_every_task_and_takes_everything_down(self, tuesday: Cast) -> None:
        """Once a death, a hospital or jail is recorded nothing is asked for any more."""
        told(tuesday)
        opened(tuesday)
        chosen(tuesday)
        actions.stop_following(
            actor=tuesday.dana.actor, client_id=tuesday.jo.pk, because="deceased", now=NOON
        )
        open_duties = [
            task
            for kind in ("linkage_need", "linkage_transfer")
            for task in duties(tuesday, kind)
            if task.closed_at is None
        ]
        assert open_duties == []
        assert wall_of(tuesday.site, NOON) == ()

    def test_who_died_waits_on_no_list_while_that_stands(self, tuesday: Cast) -> None:
        """Hospital hides the wall alone: a transfer there is followed on."""
        told(tuesday)
        opened(tuesday)
        chosen(tuesday)
        stop = Stop.objects.create(
            client=tuesday.jo.row, site=tuesday.site, kind="hospital", since_on=TODAY,
            known_by="family", recorded_at=NOON, recorded_by=tuesday.dana.row,
        )  # fmt: skip
        dana = tuesday.dana.actor
        assert wall_of(tuesday.site, NOON) == ()
        assert len(queries.open_transfers(dana)) == len(queries.waiting_needs(dana)) == 1
        stop.change(ended_at=NOON, ending="over")
        assert len(wall_of(tuesday.site, NOON)) == 1
        Stop.objects.create(
            client=tuesday.jo.row, site=tuesday.site, kind="died", since_on=TODAY,
            known_by="family", recorded_at=NOON, recorded_by=tuesday.dana.row,
        )  # fmt: skip
        assert queries.open_transfers(dana) == queries.waiting_needs(dana) == []


class TestResidence:
    def test_one_stay_at_a_time_and_the_house_hears_nothing_by_it(self, tuesday: Cast) -> None:
        """Moving in tells nobody; moving out comes after moving in, once."""
        house, clinic = place("linden-house", "sober_living"), place("clinic", "outpatient")
        given = {
            "actor": tuesday.cal.actor, "client_id": tuesday.jo.pk, "service_id": house.pk,
            "moved_in_on": TODAY - 5 * DAY, "certification": "Level 2, state affiliate",
            "now": NOON,
        }  # fmt: skip
        with pytest.raises(refusals.StayUnclear, match="stay_no_residence"):
            actions.move_in(**given | {"service_id": clinic.pk})
        stay = actions.move_in(**given)
        with pytest.raises(refusals.StayUnclear, match="stay_is_open"):
            actions.move_in(**given)
        assert answer_for(tuesday.jo.row, house, NOON).withheld
        assert queries.residence_now(tuesday.dana.actor, tuesday.jo.pk) is not None
        out = {"actor": tuesday.cal.actor, "stay_id": stay.pk, "left_for": "own_home", "now": NOON}
        with pytest.raises(refusals.StayUnclear, match="stay_runs_backwards"):
            actions.move_out(**out, moved_out_on=TODAY - 6 * DAY)
        ended = actions.move_out(**out, moved_out_on=TODAY)
        assert queries.residence_now(tuesday.dana.actor, tuesday.jo.pk) is None
        with transaction.atomic(), pytest.raises(DatabaseError):
            ended.change(left_for="family")


class TestWork:
    def test_a_start_is_asked_after_at_both_days(self, tuesday: Cast) -> None:
        """Held, not held or not known; each day is asked once and not before it comes."""
        goal = actions.set_goal(
            actor=tuesday.cal.actor, client_id=tuesday.jo.pk, aim="find",
            own_words="Something outdoors", now=NOON,
        )  # fmt: skip
        with pytest.raises(refusals.WorkIncomplete, match="work_goal_open"):
            actions.set_goal(
                actor=tuesday.cal.actor, client_id=tuesday.jo.pk, aim="find",
                own_words="Again", now=NOON,
            )  # fmt: skip
        start = actions.record_start(
            actor=tuesday.cal.actor, goal_id=goal.pk, what="Parks crew",
            started_on=TODAY - 29 * DAY, weekly_hours=30, now=NOON,
        )  # fmt: skip
        assert len(duties(tuesday, "linkage_work")) == 2
        asked = {
            "actor": tuesday.cal.actor, "start_id": start.pk, "held": "yes",
            "source": "client_said",
        }  # fmt: skip
        with pytest.raises(refusals.WorkChecked):
            actions.record_check(**asked, days=30, now=NOON)
        actions.record_check(**asked, days=30, now=NOON + DAY)
        with pytest.raises(refusals.WorkChecked):
            actions.record_check(**asked, days=30, now=NOON + DAY)
        assert [task.closed_at is None for task in duties(tuesday, "linkage_work")].count(True) == 1

    def test_an_employer_hears_by_consent_or_nothing(self, tuesday: Cast, signs: Any) -> None:
        """A party that was looked up and a paper that names it, or no name at all."""
        goal = actions.set_goal(
            actor=tuesday.cal.actor, client_id=tuesday.jo.pk, aim="keep",
            own_words="Keep the bakery job", now=NOON,
        )  # fmt: skip
        bakery = OutsideParty.objects.create(
            name="Corner Bakery", type="entity", classes=["employer"], verified_at=NOON
        )
        call = {
            "actor": tuesday.cal.actor, "goal_id": goal.pk, "party_name": "Corner Bakery",
            "what": "Asked about shifts", "now": NOON + timedelta(minutes=1),
        }  # fmt: skip
        for missing in ({"party_id": bakery.pk}, {}):
            with pytest.raises(refusals.ConsentNeeded):
                actions.note_employer(**call, footing="consent", **missing)
        unnamed = actions.note_employer(**call, footing="nothing")
        assert (unnamed.party_name, unnamed.disclosure_id) == ("Corner Bakery", None)
        from homeward.consents.actions.drafting import draft_consent

        signs(
            draft_consent(
                actor=tuesday.dana.actor,
                client_id=tuesday.jo.pk,
                kind="specific",
                party_id=bakery.pk,
                purposes=["treatment"],
                classes=["identity", "linkage"],
                expires_at=NOON + 90 * DAY,
                now=NOON,
            )
        )
        told_row = actions.note_employer(**call, footing="consent", party_id=bakery.pk)
        assert told_row.disclosure is not None
