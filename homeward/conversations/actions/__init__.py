"""What this room does, a verb a file."""

from homeward.conversations.actions.desk import approve_text, see_desk_words, send_desk_word
from homeward.conversations.actions.late import say_late, take_back_late
from homeward.conversations.actions.outside import answer_contact, write_from_outside
from homeward.conversations.actions.reading import open_file, see
from homeward.conversations.actions.settling import hand_over, needs_no_answer
from homeward.conversations.actions.taking_back import take_back
from homeward.conversations.actions.writing import Written, write, write_to_client

__all__ = [
    "Written",
    "answer_contact",
    "approve_text",
    "hand_over",
    "needs_no_answer",
    "open_file",
    "say_late",
    "see",
    "see_desk_words",
    "send_desk_word",
    "take_back",
    "take_back_late",
    "write",
    "write_from_outside",
    "write_to_client",
]
