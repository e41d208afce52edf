"""What staff do with the timetable."""

from homeward.timetable.actions.away import (
    close_site,
    note_absence,
    reopen_closure,
    withdraw_absence,
)
from homeward.timetable.actions.book_individual import book_individual
from homeward.timetable.actions.calendar_feed import (
    close_client_feed,
    close_staff_feed,
    open_client_feed,
    open_staff_feed,
    say_calendar_place,
)
from homeward.timetable.actions.cancel_planning import cancel_planning
from homeward.timetable.actions.cancel_session import cancel_session
from homeward.timetable.actions.close_session import close_session
from homeward.timetable.actions.join_from_afar import set_session_link
from homeward.timetable.actions.keep_apart import end_keeping_apart, keep_apart
from homeward.timetable.actions.make_move import MoveRefused, make_move, undo_move
from homeward.timetable.actions.plan_week import plan_week
from homeward.timetable.actions.publish_draft import publish_draft
from homeward.timetable.actions.publish_week import publish_week
from homeward.timetable.actions.put_on_duty import fill_duty, put_on_duty, take_off_duty
from homeward.timetable.actions.release_seat import release_seat
from homeward.timetable.actions.say_hours import HoursLine, say_hours, say_terms
from homeward.timetable.actions.start_draft import (
    discard_draft,
    plan_again,
    reopen_week,
    start_draft,
)
from homeward.timetable.actions.substitute_leader import SubstituteRefused, substitute_leader
from homeward.timetable.actions.take_seat import SeatRefused, decide_seat, take_seat

__all__ = [
    "HoursLine",
    "MoveRefused",
    "SeatRefused",
    "SubstituteRefused",
    "book_individual",
    "cancel_planning",
    "cancel_session",
    "close_client_feed",
    "close_session",
    "close_site",
    "close_staff_feed",
    "decide_seat",
    "discard_draft",
    "end_keeping_apart",
    "fill_duty",
    "keep_apart",
    "make_move",
    "note_absence",
    "open_client_feed",
    "open_staff_feed",
    "plan_again",
    "plan_week",
    "publish_draft",
    "publish_week",
    "put_on_duty",
    "release_seat",
    "reopen_closure",
    "reopen_week",
    "say_calendar_place",
    "say_hours",
    "say_terms",
    "set_session_link",
    "start_draft",
    "substitute_leader",
    "take_off_duty",
    "take_seat",
    "undo_move",
    "withdraw_absence",
]
