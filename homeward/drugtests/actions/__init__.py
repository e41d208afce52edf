"""What the program and its staff do about tests."""

from homeward.drugtests.actions.commit_draw import commit_draw, open_pool
from homeward.drugtests.actions.discuss_result import discuss_result
from homeward.drugtests.actions.end_test import end_test
from homeward.drugtests.actions.enter_results import enter_results
from homeward.drugtests.actions.notify_test import notify_test
from homeward.drugtests.actions.order_for_cause_test import order_for_cause_test
from homeward.drugtests.actions.record_collection import record_collection
from homeward.drugtests.actions.reveal_draw import reveal_draw
from homeward.drugtests.actions.review_result import review_result
from homeward.drugtests.actions.run_draw import run_draw
from homeward.drugtests.actions.send_test import send_test

__all__ = [
    "commit_draw",
    "discuss_result",
    "end_test",
    "enter_results",
    "notify_test",
    "open_pool",
    "order_for_cause_test",
    "record_collection",
    "reveal_draw",
    "review_result",
    "run_draw",
    "send_test",
]
