"""Everything that may be written about medicines and the body, one file a kind of act."""

from homeward.medications.actions.doses import correct_dose, record_dose, witness_waste
from homeward.medications.actions.health import (
    add_allergy,
    end_allergy,
    record_education,
    state_allergies,
    state_pregnancy,
    take_vitals,
)
from homeward.medications.actions.medicines import (
    change_terms,
    hold_medicine,
    record_medicine,
    resume_medicine,
    stop_medicine,
)
from homeward.medications.actions.naloxone import (
    add_stock,
    check_stock,
    offer_naloxone,
    record_use,
    say_nobody_beside,
)
from homeward.medications.actions.orders import certify, sign_order, write_order
from homeward.medications.actions.pdmp import record_pdmp_check
from homeward.medications.actions.reconcile import reconcile
from homeward.medications.actions.starting import note_start
from homeward.medications.actions.supplies import (
    count_container,
    count_take_home,
    give_take_home,
    receive_container,
)
from homeward.medications.actions.withdrawal import begin_watch, end_watch

__all__ = [
    "add_allergy",
    "add_stock",
    "begin_watch",
    "certify",
    "change_terms",
    "check_stock",
    "correct_dose",
    "count_container",
    "count_take_home",
    "end_allergy",
    "end_watch",
    "give_take_home",
    "hold_medicine",
    "note_start",
    "offer_naloxone",
    "receive_container",
    "reconcile",
    "record_dose",
    "record_education",
    "record_medicine",
    "record_pdmp_check",
    "record_use",
    "resume_medicine",
    "say_nobody_beside",
    "sign_order",
    "state_allergies",
    "state_pregnancy",
    "stop_medicine",
    "take_vitals",
    "witness_waste",
    "write_order",
]
