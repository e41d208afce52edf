"""Consents as they were signed, what limits them, court papers, and the ledger of what left."""

from homeward.consents.models.agencies import AgencyAnswer, AgencyAsk
from homeward.consents.models.closing import CaseClosing
from homeward.consents.models.consent import Consent, ConsentRefusal, Revocation
from homeward.consents.models.exchanges import IntermediaryList, IntermediaryListRequest
from homeward.consents.models.guardians import Guardianship
from homeward.consents.models.incidents import PremisesIncident
from homeward.consents.models.jurisdictions import MinorConsentAge
from homeward.consents.models.ledger import Delivery, Disclosure, EmergencyRecord
from homeward.consents.models.legal import (
    InstrumentVerification,
    LegalInstrument,
    LegalRelease,
    LegalRequest,
)
from homeward.consents.models.limits import RestrictionAnswer, RestrictionRequest, SafetyFlag
from homeward.consents.models.parties import (
    Approval,
    IntermediaryMember,
    OutsideParty,
    QsoAgreement,
)

__all__ = [
    "AgencyAnswer",
    "AgencyAsk",
    "Approval",
    "CaseClosing",
    "Consent",
    "ConsentRefusal",
    "Delivery",
    "Disclosure",
    "EmergencyRecord",
    "Guardianship",
    "InstrumentVerification",
    "IntermediaryList",
    "IntermediaryListRequest",
    "IntermediaryMember",
    "LegalInstrument",
    "LegalRelease",
    "LegalRequest",
    "MinorConsentAge",
    "OutsideParty",
    "PremisesIncident",
    "QsoAgreement",
    "RestrictionAnswer",
    "RestrictionRequest",
    "Revocation",
    "SafetyFlag",
]
