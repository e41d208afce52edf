"""What is done in this room."""

from homeward.incentives.actions.counting import count_test, record_activity
from homeward.incentives.actions.courses import join_course, leave_course
from homeward.incentives.actions.proposing import (
    begin_stock,
    propose_correction,
    propose_count,
    propose_delivery,
    propose_hand_over,
    propose_void,
)
from homeward.incentives.actions.protocols import adopt_protocol, end_protocol, write_protocol
from homeward.incentives.actions.settling import confirm, decline

__all__ = [
    "adopt_protocol",
    "begin_stock",
    "confirm",
    "count_test",
    "decline",
    "end_protocol",
    "join_course",
    "leave_course",
    "propose_correction",
    "propose_count",
    "propose_delivery",
    "propose_hand_over",
    "propose_void",
    "record_activity",
    "write_protocol",
]
