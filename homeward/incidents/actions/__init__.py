"""Every write of the incidents room."""

from homeward.incidents.actions.breach import count_breach
from homeward.incidents.actions.ending import close_incident, reopen_incident
from homeward.incidents.actions.following import add_follow_up, finish_follow_up
from homeward.incidents.actions.reporting import (
    add_notification,
    finish_root_cause,
    report_inside,
    report_to_state,
)
from homeward.incidents.actions.writing import add_person, mend_report, weigh_again, write_incident

__all__ = [
    "add_follow_up",
    "add_notification",
    "add_person",
    "close_incident",
    "count_breach",
    "finish_follow_up",
    "finish_root_cause",
    "mend_report",
    "reopen_incident",
    "report_inside",
    "report_to_state",
    "weigh_again",
    "write_incident",
]
