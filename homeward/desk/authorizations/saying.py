"""Authorizations in words: units, hours, days, and how each stands."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.reasons_words import words_for
from homeward.coverage.authorizations import Authorization
from homeward.coverage.authorized import Standing
from homeward.coverage.words import STANDING, UNITS
from homeward.kernel.reasons import Decision, State

TONES = {
    "to_come": "info", "in_force": "done", "running_out": "attention", "used_up": "urgent",
    "over": "neutral", "open": "attention", "not_given": "neutral",
}  # fmt: skip
NAMES = {
    "early_intervention": gettext_lazy("Early intervention"),
    "outpatient": gettext_lazy("Outpatient"),
    "long_term_remission_monitoring": gettext_lazy("Long-term remission monitoring"),
    "outpatient_therapy": gettext_lazy("Outpatient therapy"),
    "medically_managed_outpatient": gettext_lazy("Medically managed outpatient"),
    "intensive_outpatient": gettext_lazy("Intensive outpatient"),
    "partial_hospitalization": gettext_lazy("Partial hospitalization"),
    "high_intensity_outpatient": gettext_lazy("High-intensity outpatient"),
    "medically_managed_intensive_outpatient": gettext_lazy(
        "Medically managed intensive outpatient"
    ),
}


def standing_words(standing: Standing) -> str:
    """In two or three words."""
    return str(STANDING[standing.decision.outcome])


def lines(decision: Decision, state: State | None = None) -> tuple[str, ...]:
    """The decision's lines with days as they are read; those of one state alone if asked."""
    return tuple(
        words_for(line.code, {key: _shown(value) for key, value in line.detail.items()})
        for line in decision.reasons
        if state is None or line.state is state
    )


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return day(date.fromisoformat(value))
        except ValueError:
            return value
    return value


def day(on: date | None) -> str:
    """A day in words, nothing for none."""
    return date_format(on, "j M Y") if on else ""


def period(row: Authorization) -> str:
    """From one day to another, both included."""
    return _("%(first)s to %(last)s") % {"first": day(row.starts_on), "last": day(row.last_on)}


def level(code: str) -> str:
    """A level as it is spoken."""
    return _("level %(code)s") % {"code": code}


def units(row: Authorization, left: int | None) -> str:
    """What is left of what, in the payer's own unit."""
    name = str(UNITS[row.counted_in]).lower()
    if row.units is None:
        return _("counted by the week")
    if left is None:
        return _("%(units)s %(name)s") % {"units": row.units, "name": name}
    return _("%(left)s of %(units)s %(name)s left") % {
        "left": left, "units": row.units, "name": name,
    }  # fmt: skip


def hours(minutes: int | None) -> str:
    """Minutes a week as hours, nothing where unsaid."""
    if minutes is None:
        return ""
    amount = Decimal(minutes) / 60
    return _("%(hours)s h a week") % {"hours": f"{amount.normalize():f}" if minutes else "0"}
