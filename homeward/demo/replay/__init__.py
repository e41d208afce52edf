"""The story of one person again, through the actions that people at work really use."""

from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from homeward.demo.replay import care, planning, progress, testing, way_in, weeks  # noqa: F401  (they register)
from homeward.demo.replay.performing import Replay, perform
from homeward.demo.rows.book import utc
from homeward.demo.rows.setting import Setting
from homeward.demo.story.events import Event
from homeward.demo.story.profiles import Profile


def replay(
    events: Iterable[Event],
    profile: Profile,
    setting: Setting,
    zone: ZoneInfo,
    first_day: date,
    until: date,
) -> Replay:
    """Perform one person's events, and the program's own, from the first day until a day."""
    playing = Replay(setting, profile, events, zone)
    progress.open_every_week(playing, first_day)
    testing.keep_draws(playing, first_day)
    perform(playing, utc(datetime.combine(until, time(), zone)))
    return playing
