"""Cards open by themselves; the team decides; a step down is carried out whole."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from homeward.accounts.freshness import NotFresh
from homeward.admissions.models import Episode, EpisodeStage, StageWithdrawal
from homeward.core.facts import _listeners
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.drugtests import actions as tests
from homeward.drugtests.actions.enter_results import Measured
from homeward.drugtests.models import DrugTest
from homeward.kernel.purposes import Purpose
from homeward.program.models import Phase
from homeward.program.queries import numbers_for
from homeward.progress import actions
from homeward.progress.actions.change_phase import LevelChangesToo, NotInThePast, SamePhase
from homeward.progress.actions.decide_review import (
    AlreadyDecided,
    DecisionIncomplete,
    StepIncomplete,
)
from homeward.progress.facts import SteppedDown
from homeward.progress.jobs import keep_reviews
from homeward.progress.models import Appointment, LevelReview
from homeward.progress.queries import open_reviews
from homeward.progress.review_records import ReviewEffect
from homeward.progress.rules.facts_kept import facts_from
from homeward.progress.rules.review import ReviewNumbers
from homeward.progress.rules.rule_sets import suggest
from homeward.progress.standing import standings_of
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

from .conftest import THE_PROGRAM, decide, mark, step_down

SOON = NOON + timedelta(days=3)


def test_a_planned_step_is_off_once_the_team_decides_anew(tuesday, card):
    """Planned for Sunday; the next decision takes it back: it never begins."""
    ahead = NOON + timedelta(days=5)
    step = {"from_day": ahead.date(), "first_appointment_at": ahead + timedelta(days=1)}
    step_down(tuesday, card, **step)
    assert len(stages(tuesday)) == 2
    week = NOON + timedelta(days=7)
    later = actions.open_weekly_reviews(actor=THE_PROGRAM, now=week - timedelta(days=3))
    following = next(each for each in later if each.client_id == tuesday.jo.pk) if later else None
    assert following is None, "one card a week"
    other = LevelReview.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, opened_at=NOON,
        week_of=NOON.date(), opened_because="overdose", suggestion={}, suggested="stay", facts={},
    )  # fmt: skip
    decide(tuesday, other)
    effects = ReviewEffect.objects.unscoped("test").filter(review=other)
    assert [row.code for row in effects.order_by("position")] == ["step_withdrawn", "stays"]
    assert actions.begin_due_stages(actor=THE_PROGRAM, now=ahead) == 0
    with pytest.raises(DatabaseError), transaction.atomic():
        StageWithdrawal.objects.unscoped("test").update(because="no")


def stages(cast) -> list[tuple[str, str]]:
    rows = EpisodeStage.objects.unscoped("test").filter(episode=cast.episode)
    return [
        (row.phase.code, row.level_code)
        for row in rows.order_by("starts_at").select_related("phase")
    ]


class TestOpenWeeklyReviews:
    def test_opens_one_card_an_episode_a_week(self, tuesday):
        assert len(actions.open_weekly_reviews(actor=THE_PROGRAM, now=NOON)) == 2
        assert actions.open_weekly_reviews(actor=THE_PROGRAM, now=NOON) == []
        later = NOON + timedelta(days=7)
        assert len(actions.open_weekly_reviews(actor=THE_PROGRAM, now=later)) == 2

    def test_leaves_the_first_week_alone(self, tuesday):
        Episode.objects.unscoped("test").update(admitted_at=NOON - timedelta(days=5))
        assert actions.open_weekly_reviews(actor=THE_PROGRAM, now=NOON) == []

    def test_keeps_the_suggestion_with_its_lines(self, card):
        assert card.suggested == "stay", "absence is no reason for less care"
        assert card.suggestion["extras"]["contact_lost"] is True
        assert card.suggestion["rule_set"] == "step-4"
        standing, numbers = facts_from(card.facts)
        assert suggest(standing, numbers).to_json() == card.suggestion

    def test_needs_the_same_queries_for_many(self, tuesday, django_assert_max_num_queries):
        with django_assert_max_num_queries(36):
            actions.open_weekly_reviews(actor=THE_PROGRAM, now=NOON)

    @pytest.mark.parametrize("who", ["dana", "omar"])
    def test_refuses_every_person(self, tuesday, who):
        with pytest.raises(NotAllowed):
            actions.open_weekly_reviews(actor=getattr(tuesday, who).actor, now=NOON)


class TestTestsOnTheCard:
    def test_a_specimen_that_says_nothing_speaks_for_nothing(self, tuesday):
        """Adulterated is not negative; dilute is counted apart; not able is not tested."""
        rows = [("negative", "valid", "resulted"), ("negative", "adulterated", "resulted"),
                ("negative", "dilute_neg", "resulted"), ("pending", "", "unable")]  # fmt: skip
        for outcome, specimen, state in rows:
            DrugTest.objects.create(
                client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, panel=["thc"],
                state=state, outcome=outcome, specimen=specimen, ordered_at=NOON, due_at=NOON,
                collected_at=NOON if specimen else None, resulted_at=NOON if specimen else None,
            )  # fmt: skip
        numbers = ReviewNumbers.of(numbers_for(tuesday.program.pk, NOON.date()))
        standing = standings_of([tuesday.episode], NOON.date(), numbers)[tuesday.episode.pk]
        counts = (standing.tests_negative, standing.tests_dilute, standing.tests_unreadable)
        assert (*counts, standing.tests_missed) == (1, 1, 1, 1)
        said = [line for line in suggest(standing, numbers).reasons
                if line.code == "tests_say_nothing"]  # fmt: skip
        assert [line.detail for line in said] == [{"unreadable": 1, "dilute": 1}]


class TestCardsOpenedByEvents:
    def result(self, cast, reading, **measured):
        test = DrugTest.objects.create(
            client=cast.jo.row,
            site=cast.site,
            episode=cast.episode,
            panel=["thc"],
            state="sent",
            ordered_at=NOON,
            collected_at=NOON,
            due_at=NOON,
        )
        tests.enter_results(
            actor=cast.ruth.actor,
            test_id=test.pk,
            method="presumptive",
            now=NOON,
            readings=[Measured(analyte="thc", reading=reading)],
            **measured,
        )

    def cards(self):
        return list(LevelReview.objects.unscoped("test").values_list("opened_because", flat=True))

    def test_a_positive_opens_a_card_and_nothing_else(self, tuesday):
        """Never a sanction: the episode, its phase and its seats stay as they are."""
        before = Episode.objects.unscoped("test").values().get(pk=tuesday.episode.pk)
        self.result(tuesday, "positive")
        self.result(tuesday, "positive")
        assert self.cards() == ["test_result"]
        assert Episode.objects.unscoped("test").values().get(pk=tuesday.episode.pk) == before

    def test_a_card_that_waits_is_brought_up_to_date(self, tuesday, card):
        """Two positives while the weekly card waits: no second card, and it asks for more care."""
        assert card.suggested == "stay"
        mark(tuesday, NOON - timedelta(days=1))
        self.result(tuesday, "positive")
        self.result(tuesday, "positive")
        theirs = LevelReview.objects.unscoped("test").get(episode=card.episode)
        assert (theirs.pk, theirs.suggested, theirs.outcome) == (card.pk, "step_up", "")

    def test_an_adulterated_specimen_opens_a_card_and_nothing_else(self, tuesday):
        """Found or not, somebody changed it: the team talks. Never a sanction."""
        before = Episode.objects.unscoped("test").values().get(pk=tuesday.episode.pk)
        self.result(tuesday, "negative", ph=Decimal("12"))
        assert self.cards() == ["test_specimen"]
        assert [task.kind for task in CareTask.objects.unscoped("test").all()] == ["level_review"]
        assert Episode.objects.unscoped("test").values().get(pk=tuesday.episode.pk) == before

    def test_a_dilute_or_unreadable_one_opens_none(self, tuesday):
        self.result(tuesday, "negative", creatinine=Decimal("12"), gravity=Decimal("1.0018"))
        self.result(tuesday, "negative", is_called_invalid=True)
        assert self.cards() == []

    def test_a_negative_opens_none(self, tuesday):
        self.result(tuesday, "negative")
        assert self.cards() == []


class TestDecideReview:
    def decide(self, who, card, **values):
        given = {"outcome": "stay", "reason": "Progressing, goals not met yet.",
                 "client_view": "Wants to stay as it is.", "authenticated_at": NOON}  # fmt: skip
        return actions.decide_review(
            actor=who.actor, review_id=card.pk, now=NOON, **(given | values)
        )

    def step(self, cast, card, to="middle", who="dana", **values):
        given = {"outcome": "step_down", "to_phase_id": cast.phases[to].pk,
                 "has_prevention_plan": True, "first_appointment_at": SOON}  # fmt: skip
        return self.decide(getattr(cast, who), card, **(given | values))

    def test_records_what_the_team_decided(self, tuesday, card):
        with pytest.raises(NotFresh):
            self.decide(tuesday.dana, card, authenticated_at=NOON - timedelta(minutes=6))
        decided = self.decide(tuesday.dana, card, grounds=["progressing"])
        assert (decided.outcome, decided.decided_by_id) == ("stay", tuesday.dana.pk)
        assert stages(tuesday) == [("early", "2.1")]

    def test_the_supervisor_may_decide_too(self, tuesday, card):
        assert self.decide(tuesday.sam, card).outcome == "stay"

    def test_stepping_down_inside_the_level_changes_the_phase(self, tuesday, card):
        self.step(tuesday, card)
        assert stages(tuesday) == [("early", "2.1"), ("middle", "2.1")]

    def test_under_nine_hours_the_level_changes_too(self, tuesday, card):
        """The trap: six hours a week are not the intensive level, whatever the file says."""
        Phase.objects.filter(pk=tuesday.phases["late"].pk).update(level_code="2.1")
        heard = []
        _listeners.setdefault(SteppedDown, []).append(heard.append)
        try:
            self.step(tuesday, card, to="late")
        finally:
            _listeners[SteppedDown].remove(heard.append)
        assert stages(tuesday)[-1] == ("late", "1")
        tuesday.episode.refresh_from_db()
        assert tuesday.episode.level_code == "1"
        assert (heard[0].old_level, heard[0].new_level) == ("2.1", "1")
        assert Appointment.objects.unscoped("test").get().kind == "first_after_step_down"

    def test_a_step_may_begin_on_a_later_day(self, tuesday, card):
        monday = NOON.date() + timedelta(days=6)
        self.step(tuesday, card, from_day=monday, first_appointment_at=NOON + timedelta(days=7))
        tuesday.episode.refresh_from_db()
        assert tuesday.episode.phase_id == tuesday.phases["early"].pk
        assert actions.begin_due_stages(actor=THE_PROGRAM, now=NOON) == 0
        then = NOON + timedelta(days=6)
        assert actions.begin_due_stages(actor=THE_PROGRAM, now=then) == 1
        assert actions.begin_due_stages(actor=THE_PROGRAM, now=then) == 0
        tuesday.episode.refresh_from_db()
        assert tuesday.episode.phase_id == tuesday.phases["middle"].pk

    @pytest.mark.parametrize(
        ("values", "codes"),
        [
            ({"first_appointment_at": None}, ("first_appointment",)),
            ({"first_appointment_at": NOON + timedelta(days=8)}, ("first_appointment",)),
            ({"has_prevention_plan": False}, ("prevention_plan",)),
            ({"from_day": NOON.date() - timedelta(days=1)}, ("from_day",)),
        ],
    )
    def test_refuses_half_a_step(self, tuesday, card, values, codes):
        with pytest.raises(StepIncomplete) as refusal:
            self.step(tuesday, card, **values)
        assert refusal.value.codes == codes
        assert stages(tuesday) == [("early", "2.1")]

    def test_refuses_a_step_to_as_many_hours(self, tuesday, card):
        with pytest.raises(StepIncomplete):
            self.step(tuesday, card, to="orientation")

    def test_refuses_without_the_clients_view(self, tuesday, card):
        with pytest.raises(DecisionIncomplete) as refusal:
            self.decide(tuesday.dana, card, client_view=" ", reason="", outcome="wait")
        assert refusal.value.codes == ("outcome", "reason", "client_view")

    def test_answers_the_other_open_cards_too(self, tuesday, card):
        """The team sat together once; last week's card is not asked about again."""
        old = LevelReview.objects.create(
            client=tuesday.jo.row,
            site=tuesday.site,
            episode=tuesday.episode,
            week_of=card.week_of - timedelta(days=7),
            opened_at=NOON - timedelta(days=7),
            suggestion=card.suggestion,
            suggested="stay",
        )
        assert [shown.pk for shown in open_reviews(tuesday.dana.actor)] == [card.pk]
        self.decide(tuesday.dana, card)
        old.refresh_from_db()
        assert (old.outcome, old.decided_by_id) == ("stay", tuesday.dana.pk)
        assert open_reviews(tuesday.dana.actor) == []

    def test_is_decided_once(self, tuesday, card):
        self.decide(tuesday.dana, card)
        with pytest.raises(AlreadyDecided):
            self.decide(tuesday.dana, card, outcome="step_up")

    def test_refuses_a_form_that_is_behind(self, tuesday, card):
        with pytest.raises(StaleVersion):
            self.decide(tuesday.dana, card, expected_version=card.version + 1)

    def test_is_frozen_afterwards(self, tuesday, card):
        self.decide(tuesday.dana, card)
        with pytest.raises(IntegrityError), transaction.atomic():
            LevelReview.objects.unscoped("test").filter(pk=card.pk).update(reason="another")

    @pytest.mark.parametrize("who", ["omar", "tess", "ruth"])
    def test_is_hidden_from_whoever_may_not_sign(self, tuesday, card, who):
        """Omar works elsewhere; a technician and a nurse do not decide levels."""
        with pytest.raises(LevelReview.DoesNotExist):
            self.decide(getattr(tuesday, who), card)

    def test_a_contact_without_consent_sees_nothing(self, tuesday, card):
        with pytest.raises(LevelReview.DoesNotExist):
            self.decide(tuesday.kim, card)


class TestChangePhase:
    def change(self, cast, who="dana", to="orientation", **values):
        return actions.change_phase(
            actor=getattr(cast, who).actor,
            episode_id=cast.episode.pk,
            phase_id=cast.phases[to].pk,
            reason="ready",
            now=NOON,
            **values,
        )

    def test_appends_a_stage(self, tuesday):
        self.change(tuesday, to="middle")
        assert stages(tuesday)[-1] == ("middle", "2.1")

    def test_refuses_to_change_the_level_by_the_way(self, tuesday):
        with pytest.raises(LevelChangesToo):
            self.change(tuesday, to="late")

    def test_refuses_the_same_phase_and_the_past(self, tuesday):
        with pytest.raises(SamePhase):
            self.change(tuesday, to="early")
        with pytest.raises(NotInThePast):
            self.change(tuesday, to="middle", from_day=NOON.date() - timedelta(days=1))

    def test_is_not_for_a_technician_nor_for_omar(self, tuesday):
        with pytest.raises(NotAllowed):
            self.change(tuesday, who="tess")
        with pytest.raises(Episode.DoesNotExist):
            self.change(tuesday, who="omar")


def test_the_standing_counts_this_episode(tuesday, django_assert_num_queries):
    """The facts behind the suggestion come from the register, in a fixed number of queries."""
    for days in (8, 6, 4):
        mark(tuesday, NOON - timedelta(days=days))
    for days in (3, 2, 1):
        mark(tuesday, NOON - timedelta(days=days), "no_show")
    numbers = ReviewNumbers(
        attendance_percent=80,
        weeks=4,
        missed_in_row=3,
        lost_contact_days=14,
        minimum_days=90,
        objectives_percent=50,
        positives_that_rise=2,
    )
    episodes = list(
        Episode.objects.for_actor(THE_PROGRAM, Purpose.TREATMENT).select_related("phase", "site")
    )
    with django_assert_num_queries(19):
        found = standings_of(episodes, NOON.date(), numbers)
    standing = found[tuesday.episode.pk]
    assert (standing.sessions_kept, standing.sessions_expected, standing.missed_in_row) == (3, 6, 3)
    assert standing.last_attended_on == (NOON - timedelta(days=4)).date()
    assert standing.next_minutes == 540
    assert found[tuesday.other_episode.pk].sessions_expected == 0


def test_a_day_of_groups_missed_is_one_day(tuesday):
    """Four groups missed on Monday are one program day; coming to one of them makes it none."""
    numbers = ReviewNumbers(
        attendance_percent=80,
        weeks=4,
        missed_in_row=3,
        lost_contact_days=14,
        minimum_days=90,
        objectives_percent=50,
        positives_that_rise=2,
    )

    def missed():
        episodes = list(
            Episode.objects.for_actor(THE_PROGRAM, Purpose.TREATMENT).select_related(
                "phase", "site"
            )
        )
        return standings_of(episodes, NOON.date(), numbers)[tuesday.episode.pk].missed_in_row

    for hours in (0, 2, 4):
        mark(tuesday, NOON - timedelta(days=1, hours=hours), "no_show")
    mark(tuesday, NOON - timedelta(days=2), "no_show")
    assert missed() == 2
    mark(tuesday, NOON - timedelta(days=2, hours=3))
    assert missed() == 1


def test_the_hourly_job_may_run_again(tuesday):
    """Cards and stages are kept by the clock; repeating changes nothing."""
    keep_reviews(0)
    keep_reviews(0)
    assert LevelReview.objects.unscoped("test").count() == 2
