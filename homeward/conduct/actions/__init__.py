"""What is done in this room."""

from homeward.conduct.actions.appeals import file_appeal, hear_appeal
from homeward.conduct.actions.events import decide_step, record_event, take_step
from homeward.conduct.actions.notes import write_conduct_note
from homeward.conduct.actions.refusals import (
    AppealRefused,
    BadgeTaken,
    EndRefused,
    NotAPlace,
    RestrictionRefused,
    RulesFaulty,
    SearchRefused,
    StepRefused,
)
from homeward.conduct.actions.replies import reply_to_note, reply_to_step
from homeward.conduct.actions.restrictions import (
    end_restriction,
    renew_restriction,
    restrict_contact,
)
from homeward.conduct.actions.rules import (
    publish_rules,
    save_rules_draft,
    sign_rules,
    start_rules_draft,
)
from homeward.conduct.actions.searches import (
    Found,
    answer_as_witness,
    end_item,
    hand_in,
    search_belongings,
    sign_search_consent,
    withdraw_search_consent,
)
from homeward.conduct.actions.visitors import sign_in_visitor, sign_out_visitor
from homeward.conduct.at_the_door import SecondUnfit

__all__ = [
    "AppealRefused",
    "BadgeTaken",
    "EndRefused",
    "Found",
    "NotAPlace",
    "RestrictionRefused",
    "RulesFaulty",
    "SearchRefused",
    "SecondUnfit",
    "StepRefused",
    "answer_as_witness",
    "decide_step",
    "end_item",
    "end_restriction",
    "file_appeal",
    "hand_in",
    "hear_appeal",
    "publish_rules",
    "record_event",
    "renew_restriction",
    "reply_to_note",
    "reply_to_step",
    "restrict_contact",
    "save_rules_draft",
    "search_belongings",
    "sign_in_visitor",
    "sign_out_visitor",
    "sign_rules",
    "sign_search_consent",
    "start_rules_draft",
    "take_step",
    "withdraw_search_consent",
    "write_conduct_note",
]
