"""What staff do with the timetable."""

from homeward.timetable.actions.book_individual import book_individual
from homeward.timetable.actions.cancel_session import cancel_session
from homeward.timetable.actions.close_session import close_session
from homeward.timetable.actions.keep_apart import end_keeping_apart, keep_apart
from homeward.timetable.actions.plan_week import plan_week
from homeward.timetable.actions.publish_week import publish_week
from homeward.timetable.actions.release_seat import release_seat
from homeward.timetable.actions.take_seat import SeatRefused, decide_seat, take_seat

__all__ = [
    "SeatRefused",
    "book_individual",
    "cancel_session",
    "close_session",
    "decide_seat",
    "end_keeping_apart",
    "keep_apart",
    "plan_week",
    "publish_week",
    "release_seat",
    "take_seat",
]
