"""What the program and its staff do about tests."""

from homeward.drugtests.actions.commit_draw import commit_draw, open_pool
from homeward.drugtests.actions.discuss_result import discuss_result, dispute_result
from homeward.drugtests.actions.dispute_own_result import dispute_own_result
from homeward.drugtests.actions.end_test import end_test
from homeward.drugtests.actions.enter_results import enter_results
from homeward.drugtests.actions.keep_bench import (
    add_kit,
    record_certificate,
    set_up_laboratory,
    withdraw_kit,
)
from homeward.drugtests.actions.notify_test import notify_test
from homeward.drugtests.actions.order_for_cause_test import order_for_cause_test
from homeward.drugtests.actions.receive_message import receive_message
from homeward.drugtests.actions.receive_specimen import receive_specimen, reject_specimen
from homeward.drugtests.actions.record_collection import record_collection
from homeward.drugtests.actions.resolve_message import file_message, set_message_aside
from homeward.drugtests.actions.reveal_draw import reveal_draw
from homeward.drugtests.actions.review_result import review_result
from homeward.drugtests.actions.run_draw import run_draw
from homeward.drugtests.actions.second_order import second_order
from homeward.drugtests.actions.send_test import ask_confirmation, send_test
from homeward.drugtests.actions.set_panel import agree_days, set_panel
from homeward.drugtests.actions.skip_draw import agree_skip, ask_skip

__all__ = [
    "add_kit",
    "agree_days",
    "agree_skip",
    "ask_confirmation",
    "ask_skip",
    "commit_draw",
    "discuss_result",
    "dispute_own_result",
    "dispute_result",
    "end_test",
    "enter_results",
    "file_message",
    "notify_test",
    "open_pool",
    "order_for_cause_test",
    "receive_message",
    "receive_specimen",
    "record_certificate",
    "record_collection",
    "reject_specimen",
    "reveal_draw",
    "review_result",
    "run_draw",
    "second_order",
    "send_test",
    "set_message_aside",
    "set_panel",
    "set_up_laboratory",
    "withdraw_kit",
]
