"""The medical record in the copy beside the list of medicines: doses, measurements, orders."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.medications.models import DoseMark, MedicalOrder, Vitals
from homeward.medications.words import DOSE_STATES, ORDER_KINDS
from homeward.portal.copy.parts import Part


@dataclass(frozen=True, slots=True)
class Medical:
    """The rows, oldest first; a dose that was put right in its newest form, orders once signed."""

    doses: tuple[DoseMark, ...]
    vitals: tuple[Vitals, ...]
    orders: tuple[MedicalOrder, ...]

    @classmethod
    def of(cls, rows: Callable[..., Any]) -> "Medical":
        """`rows` reads one model in the person's own scope."""
        return cls(
            doses=tuple(rows(DoseMark, "at", corrected_by=None).select_related("medication")),
            vitals=tuple(rows(Vitals, "at")),
            orders=tuple(
                rows(MedicalOrder, "at", signed_at__isnull=False).select_related("ordered_by")
            ),
        )


def parts(medical: Medical, zone: ZoneInfo) -> tuple[Part, ...]:
    """In words."""
    return (
        Part(
            _("Doses"),
            (_("When"), _("Medicine"), _("Dose"), _("How it was marked"), _("Why")),
            tuple(
                (
                    _at(row.at, zone), row.medication.name, row.dose,
                    str(DOSE_STATES.get(row.state, row.state)), row.reason,
                )
                for row in medical.doses
            ),
        ),
        Part(
            _("What was measured"),
            (_("When"), _("What")),
            tuple((_at(row.at, zone), _measured(row)) for row in medical.vitals),
        ),
        Part(
            _("Orders of a doctor or prescriber"),
            (_("When"), _("What"), _("Words"), _("Who")),
            tuple(
                (
                    _at(row.at, zone), str(ORDER_KINDS.get(row.kind, row.kind)), row.body,
                    row.ordered_by.name,
                )
                for row in medical.orders
            ),
        ),
    )  # fmt: skip


def _measured(row: Vitals) -> str:
    both = f"{row.systolic}/{row.diastolic} mm Hg" if row.systolic and row.diastolic else None
    lines = (
        (_("Blood pressure"), both),
        (_("Pulse"), row.pulse),
        (_("Breaths a minute"), row.breaths),
        (_("Temperature"), f"{row.temperature_f} °F" if row.temperature_f is not None else None),
        (_("Oxygen"), f"{row.oxygen} %" if row.oxygen is not None else None),
        (_("Weight"), f"{row.weight_lb} lb" if row.weight_lb is not None else None),
    )
    return "; ".join(f"{name}: {value}" for name, value in lines if value is not None)


def _at(instant: datetime, zone: ZoneInfo) -> str:
    return date_format(instant.astimezone(zone), "DATETIME_FORMAT")
