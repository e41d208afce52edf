"""What staff do with an assessment."""

from homeward.assessments.actions.add_addendum import AddendumIsEmpty, add_addendum
from homeward.assessments.actions.carry_over import FactUnknown, carry_over
from homeward.assessments.actions.cosign_assessment import (
    AlreadyCosigned,
    NotSignedYet,
    OwnAssessment,
    cosign_assessment,
)
from homeward.assessments.actions.keep_page import (
    AnswerUnreadable,
    AssessmentAlreadySigned,
    PageUnknown,
    keep_page,
)
from homeward.assessments.actions.sign_assessment import AssessmentIncomplete, sign_assessment
from homeward.assessments.actions.start_assessment import start_assessment

__all__ = [
    "AddendumIsEmpty",
    "AlreadyCosigned",
    "AnswerUnreadable",
    "AssessmentAlreadySigned",
    "AssessmentIncomplete",
    "FactUnknown",
    "NotSignedYet",
    "OwnAssessment",
    "PageUnknown",
    "add_addendum",
    "carry_over",
    "cosign_assessment",
    "keep_page",
    "sign_assessment",
    "start_assessment",
]
