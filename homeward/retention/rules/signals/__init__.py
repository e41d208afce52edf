"""Every signal, in the order in which a clinician reads them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType, ModuleType
from typing import Any

from homeward.kernel.reasons import Decision
from homeward.retention.rules.course import RAISED, Course, Kind, SignalNumbers
from homeward.retention.rules.signals import (
    counselor_change,
    craving_rise,
    first_week_absence,
    holiday_ahead,
    housing_or_job_loss,
    late_trend,
    missed_test,
    own_date_ahead,
    payer_lapse,
    phase_change,
    positive_after_negatives,
    two_absences,
    unreturned_calls,
)


@dataclass(frozen=True, slots=True)
class Signal:
    """One rule: its code, the kinds of fact it may look at, and the rule itself."""

    code: str
    looks_at: tuple[Kind, ...]
    look: Callable[[Course, date, SignalNumbers], Decision]


def _signal(module: ModuleType) -> Signal:
    rule: Any = module
    return Signal(rule.CODE, rule.LOOKS_AT, rule.look)


SIGNALS: Mapping[str, Signal] = MappingProxyType(
    {
        signal.code: signal
        for signal in map(
            _signal,
            (
                first_week_absence, two_absences, unreturned_calls, late_trend, missed_test,
                positive_after_negatives, craving_rise, housing_or_job_loss, payer_lapse,
                phase_change, counselor_change, holiday_ahead, own_date_ahead,
            ),
        )
    }
)  # fmt: skip


def raised_on(course: Course, on: date, numbers: SignalNumbers) -> dict[str, Decision]:
    """Every signal that is raised on a day, with its facts, by code."""
    asked = {code: signal.look(course, on, numbers) for code, signal in SIGNALS.items()}
    return {code: found for code, found in asked.items() if found.outcome == RAISED}
