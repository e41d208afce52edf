"""Rows of the safety room. What was agreed, stamped, signed or decided is never changed."""

from homeward.safety.models.crisis import CrisisRun, CrisisStamp, PathEdition
from homeward.safety.models.notes import CrisisNote
from homeward.safety.models.plans import SafetyPlan, SafetyPlanAgreement
from homeward.safety.models.reports import ReportDecision

__all__ = [
    "CrisisNote",
    "CrisisRun",
    "CrisisStamp",
    "PathEdition",
    "ReportDecision",
    "SafetyPlan",
    "SafetyPlanAgreement",
]
