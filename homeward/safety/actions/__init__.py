"""Every write of the safety room."""

from homeward.safety.actions.crisis import call_off, name_who, stamp_step, start_crisis
from homeward.safety.actions.notes import save_crisis_note, sign_crisis_note, take_note_over
from homeward.safety.actions.plans import (
    agree_to_plan,
    ask_for_change,
    discard_draft,
    keep_looked_at,
    save_plan,
    start_plan,
)
from homeward.safety.actions.reports import decide_report

__all__ = [
    "agree_to_plan",
    "ask_for_change",
    "call_off",
    "decide_report",
    "discard_draft",
    "keep_looked_at",
    "name_who",
    "save_crisis_note",
    "save_plan",
    "sign_crisis_note",
    "stamp_step",
    "start_crisis",
    "start_plan",
    "take_note_over",
]
