"""Rows of medicines, doses and orders for the access matrix."""

from datetime import time, timedelta
from typing import Any

from homeward.medications.models import DoseMark, MedicalOrder, Medication
from homeward.testing.stage import NOON


def add_medicines(rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """A medicine taken here at noon, yesterday's dose of it, and an order that waits."""
    rows["medication"] = medicine = Medication.objects.create(
        **about, name=subject.canary("medical"), dose="8 mg", route="oral", frequency="daily",
        prescriber="Dr. Paz", reason=subject.canary("medical"), is_observed=True,
        dose_times=[time(12)], started_on=NOON.date() - timedelta(days=9), schedule="3",
        recorded_at=NOON - timedelta(days=9), recorded_by=subject.counselor,
    )  # fmt: skip
    rows["dose_entry"] = DoseMark.objects.create(
        **about, medication=medicine, due_at=NOON - timedelta(days=1), dose="8 mg",
        on=NOON.date() - timedelta(days=1), state="wasted", reason="fell", is_controlled=True,
        at=NOON - timedelta(days=1), by=subject.counselor,
    )  # fmt: skip
    rows["order"] = MedicalOrder.objects.create(
        **about, kind="other", body=subject.canary("medical"), way="written",
        ordered_by=subject.counselor, at=NOON, sign_due_at=NOON,
    )  # fmt: skip
