"""What can be done in this room."""

from homeward.families.actions.line import close_sent, close_word, place_sent, send_in
from homeward.families.actions.nights import answer_night, cancel_night, make_night
from homeward.families.actions.own import keep_own_plan, mark_lesson_read, tear_up_own_plan
from homeward.families.actions.sessions import answer_ask, ask_for_session, book_family_session

__all__ = [
    "answer_ask",
    "answer_night",
    "ask_for_session",
    "book_family_session",
    "cancel_night",
    "close_sent",
    "close_word",
    "keep_own_plan",
    "make_night",
    "mark_lesson_read",
    "place_sent",
    "send_in",
    "tear_up_own_plan",
]
