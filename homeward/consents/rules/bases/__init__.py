"""The lawful bases, one file each, in the order they are looked for."""

from collections.abc import Callable, Mapping

from ..case import Case, Finding
from . import (
    audit_evaluation,
    child_abuse_report,
    client,
    counseling_notes_consent,
    court_order,
    crime_on_premises,
    criminal_justice_consent,
    emergency,
    family_consent,
    internal,
    legal_consent,
    qso,
    research,
    research_consent,
    specific_consent,
    tpo_consent,
)

FINDERS: Mapping[str, Callable[[Case], Finding]] = {
    "client": client.find,
    "internal": internal.find,
    "qso": qso.find,
    "emergency": emergency.find,
    "audit_evaluation": audit_evaluation.find,
    "research": research.find,
    "child_abuse_report": child_abuse_report.find,
    "crime_on_premises": crime_on_premises.find,
    "court_order": court_order.find,
    "specific_consent": specific_consent.find,
    "tpo_consent": tpo_consent.find,
    "counseling_notes_consent": counseling_notes_consent.find,
    "legal_consent": legal_consent.find,
    "criminal_justice_consent": criminal_justice_consent.find,
    "family_consent": family_consent.find,
    "research_consent": research_consent.find,
}
