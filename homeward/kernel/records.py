"""The classes a record can belong to; consents and access are written in these words."""

from enum import StrEnum


class RecordClass(StrEnum):
    """What kind of information a row, a route or a disclosed item is."""

    IDENTITY = "identity"
    SCHEDULE = "schedule"
    ASSESSMENT = "assessment"
    NOTES = "notes"
    COUNSELING_NOTES = "counseling_notes"
    MEDICAL = "medical"
    DRUG_TESTS = "drug_tests"
    CONSENTS = "consents"
    CLAIMS = "claims"
    MESSAGES = "messages"
    AUDIT = "audit"
    SETUP = "setup"
    INCIDENTS = "incidents"
    INQUIRIES = "inquiries"
    OUTCOMES = "outcomes"
    LINKAGE = "linkage"
    PUBLIC = "public"
