"""Rows built in bulk are the rows that the real actions leave.

People of the story, each with a complete journey, are written down twice: in bulk, and event by
event through the actions. Rows are compared field by field, foreign keys by what they
point to, sealed texts opened.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from homeward.demo.replay import replay
from homeward.demo.rows.book import Book
from homeward.demo.rows.setting import Setting
from homeward.demo.rows.story_rows import write_down_events
from homeward.demo.rows.writing import write_all
from homeward.demo.story import events
from homeward.demo.story.simulation import Story, tell
from homeward.demo.tests.telling import NOON, TODAY, ZONE, differences, facts, house
from homeward.drugtests.models import Draw

WEEKS = 26
SEEDS = (7, 15, 23, 2)  # stories that have somebody whose whole journey is short
OWN_IDS = "a digest over ids, which are each telling's own"
OWN_SECRETS = "each telling has its own secrets"
READ_THEN = "what the record said then is read only by the real action"
OWN_TOKENS = "tokens of a made-up day are looked for, those of a real one are keyed"
OF_THE_HOUSE = "kits, certificates and who set the panel are the house's, not the story's"
DIFFER = {
    "Consent": {"text_hash": OWN_IDS},
    "ClientNote": {"content_hash": OWN_IDS},
    "Discharge": {"content_hash": OWN_IDS},
    "PlanReview": {"record": READ_THEN, "content_hash": OWN_IDS},
    "Draw": {
        "commitment": OWN_SECRETS,
        "sealed_secret": OWN_SECRETS,
        "secret": OWN_SECRETS,
        "roster": OWN_TOKENS,
        "drawn": OWN_TOKENS,
        "seal": OWN_TOKENS,
    },
    "DrugTest": {
        "kit": OF_THE_HOUSE,
        "certificate": OF_THE_HOUSE,
        "panel_need": OF_THE_HOUSE,
    },
}
ALWAYS = {events.Admitted, events.TestResulted, events.LevelReviewed, events.Discharged}
JOURNEYS = {
    "stepped_down": {
        *ALWAYS,
        events.SteppedDown,
        events.PhaseChanged,
        events.PlanReviewed,
        events.TestDiscussed,
        events.ContinuingCareBooked,
    },
}
NURSE, SUPERVISOR = "birgit-solano", "tobias-lindqvist"
# Tests a month, the most of a month, and the longest gap in days, by the program's own numbers.
LIMITS = {(8, 12, "week", 1), (4, 12, "week", 1), (2, 3, "month", 1), (1, 3, "month", 1)}


def _told_of(story: Story, person: str) -> list[events.Event]:
    """Everything of one person, and the weeks that were published around it."""
    theirs = story.of(person)
    first, last = theirs[0].at, theirs[-1].at
    return [
        event
        for event in story.events
        if event.person == person
        or (isinstance(event, events.WeekPublished) and first < event.at < last)
    ]


def _may_be_played(story: Story, person: str) -> bool:
    """Whether everyone did what their role lets them do, which the story does not always mind.

    Only the main site has a desk, a nurse may not answer for a client before the admission, a
    supervisor writes no notes, and who leads a group but is not on the team reaches its notes for
    a day.
    """
    journey = story.of(person)
    ends = {
        session.key: session.ends_at
        for event in story.events
        if isinstance(event, events.WeekPublished)
        for session in event.sessions
    }
    primary = {each.primary_counselor for each in journey if isinstance(each, events.Admitted)}
    notes = [each for each in journey if isinstance(each, events.NoteSigned)]
    return (
        journey[0].site == "main"  # type: ignore[attr-defined]
        and not any(isinstance(each, events.ScreeningDone) and each.by == NURSE for each in journey)
        and all(each.by != SUPERVISOR for each in notes)
        and all(
            each.by in primary or each.at - ends.get(each.session, each.at) <= timedelta(hours=24)
            for each in notes
        )
    )


def _days(journey: tuple[events.Event, ...]) -> int:
    return (journey[-1].at - journey[0].at).days


def _is_by_the_numbers(book: Book) -> bool:
    """Whether the story's tests keep the program's least and most, so that a draw can pick them."""
    asked = ("tests_per_month", "most_per_month", "window", "least_per_window")
    limits = {
        tuple(entry[name] for name in asked) for draw in book.new[Draw] for entry in draw.roster
    }
    return limits <= LIMITS


def _somebody(wanted: set[type[events.Event]], story: Story, setting: Setting) -> Any:
    """Who has lived all that is wanted, fewest days first: their events, and the rows in bulk."""
    complete = [
        profile
        for profile in story.people
        if {type(event) for event in story.of(profile.key)} >= wanted
        and _may_be_played(story, profile.key)
    ]
    for profile in sorted(complete, key=lambda each: (_days(story.of(each.key)), each.key)):
        told = _told_of(story, profile.key)
        first, until = told[0].at.date(), told[-1].at.date() + timedelta(days=1)
        book, _ = write_down_events(told, [profile], setting, ZONE, story.seed, first, until)
        if _is_by_the_numbers(book):
            return profile, told, book, first, until
    return None


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("wanted", JOURNEYS.values(), ids=JOURNEYS)
def test_one_person_through_the_real_actions_leaves_the_same_rows(
    wanted: set[type[events.Event]],
) -> None:
    """Both ways of writing the same events down agree."""
    first_day = TODAY - timedelta(weeks=WEEKS)
    setting = house(first_day)
    stories = (tell(seed, TODAY, setting.outline, first_day) for seed in SEEDS)
    found = (_somebody(wanted, each, setting) for each in stories)
    somebody = next(filter(None, found), None)
    assert somebody, "the stories have nobody whose journey can be played as it was told"
    profile, told, book, first, until = somebody
    without = {name: frozenset(fields) for name, fields in DIFFER.items()}
    with transaction.atomic():
        write_all(book, NOON)
        in_bulk = facts(without)
        transaction.set_rollback(True)
    replay(told, profile, setting, ZONE, first, until)
    found_apart = differences(in_bulk, facts(without))
    assert not found_apart, "\n".join(found_apart)
