"""Telling the story, one day after another.

Day by day is what makes it safe to tell further: nothing done on a day looks at `today`, and all
draws are keyed, so the story up to a day is the same however far it is told. Events that fall
on or after today are cut at the end.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from . import appointments, calls, care, cast, reviews, stays
from .events import Event
from .outline import Outline
from .profiles import Profile
from .week import publish
from .world import DAY, World

WEEKS = 26
PUBLISHING_WEEKDAY = 3


@dataclass(frozen=True, slots=True)
class Story:
    """What happened from `first_day` up to, not including, `today`."""

    seed: int
    first_day: date
    today: date
    people: tuple[Profile, ...]
    events: tuple[Event, ...]
    world: World
    _by_person: dict[str, tuple[Event, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        told: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            told[event.person].append(event)
        object.__setattr__(
            self, "_by_person", {person: tuple(theirs) for person, theirs in told.items()}
        )

    def of(self, person: str) -> tuple[Event, ...]:
        """Events of one person, in time order."""
        return self._by_person.get(person, ())

    def since(self, day: date) -> tuple[Event, ...]:
        """Events on or after that day: what a later start still has to add."""
        return tuple(event for event in self.events if event.at.date() >= day)


def tell(seed: int, today: date, outline: Outline, first_day: date | None = None) -> Story:
    """The story up to the end of yesterday; `first_day` is 26 weeks before `today` unless given.

    Keep the first day of an installation and pass it on later starts: the story then goes on
    from where it was, and everything before stays as it was told.
    """
    first_day = first_day or today - timedelta(weeks=WEEKS)
    world = World(seed, first_day, outline)
    day = first_day
    while day < today:
        _one_day(world, day)
        day += DAY
    order = sorted(
        (event.at.timestamp(), number)
        for number, event in enumerate(world.events)
        if event.at.date() < today
    )
    return Story(
        seed,
        first_day,
        today,
        tuple(world.people),
        tuple(world.events[number] for _, number in order),
        world,
    )


def live_on(
    seed: int, from_day: date, to_day: date, outline: Outline, first_day: date
) -> tuple[Event, ...]:
    """What happened from `from_day` up to, not including, `to_day`, for a story told up to
    `from_day` before."""
    return tell(seed, to_day, outline, first_day).since(from_day)


def _one_day(world: World, day: date) -> None:
    """Everything of one day, in an order nothing later can change."""
    is_open = world.is_open(day)
    if day == world.first_day:
        publish(world, day - timedelta(days=day.weekday()), day, 7 * 60)
    if day.weekday() == PUBLISHING_WEEKDAY:
        publish(world, day + timedelta(days=7 - day.weekday()), day, 15 * 60)
    if is_open:
        cast.invite(world, day)
        calls.new_calls(world, day)
    if is_open and day.weekday() in reviews.LOOKING_WEEKDAYS:
        reviews.look_again(world, day)
    _do_what_is_due(world, day)
    for client in list(world.clients.values()):
        care.live_through(world, client, day)
        reviews.plan_review(world, client, day)
        stays.justify_stay(world, client, day)
    _do_what_is_due(world, day)
    if is_open and day.weekday() == reviews.REVIEW_WEEKDAY:
        reviews.weekly_reviews(world, day)
    if day.weekday() == appointments.BOOKING_WEEKDAY:
        appointments.book_week(world, day)


def _do_what_is_due(world: World, day: date) -> None:
    """Steps put off to this day, also those they put off to it themselves."""
    while due := world.agenda.pop(day, []):
        for step in due:
            step(day)
