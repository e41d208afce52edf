"""Leaving at once, check-ups, alumni, and the way back, each with its refusals and outsiders."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.admissions.models import Episode, EpisodeStage, Inquiry
from homeward.aftercare import actions, duties
from homeward.aftercare.actions.alumni import AlumniRefused, EventIncomplete
from homeward.aftercare.actions.contact_wish import WishIncomplete
from homeward.aftercare.actions.leave_now import LeavingIncomplete
from homeward.aftercare.actions.renew_consents import NothingToRenew
from homeward.aftercare.actions.return_client import AlreadyAsking, NotNow
from homeward.aftercare.actions.try_check_up import NotOpenYet, TryRefused
from homeward.aftercare.cards import card_of
from homeward.aftercare.duties import GATES
from homeward.aftercare.models import AlumniConsent, CheckUpTry, Comeback, Leaving
from homeward.aftercare.queries import check_ups_due, figures
from homeward.aftercare.returning import decision_for
from homeward.aftercare.tests.senders import sendable
from homeward.consents.actions import revoke_consent, sign_consent
from homeward.consents.models import Consent
from homeward.consents.queries import has_active
from homeward.core.refusals import NotAllowed
from homeward.medications.models import NaloxoneOffer
from homeward.notices.models import Notice
from homeward.people.models import Client
from homeward.progress import actions as progress
from homeward.progress.models import Appointment, Discharge, FollowUp, LevelReview
from homeward.safety.models import SafetyPlan
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
ALL_DONE = {
    "naloxone": "given", "bridge": "asked", "card": "phone", "appointment": "booked", "call": "yes",
}  # fmt: skip
DAY = timedelta(days=1)


def every(model: Any) -> Any:
    return model.objects.unscoped("test")


def leave(cast, who="dana", answers=ALL_DONE, **changes):
    given = {
        "naloxone_lot": "NX-1", "naloxone_expires_on": NOON.date() + 90 * DAY,
        "appointment_at": NOON + 2 * DAY, "with_whom": "Lakeside", "confirmed_by": "Lee",
        "seconds": 74,
    }  # fmt: skip
    return actions.leave_now(
        actor=getattr(cast, who).actor, episode_id=cast.episode.pk,
        taking=actions.LeaveTaking(answers=answers, **(given | changes)), now=NOON,
    )  # fmt: skip


class TestLeavingNow:
    def test_does_everything_in_one_sending(self, tuesday):
        row = leave(tuesday)
        assert every(NaloxoneOffer).get().lot == "NX-1"
        assert every(Appointment).get() == row.appointment
        tasks = {task.kind: task for task in every(CareTask).all()}
        assert set(tasks) == {duties.LEAVING_CALL, duties.BRIDGE, duties.FINISH_DISCHARGE}
        assert tasks[duties.LEAVING_CALL].due_at == NOON + 2 * DAY
        assert tasks[duties.BRIDGE].owner_id == tuesday.ruth.pk
        assert every(Notice).count() == 1
        assert every(Episode).get(pk=tuesday.episode.pk).ended_at is None

    def test_left_before_is_an_answer(self, tuesday):
        gone = dict.fromkeys(("naloxone", "bridge", "card", "appointment"), "gone")
        leave(tuesday, answers={**gone, "call": "declined"})
        assert {task.kind for task in every(CareTask).all()} == {duties.FINISH_DISCHARGE}
        assert not every(NaloxoneOffer).exists()

    def test_refuses_a_line_without_an_answer_and_keeps_nothing(self, tuesday):
        with pytest.raises(LeavingIncomplete):
            leave(tuesday, answers={**ALL_DONE, "call": ""})
        with pytest.raises(Exception, match="confirmed_by"):
            leave(tuesday, confirmed_by="")
        with pytest.raises(Episode.DoesNotExist):
            leave(tuesday, "omar")
        assert not every(Leaving).exists()
        assert not every(NaloxoneOffer).exists()


def test_the_card_says_what_helps_and_names_nobody(tuesday):
    """Of a safety plan only what somebody does alone; never a place, nor who stands by."""
    SafetyPlan.objects.create(
        client=tuesday.jo.row, site=tuesday.site, number=1, state="active", started_at=NOON,
        saved_at=NOON, active_at=NOON, made_with=tuesday.dana.row, content_hash="0" * 64,
        review_on=NOON.date(),
        parts={"alone": [{"text": "Walk along the river"}],
               "places": [{"text": "A meeting on Clark Street"}],
            "people": [{"text": "Kim", "phone": "312 555 0101"}]},
    )  # fmt: skip
    card = card_of(tuesday.dana.actor, every(Client).get(pk=tuesday.jo.pk))
    assert card.own == ("Walk along the river",)
    assert "Kim" not in str(card)
    assert "Jo" not in str(card)
    assert [number for _words, number in card.lines][:2] == ["988", "911"]
    assert card_of(tuesday.fay.actor, every(Client).get(pk=tuesday.jo.pk)).own == ("", "", "")


class TestCheckUps:
    def wish(self, cast, **changes):
        given = {"may_contact": True, "channel": "call", "address": "312", "from_hour": 9,
                 "until_hour": 17}  # fmt: skip
        return actions.say_contact_wish(
            actor=cast.dana.actor, client_id=cast.jo.pk, now=NOON, **(given | changes)
        )

    def try_it(self, cast, outcome="no_answer", who="dana", now=NOON, channel="call", **more):
        row = every(FollowUp).get(months=1)
        return actions.try_check_up(
            actor=getattr(cast, who).actor, follow_up_id=row.pk, channel=channel, outcome=outcome,
            now=now, **more,
        )  # fmt: skip

    def test_tries_are_kept_and_somebody_reached_ends_it(self, tuesday, discharged):
        discharged(contact_consent=True, contact={"channel": "call", "address": "312",
                                                  "from_hour": 9, "until_hour": 17})  # fmt: skip
        due = NOON + 30 * DAY
        with pytest.raises(NotOpenYet):
            self.try_it(tuesday)
        assert len(check_ups_due(tuesday.dana.actor, due)) == 1
        assert check_ups_due(tuesday.omar.actor, due) == []
        self.try_it(tuesday, now=due)
        self.try_it(tuesday, "left_message", now=due)
        self.try_it(tuesday, "reached", now=due, answers={"any_use_30d": False, "housed": None})
        row = every(FollowUp).get(months=1)
        assert (row.outcome, row.answers) == ("reached", {"any_use_30d": False})
        told = figures(tuesday.dana.actor, due)[0]
        assert (told.due, told.reached, told.tries) == (1, 1, 3)
        with pytest.raises(DatabaseError), transaction.atomic():
            every(CheckUpTry).update(outcome="x")

    @pytest.mark.parametrize(
        ("wish", "channel", "hour", "code"),
        [
            (None, "call", 0, "no_consent"),
            ({"may_contact": False}, "call", 0, "no_consent"),
            ({}, "text", 0, "not_their_channel"),
            ({}, "call", 7, "outside_their_hours"),
        ],
    )
    def test_only_as_they_want(self, tuesday, discharged, wish, channel, hour, code):
        discharged()
        if wish is not None:
            self.wish(tuesday, **wish)
        with pytest.raises(TryRefused, match=code):
            self.try_it(tuesday, channel=channel, now=NOON + 30 * DAY + timedelta(hours=hour))

    def test_not_reached_is_counted_when_its_time_is_over(self, tuesday, discharged):
        discharged()
        self.wish(tuesday)
        over = NOON + 62 * DAY
        self.try_it(tuesday, now=NOON + 40 * DAY)
        assert actions.keep_check_ups(now=over)["closed"] == 1
        # One try of three: nobody may say that they could not be reached.
        assert every(FollowUp).get(months=1).outcome == "not_tried"
        told = figures(tuesday.dana.actor, over)[1]
        assert (told.due, told.not_reached, told.not_tried, told.tries) == (1, 0, 1, 1)

    def test_a_day_on_which_nothing_ran_loses_no_word(self, tuesday, discharged):
        """Asked once, as soon as the program runs again while the check-up is open."""
        discharged()
        sendable(tuesday)
        self.wish(tuesday, channel="text", address="312 555 0142")
        due = NOON + 30 * DAY
        assert actions.keep_check_ups(now=due - DAY)["asked"] == 0
        assert actions.keep_check_ups(now=due + 2 * DAY)["asked"] == 1
        assert actions.keep_check_ups(now=due + 3 * DAY)["asked"] == 0
        assert every(Notice).filter(origin__startswith="check-up ").count() == 1

    def test_hidden_from_outsiders(self, tuesday, discharged):
        discharged()
        self.wish(tuesday)
        with pytest.raises(Episode.DoesNotExist):
            self.try_it(tuesday, who="omar", now=NOON + 30 * DAY)
        with pytest.raises(WishIncomplete):
            self.wish(tuesday, channel="letter", address="")


class TestAlumni:
    def join(self, cast, who="jo", name="Jo Avery"):
        return actions.join_alumni(
            actor=getattr(cast, who).actor, client_id=cast.jo.pk, signer_name=name, now=NOON
        )

    def test_by_their_own_paper_after_care_and_out_at_once(self, tuesday, discharged):
        with pytest.raises(AlumniRefused, match="still_in_care"):
            self.join(tuesday)
        discharged()
        with pytest.raises(AlumniRefused, match="signer_name"):
            self.join(tuesday, name="J. A.")
        for outsider in ("omar", "pat", "fay"):
            with pytest.raises(Client.DoesNotExist):
                self.join(tuesday, outsider)
        row = self.join(tuesday)
        assert (row.place, len(row.text_hash)) == ("page", 64)
        with pytest.raises(AlumniRefused, match="already_alumni"):
            self.join(tuesday)
        about = {"actor": tuesday.dana.actor, "site_id": tuesday.site.pk, "place": "The park",
                 "starts_at": NOON + 9 * DAY, "now": NOON}  # fmt: skip
        with pytest.raises(EventIncomplete, match="title"):
            actions.plan_alumni_event(**about, title="Recovery alumni")
        actions.plan_alumni_event(**about, title="Saturday breakfast")
        assert every(Notice).count() == 1
        actions.leave_alumni(actor=tuesday.jo.actor, client_id=tuesday.jo.pk, now=NOON)
        actions.plan_alumni_event(**about, title="Sunday walk")
        assert every(Notice).count() == 1
        with pytest.raises(DatabaseError), transaction.atomic():
            every(AlumniConsent).update(signer_name="x")


class TestTheWayBack:
    def back(self, cast, who="dana", days=10, **more):
        return actions.return_client(
            actor=getattr(cast, who).actor, client_id=cast.jo.pk, now=NOON + days * DAY, **more
        )

    def gates_line(self, episode):
        decision = decision_for(episode, NOON + 10 * DAY)
        line = next(each for each in decision.reasons if each.code == "return_gates_answered")
        return line.state.value, line.detail["open"]

    def test_within_the_setting_the_same_episode_goes_on(self, tuesday, discharged):
        sign_consent(actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind="treatment",
                     signer_name="Jo Avery", now=NOON - DAY)  # fmt: skip
        discharged("left_against_advice")
        client = every(Client).get(pk=tuesday.jo.pk)
        with pytest.raises(Episode.DoesNotExist):
            self.back(tuesday, "omar")
        with pytest.raises(NotAllowed):
            self.back(tuesday, "fay")
        row = self.back(tuesday, words="Called herself.", last_use="this_week")
        episode = every(Episode).get(pk=tuesday.episode.pk)
        assert (row.way, episode.ended_at, episode.ended_on) == ("same_episode", None, None)
        assert every(EpisodeStage).filter(episode=episode, reason="return").count() == 1
        assert {each.outcome for each in every(FollowUp).all()} == {"returned"}
        assert every(Comeback).get(pk=row.pk).last_use == "this_week"
        gates = {each.kind: each for each in every(CareTask).filter(kind__in=GATES)}
        assert {each.due_at for each in gates.values()} == {NOON + 10 * DAY}
        assert set(gates) == set(GATES)
        assert gates["return_withdrawal"].owner_id == tuesday.ruth.pk
        assert every(LevelReview).get(opened_because="return").episode_id == episode.pk
        assert self.gates_line(episode) == ("not_met", 3)
        with pytest.raises(DispositionUnproven):
            complete_task(actor=tuesday.ruth.actor, task_id=gates["return_naloxone"].pk,
                          disposition="done", now=NOON + 10 * DAY)  # fmt: skip
        for task in gates.values():
            complete_task(actor=tuesday.ruth.actor if task.owner_id == tuesday.ruth.pk
                          else tuesday.dana.actor, task_id=task.pk, disposition="declined",
                          note="Asked at the door.", now=NOON + 10 * DAY)  # fmt: skip
        assert self.gates_line(episode) == ("met", 0)
        # What ended with the discharge does not come back by itself.
        assert not has_active(client, "treatment", NOON + 10 * DAY)
        with pytest.raises(NotNow):
            self.back(tuesday)
        progress.discharge_client(
            actor=tuesday.dana.actor, episode_id=episode.pk, now=NOON + 20 * DAY,
            authenticated_at=NOON + 20 * DAY, with_document=False, closing=progress.Closing(
                type="completed", last_contact_on=(NOON + 20 * DAY).date(), naloxone="declined",
                narrative="Stayed the second time and finished.",
            ),
        )  # fmt: skip
        assert [each.number for each in every(Discharge).order_by("number")] == [1, 2]
        assert every(FollowUp).filter(outcome="").count() == 4

    def test_later_a_new_inquiry_with_everything_known(self, tuesday, discharged):
        discharged()
        row = self.back(tuesday, days=31, last_use="this_week", words="Drank last weekend.")
        inquiry = every(Inquiry).get(pk=row.inquiry_id)
        assert (row.way, inquiry.client_id) == ("new_episode", tuesday.jo.pk)
        assert inquiry.caller_name == "Jo Avery"
        assert every(Client).filter(name="Jo Avery").count() == 1
        assert every(Episode).get(pk=tuesday.episode.pk).ended_at is not None
        with pytest.raises(AlreadyAsking):
            self.back(tuesday, days=32)

    def test_not_while_contact_is_stopped(self, tuesday, discharged, stopped):
        discharged()
        stopped("jail")
        with pytest.raises(NotNow):
            self.back(tuesday)

    def test_consents_are_prepared_again_and_never_renewed(self, tuesday, discharged):
        signing = {"actor": tuesday.dana.actor, "client_id": tuesday.jo.pk, "now": NOON - DAY,
                   "signer_name": "Jo Avery"}  # fmt: skip
        treatment = sign_consent(kind="treatment", **signing)
        family = sign_consent(kind="family", contact_id=tuesday.kim.pk, **signing)
        revoke_consent(actor=tuesday.dana.actor, consent_id=family.pk, how="spoken", now=NOON)
        discharged()
        about = {"actor": tuesday.dana.actor, "client_id": tuesday.jo.pk, "now": NOON + DAY}
        drafts = actions.renew_consents(**about, consent_ids=[treatment.pk])
        assert [(draft.kind, draft.signed_at) for draft in drafts] == [("treatment", None)]
        with pytest.raises(NothingToRenew):
            actions.renew_consents(**about, consent_ids=[family.pk])
        assert every(Consent).filter(signed_at=None).count() == 1
