"""The ratings of the story mean to the placement rules what the story says they mean."""

from datetime import date

from homeward.demo.story.events import DimensionsRated, PlacementDecided
from homeward.demo.story.sample import sample
from homeward.demo.story.simulation import tell
from homeward.placement.rules.assessment import Assessment, Facts
from homeward.placement.rules.recommend import recommend


def test_the_rules_find_the_level_the_story_expects() -> None:
    """For everybody assessed; who gets another level than indicated has a reason, and no hold."""
    story = tell(1, date(2026, 11, 22), sample())
    decided = {event.person: event for event in story.events if isinstance(event, PlacementDecided)}
    for event in story.events:
        if isinstance(event, DimensionsRated):
            decision = recommend(
                Assessment(
                    edition=event.edition,
                    as_of=event.at,
                    age=event.age,
                    ratings=dict(enumerate(event.ratings, start=1)),
                    facts=Facts(**dict(event.facts)),  # type: ignore[arg-type]
                )
            )
            placed = decided[event.person]
            assert decision.outcome == placed.indicated, event
            assert (placed.indicated == placed.provided) == (placed.discrepancy == "")
            assert placed.provided != "2.1" or not decision.extras["holds"]
