"""Rows of the medications room. What was watched, counted or stated is never changed."""

from homeward.medications.models.doses import DoseMark, WasteWitness
from homeward.medications.models.health import (
    Allergy,
    AllergyStatement,
    HealthEducation,
    PregnancyStatement,
    Vitals,
)
from homeward.medications.models.medicines import (
    Medication,
    MedicationEvent,
    Reconciliation,
    ReconciliationLine,
)
from homeward.medications.models.naloxone import (
    CountDuty,
    NaloxoneCheck,
    NaloxoneOffer,
    NaloxoneStock,
    NaloxoneUse,
)
from homeward.medications.models.orders import Certification, MedicalOrder, PdmpCheck
from homeward.medications.models.supplies import BroughtCount, BroughtIn, TakeHome
from homeward.medications.models.withdrawal import WithdrawalWatch

__all__ = [
    "Allergy",
    "AllergyStatement",
    "BroughtCount",
    "BroughtIn",
    "Certification",
    "CountDuty",
    "DoseMark",
    "HealthEducation",
    "MedicalOrder",
    "Medication",
    "MedicationEvent",
    "NaloxoneCheck",
    "NaloxoneOffer",
    "NaloxoneStock",
    "NaloxoneUse",
    "PdmpCheck",
    "PregnancyStatement",
    "Reconciliation",
    "ReconciliationLine",
    "TakeHome",
    "Vitals",
    "WasteWitness",
    "WithdrawalWatch",
]
