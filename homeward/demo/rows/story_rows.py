"""A whole story as rows, up to a day; what was written before is only gone through again."""

from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from homeward.demo.rows import (  # noqa: F401  (each room registers what it writes down)
    admission,
    assessment,
    consents,
    drugtest_results,
    drugtests,
    inquiries,
    leaving,
    outreach,
    plans,
    register,
    screening,
    seating,
    weeks,
)
from homeward.demo.rows.book import Book, utc
from homeward.demo.rows.by_hand import leave_alone
from homeward.demo.rows.draws import open_pools
from homeward.demo.rows.notes import begin_drafts
from homeward.demo.rows.reviews import open_every_week
from homeward.demo.rows.setting import Setting
from homeward.demo.rows.teller import Teller
from homeward.demo.story.events import Event
from homeward.demo.story.profiles import Profile
from homeward.demo.story.simulation import Story


def write_down(
    story: Story, setting: Setting, zone: ZoneInfo, told_until: date | None = None
) -> tuple[Book, Teller]:
    """The rows of a story; with `told_until` only those of that day and later."""
    book = Book(story.seed, setting.program.code)
    told = Teller(book, setting, story.people)
    open_every_week(told, story.first_day)
    open_pools(told, story.first_day)
    if told_until is not None:
        book.is_past = True
        _tell(told, story, zone, story.first_day, told_until)
        book.is_past = False
        leave_alone(told)
    _tell(told, story, zone, told_until or story.first_day, story.today)
    return book, told


def _tell(told: Teller, story: Story, zone: ZoneInfo, first: date, until: date) -> None:
    """The events of some days, and at their end the notes somebody has begun.

    Who enters a phase on the last morning has its seats then: nobody opens the day without them.
    """
    ends = utc(datetime.combine(until, time(), zone))
    between = [event for event in story.events if first <= event.at.date() < until]
    told.tell(between, ends + seating.DAY_IS_BEGUN)
    begin_drafts(told, (event for event in story.world.events if event.at >= ends), ends)


def write_down_events(
    events: Iterable[Event],
    people: Iterable[Profile],
    setting: Setting,
    zone: ZoneInfo,
    seed: int,
    first_day: date,
    until: date,
) -> tuple[Book, Teller]:
    """The rows of some events in their order, as part of a story that begins on `first_day`."""
    book = Book(seed, setting.program.code)
    told = Teller(book, setting, people)
    open_every_week(told, first_day)
    open_pools(told, first_day)
    told.tell(events, utc(datetime.combine(until, time(), zone)))
    return book, told
