"""Telling the story further never changes what was told; later starts only add."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.demo.story.sample import sample
from homeward.demo.story.simulation import live_on, tell

FIRST = date(2026, 5, 24)
OUTLINE = sample()


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 50), told=st.integers(10, 100), further=st.integers(1, 45))
def test_the_story_up_to_a_day_is_the_same_whenever_it_is_told(
    seed: int, told: int, further: int
) -> None:
    """Cut the longer story at the shorter one's today: the same events, in the same order."""
    today = FIRST + timedelta(days=told)
    short = tell(seed, today, OUTLINE, FIRST)
    long = tell(seed, today + timedelta(days=further), OUTLINE, FIRST)
    assert short.events == tuple(event for event in long.events if event.at.date() < today)
    assert short.people == long.people[: len(short.people)]
    assert (
        short.events + live_on(seed, today, today + timedelta(days=further), OUTLINE, FIRST)
        == long.events
    )


def test_the_same_seed_tells_the_same_story() -> None:
    """And another seed another one."""
    today = FIRST + timedelta(days=60)
    assert tell(3, today, OUTLINE, FIRST).events == tell(3, today, OUTLINE, FIRST).events
    assert tell(3, today, OUTLINE, FIRST).events != tell(4, today, OUTLINE, FIRST).events
