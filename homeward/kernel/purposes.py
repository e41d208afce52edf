"""Why somebody reads or receives a record."""

from enum import StrEnum


class Purpose(StrEnum):
    """Purposes of use and disclosure, as the consent engine and the audit name them."""

    TREATMENT = "treatment"
    PAYMENT = "payment"
    OPERATIONS = "operations"
    FAMILY_SUPPORT = "family_support"
    LEGAL_PROCEEDING_AGAINST_CLIENT = "legal_proceeding_against_client"
    CRIMINAL_JUSTICE_MONITORING = "criminal_justice_monitoring"
    AUDIT_EVALUATION = "audit_evaluation"
    RESEARCH = "research"
    EMERGENCY = "emergency"
    CHILD_ABUSE_REPORT = "child_abuse_report"
    CRIME_ON_PREMISES = "crime_on_premises"
    CLIENT_REQUEST = "client_request"
    INTERNAL_CARE = "internal_care"
    QSO_SERVICE = "qso_service"
    OTHER = "other"
