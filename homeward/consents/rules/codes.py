"""The closed lists of words a world and a request may use."""

from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

RULE_SET = "part2"
VERSION = "2026.1"

RECORD_CLASSES = frozenset(item.value for item in RecordClass)
PURPOSES = frozenset(item.value for item in Purpose)

CONSENT_KINDS = frozenset(
    {
        "specific",
        "tpo",
        "counseling_notes",
        "legal_proceeding",
        "criminal_justice",
        "family",
        "research",
    }
)
AUTHORITIES = frozenset({"client", "guardian", "minor_own", "representative"})
NAMED_TYPES = frozenset({"person", "entity", "class"})
RECIPIENT_TYPES = frozenset({"person", "entity"})
RECIPIENT_CLASSES = frozenset(
    {
        "client",
        "staff",
        "family",
        "treating_provider",
        "health_plan",
        "medical_personnel",
        "qso",
        "probation_officer",
        "law_enforcement",
        "court",
        "child_protection_agency",
        "oversight_agency",
        "researcher",
        "employer",
        "housing",
    }
)
INSTRUMENT_TYPES = frozenset({"court_order_2_61", "subpoena", "court_order_other"})
APPROVAL_KINDS = frozenset({"research", "audit"})
REPORTS = frozenset({"initial", "followup"})

TPO_PURPOSES = frozenset({"treatment", "payment", "operations"})
LEGAL_PURPOSE = "legal_proceeding_against_client"
MONITORING_PURPOSE = "criminal_justice_monitoring"

# Bases in the order they are looked for; the first found for an item is the one cited.
BASES = (
    "client",
    "internal",
    "qso",
    "emergency",
    "audit_evaluation",
    "research",
    "child_abuse_report",
    "crime_on_premises",
    "court_order",
    "specific_consent",
    "tpo_consent",
    "counseling_notes_consent",
    "legal_consent",
    "criminal_justice_consent",
    "family_consent",
    "research_consent",
)
