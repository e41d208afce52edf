"""Consents as they were signed, what limits them, court papers, and the ledger of what left."""

from homeward.consents.models.closing import CaseClosing
from homeward.consents.models.consent import Consent, ConsentRefusal, Revocation
from homeward.consents.models.ledger import Delivery, Disclosure, EmergencyRecord
from homeward.consents.models.legal import (
    InstrumentVerification,
    LegalInstrument,
    LegalRelease,
    LegalRequest,
)
from homeward.consents.models.limits import RestrictionAnswer, RestrictionRequest, SafetyFlag
from homeward.consents.models.parties import Approval, OutsideParty, QsoAgreement

__all__ = [
    "Approval",
    "CaseClosing",
    "Consent",
    "ConsentRefusal",
    "Delivery",
    "Disclosure",
    "EmergencyRecord",
    "InstrumentVerification",
    "LegalInstrument",
    "LegalRelease",
    "LegalRequest",
    "OutsideParty",
    "QsoAgreement",
    "RestrictionAnswer",
    "RestrictionRequest",
    "Revocation",
    "SafetyFlag",
]
