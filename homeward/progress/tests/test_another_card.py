"""What happens after the team has decided calls it together again, in the same week as well."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from homeward import audit
from homeward.drugtests import actions as tests
from homeward.drugtests.actions.enter_results import Measured
from homeward.drugtests.models import DrugTest
from homeward.progress import actions
from homeward.progress.models import LevelReview
from homeward.progress.reviews import open_cards
from homeward.progress.rules.causes import CAUSES, held_by
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

from .conftest import THE_PROGRAM

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def cards(cast):
    rows = LevelReview.objects.unscoped("test").filter(episode=cast.episode)
    return [(row.opened_because, row.outcome) for row in rows.order_by("opened_at", "created_at")]


def tell(cast, code, now):
    return actions.tell_event(
        actor=cast.ruth.actor, episode_id=cast.episode.pk, code=code, happened_on=NOON.date(),
        now=now,
    )  # fmt: skip


def decide_the_open_one(cast, now):
    card = LevelReview.objects.unscoped("test").get(episode=cast.episode, outcome="")
    return actions.decide_review(
        actor=cast.dana.actor, review_id=card.pk, outcome="stay", now=now, authenticated_at=now,
        reason="Progressing, goals not met yet.", client_view="Wants to stay as it is.",
    )  # fmt: skip


def opened(cast, because, now):
    with audit.unit():
        return open_cards([cast.episode], because, actor=THE_PROGRAM, now=now)


def positive(cast, now):
    test = DrugTest.objects.create(
        client=cast.jo.row, site=cast.site, episode=cast.episode, panel=["thc"], state="sent",
        ordered_at=now, collected_at=now, due_at=now,
    )  # fmt: skip
    read(cast, test, "presumptive", "positive", now)
    return test


def read(cast, test, method, reading, now, *more, **measured):
    tests.enter_results(
        actor=cast.ruth.actor, test_id=test.pk, method=method, now=now,
        readings=[Measured(analyte=each, reading=reading) for each in ("thc", *more)], **measured,
    )  # fmt: skip


def talk(cast, test, now):
    tests.discuss_result(
        actor=cast.dana.actor, test_id=test.pk, client_account="agrees", now=now,
        discussion="Smoked on Saturday, with his cousin.",
    )  # fmt: skip


def test_a_second_overdose_of_a_week_is_held_within_a_business_day(tuesday):
    """The first was decided; nothing else would have opened before Monday's card."""
    tell(tuesday, "overdose", NOON)
    decide_the_open_one(tuesday, NOON + HOUR)
    tell(tuesday, "overdose", NOON + DAY)
    assert cards(tuesday) == [("overdose", "stay"), ("overdose", "")]
    again = LevelReview.objects.unscoped("test").get(episode=tuesday.episode, outcome="")
    assert again.held_by == held_by(NOON + DAY, 1, tuesday.site.time_zone)
    asked = CareTask.objects.unscoped("test").filter(kind="level_review", closed_at=None)
    assert [task.detail["review"] for task in asked] == [str(again.pk)]


def test_a_positive_after_the_decision_opens_another_card(tuesday):
    positive(tuesday, NOON)
    positive(tuesday, NOON + HOUR)
    assert cards(tuesday) == [("test_result", "")]
    decide_the_open_one(tuesday, NOON + 2 * HOUR)
    positive(tuesday, NOON + DAY)
    assert cards(tuesday) == [("test_result", "stay"), ("test_result", "")]


def test_a_confirmation_of_what_was_decided_about_opens_none(tuesday):
    """The laboratory makes it firmer; another test that finds use is another matter."""
    test = positive(tuesday, NOON)
    decide_the_open_one(tuesday, NOON + HOUR)
    read(tuesday, test, "definitive", "positive", NOON + DAY)
    assert cards(tuesday) == [("test_result", "stay")]
    positive(tuesday, NOON + DAY + HOUR)
    assert cards(tuesday) == [("test_result", "stay"), ("test_result", "")]


def test_a_confirmation_that_finds_something_else_opens_one_and_asks_for_a_talk(tuesday):
    """The cup said cannabis, and it was talked over; the laboratory names fentanyl beside it."""
    test = positive(tuesday, NOON)
    DrugTest.objects.unscoped("test").filter(pk=test.pk).update(panel=["thc", "fentanyl"])
    talk(tuesday, test, NOON + HOUR)
    decide_the_open_one(tuesday, NOON + HOUR)
    read(tuesday, test, "definitive", "positive", NOON + DAY, "fentanyl")
    assert cards(tuesday) == [("test_result", "stay"), ("test_result", "")]
    test.refresh_from_db()
    assert (test.outcome, test.state) == ("positive", "resulted")


def test_a_confirmation_of_the_same_asks_for_no_second_talk(tuesday):
    test = positive(tuesday, NOON)
    talk(tuesday, test, NOON + HOUR)
    decide_the_open_one(tuesday, NOON + HOUR)
    read(tuesday, test, "definitive", "positive", NOON + DAY)
    test.refresh_from_db()
    assert (test.outcome, test.state) == ("positive", "discussed")


def test_a_specimen_found_to_be_changed_is_news_whatever_was_found_in_it(tuesday):
    test = positive(tuesday, NOON)
    decide_the_open_one(tuesday, NOON + HOUR)
    read(tuesday, test, "definitive", "positive", NOON + DAY, nitrite=Decimal(600))
    test.refresh_from_db()
    assert test.specimen == "adulterated"
    assert cards(tuesday)[-1][1] == "", "another card waits"


@pytest.mark.parametrize(
    ("because", "after", "opens"),
    [
        ("weekly", DAY, False),
        ("weekly", 6 * DAY, True),
        ("missed_in_row", 4 * DAY, False),
        ("missed_in_row", 6 * DAY, True),
        ("return", DAY, False),
        ("withdrawal_signs", HOUR, False),
        ("withdrawal_signs", DAY, True),
        ("danger_answer", HOUR, True),
        ("hospital_visit", HOUR, True),
        ("unsafe_housing", HOUR, True),
        ("mind_crisis", HOUR, True),
        ("test_specimen", HOUR, True),
    ],
)
def test_when_a_decided_card_stands_in_for_another(tuesday, because, after, opens):
    """Noon is a Tuesday: what happens counts each time, what lasts not again at once."""
    assert because in CAUSES
    opened(tuesday, because, NOON)
    decide_the_open_one(tuesday, NOON)
    assert bool(opened(tuesday, because, NOON + after)) is opens


def test_two_waiting_cards_of_one_cause_are_impossible(tuesday):
    opened(tuesday, "overdose", NOON)
    row = LevelReview.objects.unscoped("test").get(episode=tuesday.episode)
    row.pk, row._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
