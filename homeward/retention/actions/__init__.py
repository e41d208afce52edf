"""Answering signals, telling of somebody's life, and taking the steps that reach out."""

from homeward.retention.actions.answer_signal import (
    acknowledge_signal,
    act_on_signal,
    hand_on_signal,
    withdraw_signal,
)
from homeward.retention.actions.take_step import is_clinician, take_step
from homeward.retention.actions.tell_of_life import keep_own_date, record_life_change, take_back

__all__ = [
    "acknowledge_signal",
    "act_on_signal",
    "hand_on_signal",
    "is_clinician",
    "keep_own_date",
    "record_life_change",
    "take_back",
    "take_step",
    "withdraw_signal",
]
