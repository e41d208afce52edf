"""A decision with its table and ratings, what follows from it, and what calls for a review."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from homeward import audit
from homeward.consents.actions.emergency import disclose_in_emergency
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed
from homeward.instruments import checking_in
from homeward.linkage.models import Transfer
from homeward.plans.models import Plan
from homeward.program.models import RuleNumber
from homeward.progress import actions, tasks_opened
from homeward.progress.actions.decide_review import (
    AlreadyDecided,
    DecisionIncomplete,
    StepIncomplete,
)
from homeward.progress.actions.say_view import ViewIncomplete
from homeward.progress.models import (
    ClientView,
    LevelReview,
    ReviewEffect,
)
from homeward.progress.replaying import replay
from homeward.safety.facts import CrisisEnded
from homeward.testing.cast import NOON
from homeward.timetable.models import GroupMembership
from homeward.timetable.needs import in_care

from .conftest import SOON, THE_PROGRAM, decide, mark, step_down, tasks


def effects(card):
    rows = ReviewEffect.objects.unscoped("test").filter(review=card).order_by("position")
    return {row.code: row for row in rows}


class TestTheTable:
    def test_keeps_who_sat_there_with_credentials_and_ratings(self, tuesday, card):
        ratings = {str(n): 2 for n in range(1, 7)}
        card = decide(tuesday, card, participants=[tuesday.ruth.pk], ratings=ratings)
        names = {each["name"] for each in card.participants}
        assert names == {tuesday.dana.row.name, tuesday.ruth.row.name}
        assert all(each["credential"] for each in card.participants)
        assert (card.ratings, card.are_ratings_new) == (ratings, True)
        assert (card.recommended_level, card.provided_level) == ("2.1", "2.1")

    def test_ratings_stand_where_nobody_changes_them(self, tuesday, card):
        card = decide(tuesday, card)
        assert card.ratings == tuesday.episode.placement.ratings
        assert card.are_ratings_new is False

    @pytest.mark.parametrize("ratings", [{"1": 2}, {str(n): 5 for n in range(1, 7)}])
    def test_refuses_half_of_the_ratings(self, tuesday, card, ratings):
        with pytest.raises(DecisionIncomplete):
            decide(tuesday, card, ratings=ratings)

    def test_another_level_needs_a_reason_that_is_never_the_payer(self, tuesday, card):
        for reason in ("", "payer"):
            with pytest.raises(DecisionIncomplete):
                decide(tuesday, card, provided_level="1", level_reason=reason)
        card = decide(tuesday, card, provided_level="1", level_reason="client_choice")
        assert (card.recommended_level, card.provided_level) == ("2.1", "1")

    def test_the_second_of_two_sees_who_was_first(self, tuesday, card):
        decide(tuesday, card, "sam")
        with pytest.raises(AlreadyDecided) as refusal:
            decide(tuesday, card, outcome="step_up")
        assert (refusal.value.by, refusal.value.outcome) == (tuesday.sam.row.name, "stay")


class TestWhatFollows:
    def test_a_step_down_is_carried_out_and_written_down(self, tuesday, card, seated, desk):
        Plan.objects.create(
            client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, state="active",
            author=tuesday.dana.row, started_at=NOON, active_from=NOON,
        )  # fmt: skip
        seated[0].session.group.phases.set([tuesday.phases["early"]])
        step_down(tuesday, card)
        found = effects(card)
        assert list(found) == [
            "phase", "weekly_need", "timetable", "tests", "hand_off", "authorization",
            "plan_review", "consents",
        ]  # fmt: skip
        assert found["phase"].detail["level"] == "1"
        assert (found["weekly_need"].detail["before"], found["weekly_need"].detail["after"]) == (
            12, 6,
        )  # fmt: skip
        assert (found["tests"].detail["before"], found["tests"].detail["after"]) == (8, 2)
        assert found["hand_off"].state == found["timetable"].state == "done"
        membership = GroupMembership.objects.unscoped("test").get(client=tuesday.jo.row)
        assert membership.ends_on == NOON.date()
        assert [task.owner_id for task in tasks(tasks_opened.AUTHORIZE)] == [tuesday.ada.pk]
        assert [task.owner_id for task in tasks(tasks_opened.PLAN)] == [tuesday.dana.pk]
        assert len(tasks(tasks_opened.TIMETABLE)) == 1

    def test_the_planned_week_reads_a_step_from_its_day_on(self, tuesday, card):
        monday = NOON.date() + timedelta(days=6)
        step_down(tuesday, card, from_day=monday, first_appointment_at=NOON + timedelta(days=7))

        def hours(week):
            found = {
                row.client_id: row for row in in_care(tuesday.program.pk, tuesday.site.pk, week)
            }
            return found[tuesday.jo.pk].phase.weekly_minutes / 60

        assert (hours(monday - timedelta(days=7)), hours(monday)) == (12, 6)

    def test_more_hours_here_move_the_phase_up(self, tuesday, card):
        decide(tuesday, card, outcome="step_down", to_phase_id=tuesday.phases["middle"].pk,
               has_prevention_plan=True, first_appointment_at=SOON)  # fmt: skip
        later = NOON + timedelta(days=7)
        cards = actions.open_weekly_reviews(actor=THE_PROGRAM, now=later)
        next_card = next(each for each in cards if each.client_id == tuesday.jo.pk)
        actions.decide_review(
            actor=tuesday.dana.actor, review_id=next_card.pk, outcome="step_up",
            reason="Two returns to use.", client_view="Agrees.",
            to_phase_id=tuesday.phases["early"].pk, authenticated_at=later, now=later,
        )  # fmt: skip
        tuesday.episode.refresh_from_db()
        assert tuesday.episode.phase_id == tuesday.phases["early"].pk
        assert effects(next_card)["weekly_need"].detail["after"] == 12

    def test_more_than_the_program_has_opens_a_transfer(self, tuesday, card):
        with pytest.raises(StepIncomplete, match="to_level"):
            decide(tuesday, card, outcome="step_up", to_level="1")
        decide(tuesday, card, outcome="step_up", to_level="3.7-WM")
        effect = effects(card)["transfer"]
        assert (effect.state, effect.detail["level"]) == ("opened", "3.7-WM")
        opened = Transfer.objects.unscoped("test").get()
        assert (opened.level, opened.level_code) == ("detox", "3.7-WM")
        tuesday.episode.refresh_from_db()
        assert tuesday.episode.phase_id == tuesday.phases["early"].pk

    def test_what_followed_is_never_changed(self, tuesday, card):
        decide(tuesday, card)
        assert list(effects(card)) == ["stays"]
        with pytest.raises(DatabaseError), transaction.atomic():
            ReviewEffect.objects.unscoped("test").update(state="stuck")


class TestWhatCallsForAReview:
    def test_danger_told_by_the_client_opens_one(self, tuesday):
        checking_in.check_in(
            actor=tuesday.jo.actor, client_id=tuesday.jo.pk, in_danger=True, now=NOON
        )
        card = LevelReview.objects.unscoped("test").get()
        assert (card.opened_because, card.suggested) == ("danger_answer", "step_up")
        assert card.held_by - NOON < timedelta(days=2)
        assert tasks(tasks_opened.REVIEW) == [], "the safety duty is somebody's already"

    def test_an_overdose_told_by_the_nurse_asks_the_nurse(self, tuesday):
        actions.tell_event(
            actor=tuesday.ruth.actor, episode_id=tuesday.episode.pk, code="overdose",
            happened_on=NOON.date(), now=NOON,
        )  # fmt: skip
        card = LevelReview.objects.unscoped("test").get()
        assert card.suggested == "step_up"
        (task,) = tasks(tasks_opened.REVIEW)
        assert (task.owner_id, task.due_at) == (tuesday.ruth.pk, card.held_by)
        decide(tuesday, card, outcome="step_up", to_level="2.5")
        task.refresh_from_db()
        assert task.disposition == "held"

    @pytest.mark.parametrize(
        ("kind", "cause"),
        [
            ("overdose", "overdose"),
            ("suicide_attempt", "mind_crisis"),
            ("violence", None),
            ("medical_emergency", None),
            ("death", None),
        ],
    )
    def test_a_crisis_about_a_client_opens_one(self, tuesday, kind, cause):
        with audit.unit():
            announce(
                CrisisEnded(
                    uuid4(), tuesday.site.pk, tuesday.jo.pk, "overdose", "Overdose", kind, 3,
                    "lobby", "sent", (), None, NOON, tuesday.tess.pk, tuesday.tess.actor, NOON,
                )
            )  # fmt: skip
        cards = LevelReview.objects.unscoped("test").values_list("opened_because", flat=True)
        assert list(cards) == ([cause] if cause else [])

    @pytest.mark.parametrize(
        ("told", "cards"), [("Poison control", []), ("Mercy Hospital", ["hospital_visit"])]
    )
    def test_an_emergency_opens_one_only_where_a_hospital_was_told(self, tuesday, told, cards):
        disclose_in_emergency(
            actor=tuesday.dana.actor, client_id=tuesday.jo.pk, recipient_name="On call",
            recipient_affiliation=told, nature="Took too much", why_no_consent="Not awake",
            classes=("identity",), medium="phone", now=NOON,
        )  # fmt: skip
        rows = LevelReview.objects.unscoped("test").values_list("opened_because", flat=True)
        assert list(rows) == cards

    def test_a_technician_and_omar_tell_nothing(self, tuesday):
        for who, refusal in (("tess", NotAllowed), ("omar", tuesday.episode.DoesNotExist)):
            with pytest.raises(refusal):
                actions.tell_event(
                    actor=getattr(tuesday, who).actor, episode_id=tuesday.episode.pk,
                    code="overdose", happened_on=NOON.date(), now=NOON,
                )  # fmt: skip


class TestTheClientsView:
    def test_is_said_again_until_the_team_has_met(self, tuesday, card):
        for wish in ("less", "same"):
            actions.say_view(actor=tuesday.jo.actor, wish=wish, words="Mornings.", now=NOON)
        assert ClientView.objects.unscoped("test").get().wish == "same"
        decide(tuesday, card)
        with pytest.raises(ViewIncomplete):
            actions.say_view(actor=tuesday.jo.actor, wish="more", now=NOON)

    def test_is_the_clients_alone(self, tuesday):
        for who in ("dana", "kim"):
            with pytest.raises(NotAllowed):
                actions.say_view(actor=getattr(tuesday, who).actor, wish="same", now=NOON)


def test_a_card_that_waits_says_what_is_known_today(tuesday, card):
    """Once a day; and what was known on the day of the decision is what is signed."""
    tomorrow = NOON + timedelta(days=1)
    mark(tuesday, NOON - timedelta(hours=2))
    assert actions.renew_waiting_reviews(actor=THE_PROGRAM, now=tomorrow) == 2
    assert actions.renew_waiting_reviews(actor=THE_PROGRAM, now=tomorrow) == 0
    row = LevelReview.objects.unscoped("test").get(pk=card.pk)
    assert row.facts["standing"]["sessions_kept"] == 1
    assert row.suggestion["extras"]["contact_lost"] is False
    with pytest.raises(NotAllowed):
        actions.renew_waiting_reviews(actor=tuesday.dana.actor, now=tomorrow)


def test_reviews_are_run_again_by_any_version(tuesday, card):
    """And the number that held when the facts were kept goes with them."""
    decide(tuesday, card)
    RuleNumber.objects.filter(code="lost_contact_days").delete()
    monday = card.week_of
    found = replay("step-1", monday, monday + timedelta(days=6))
    assert found.without_facts == 0
    said = {each.case.key: each.outcome for each in found.replay.answers}
    assert said[str(card.pk)] == "discharge", "step-1 read absence as a discharge"
    assert str(card.pk) in {each.case.key for each in found.replay.differing}
    mine = replay("step-1", monday, monday, actor=tuesday.dana.actor, only_reached=True)
    assert set(mine.cards) == {str(card.pk)}
