"""Which topic a meeting gets, so that nobody hears one again before hearing all.

Among a meeting's topics take the one that repeats too early for the fewest of those seated;
among these the one the cohort has not had for longest; then the order of the curriculum. While a
cohort stays on one pool this is a plain rotation, and whoever joins at any week hears every topic
once before any topic twice.

Source: rotating curriculum with open enrolment, TIP 47.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its reference, and its place in the curriculum."""

    ref: str
    position: int


Heard = Mapping[str, Mapping[str, int]]
LastHad = Mapping[str, int]


def repeats_early(topic: str, pool: Iterable[str], heard: Mapping[str, int]) -> bool:
    """Whether this person would hear the topic again before having heard the whole pool."""
    return heard.get(topic, 0) > min((heard.get(other, 0) for other in pool), default=0)


def choose_topic(
    pool: tuple[Topic, ...], people: Iterable[str], heard: Heard, last_had: LastHad
) -> Topic | None:
    """The topic for a meeting of `people`; None when the pool is empty.

    `heard` counts per person how often each topic was planned for them; `last_had` orders by a
    rising number when the cohort last had it (a topic that is missing was never had).
    """
    if not pool:
        return None
    refs = tuple(topic.ref for topic in pool)
    seated = tuple(people)

    def rank(topic: Topic) -> tuple[int, int, int]:
        early = sum(repeats_early(topic.ref, refs, heard.get(person, {})) for person in seated)
        return early, last_had.get(topic.ref, -1), topic.position

    return min(pool, key=rank)
