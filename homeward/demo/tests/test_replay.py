"""Rows built in bulk are the rows that the real actions leave.

One person of the story, with a short and complete journey, is written down twice: in bulk, and
event by event through the actions. Rows are compared field by field, foreign keys by what they
point to, sealed texts opened.
"""

import pytest
from django.db import transaction

from homeward.demo.replay import replay
from homeward.demo.rows.story_rows import write_down_events
from homeward.demo.rows.writing import write_all
from homeward.demo.story import events
from homeward.demo.story.simulation import Story
from homeward.demo.tests.telling import ZONE, differences, facts, small_story

WEEKS = 14
LAST = []
IDS_INSIDE = "it names rows by their ids, which are each telling's own"
DIFFER = {
    "Consent": {"recipients": IDS_INSIDE, "text_hash": IDS_INSIDE},
    "PlanSignature": {},
    "ClientNote": {"content_hash": IDS_INSIDE},
    "CareTask": {"origin": IDS_INSIDE, "detail": IDS_INSIDE},
    "Discharge": {"content_hash": IDS_INSIDE, "summary": IDS_INSIDE},
    "GroupMembership": {},
    "Draw": {
        "commitment": "each telling has its own secrets",
        "sealed_secret": "each telling has its own secrets",
        "secret": "each telling has its own secrets",
        "roster": "tokens of a made-up day are looked for, real ones are keyed",
        "drawn": "tokens of a made-up day are looked for, real ones are keyed",
    },
}
WANTED = (
    events.Admitted, events.PlanReviewed, events.TestResulted, events.LevelReviewed,
    events.SteppedDown, events.Discharged,
)  # fmt: skip


def _somebody(story: Story) -> str:
    """The person with the fewest events among those whose journey at the main site is complete."""
    journeys = {profile.key: story.of(profile.key) for profile in story.people}
    complete = {
        key: journey
        for key, journey in journeys.items()
        if {type(event) for event in journey} >= set(WANTED)
        and journey[0].site == "main"  # type: ignore[attr-defined]
        and not any(each.by == "birgit-solano" and isinstance(each, events.ScreeningDone) for each in journey)
    }
    assert complete, "the story has nobody who went all the way"
    return min(complete, key=lambda key: (len(complete[key]), key))


@pytest.mark.django_db
def test_one_person_through_the_real_actions_leaves_the_same_rows() -> None:
    """Both ways of writing the same events down agree."""
    story, setting = small_story(WEEKS)
    person = _somebody(story)
    profile = next(each for each in story.people if each.key == person)
    theirs = story.of(person)
    first = theirs[0].at.date()
    told = [
        event
        for event in story.events
        if event.person == person
        or (
            isinstance(event, events.WeekPublished)
            and event.at.date() >= first
            and event.at < theirs[-1].at
        )
    ]
    until = theirs[-1].at.date()
    without = {name: frozenset(fields) for name, fields in DIFFER.items()}

    with transaction.atomic():
        book, _ = write_down_events(told, [profile], setting, ZONE, story.seed, first, until)
        write_all(book)
        in_bulk = facts(without)
        transaction.set_rollback(True)

    replay(told, profile, setting, ZONE, first, until)
    by_actions = facts(without)

    LAST[:] = differences(in_bulk, by_actions)
    assert not LAST
