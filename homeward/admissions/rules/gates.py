"""The screening gates: who must be seen by a medical clinician before intensive outpatient care.

| What is known                                              | What it asks                       |
| ---------------------------------------------------------- | ---------------------------------- |
| younger than the program's age                             | not admitted here; refer           |
| CIWA-Ar at the emergency cut, confusion or a seizure now   | emergency services                 |
| CIWA-Ar at the hold cut                                    | medical evaluation the same day    |
| withdrawal seizure or delirium before, and drink or        | medical evaluation the same day    |
| sedatives in the last days                                 |                                    |
| benzodiazepines every day                                  | medical evaluation the same day    |
| pregnant and using opioids                                 | medical evaluation the same day    |
| pregnant, and drink or sedatives in the last days          | medical evaluation the same day    |
| a vital sign outside its range                             | medical evaluation the same day    |
| low CIWA-Ar while intoxicated or too soon after a drink    | clears nobody; repeat it           |
| confusion, a seizure or benzodiazepines not asked about    | ask first; nobody is clear yet     |
| opioid withdrawal                                          | medication and naloxone today;     |
|                                                            | never a hold by itself             |

Source: domain handbook 1.10 and 1.11; the line on drink or sedatives in pregnancy is a starting
value of this house, which a clinician settles. Cut-point sets differ between publications, so the
set in force is part of every decision.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from homeward.admissions.rules.gates_case import (
    ADULT,
    GATE,
    OPIOIDS,
    PREGNANCY,
    WITHDRAWAL,
    GateCase,
    GateNumbers,
)
from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by
from homeward.placement.rules import signs

RULE_SET, VERSION = "gates", "2"
NAME = f"{RULE_SET}-{VERSION}"
# Worse ones first; the worst that holds is the outcome.
EMERGENCY, NOT_HERE, MEDICAL_TODAY, REPEAT, ASK, CLEAR = (
    "emergency_services",
    "not_here",
    "medical_evaluation_today",
    "repeat_ciwa",
    "ask_first",
    "clear",
)
OUTCOMES = (EMERGENCY, NOT_HERE, MEDICAL_TODAY, REPEAT, ASK, CLEAR)
AGE_HOLD, WITHDRAWAL_HOLD, MEDICAL_HOLD = "age", "alcohol_sedative_withdrawal", "medical_red_flag"
OFFERS = ("buprenorphine_today", "naloxone")


@dataclass(frozen=True, slots=True)
class Line:
    """One reason, what it asks for when it is met, and which hold it belongs to."""

    reason: Reason
    asks: str = CLEAR
    hold: str = ""


@marked_by("numbers")
def gates(case: GateCase, numbers: GateNumbers) -> Decision:
    """The worst of all lines as outcome.

    Extras: `holds` (kind and severity), `offers`, `repeat_at` (ISO or None), `cut_points`,
    `not_adopted`.
    """
    lines = tuple(_lines(case, numbers))
    outcome = min((line.asks for line in lines), key=OUTCOMES.index, default=CLEAR)
    return Decision(
        outcome,
        RULE_SET,
        VERSION,
        tuple(line.reason for line in lines),
        {
            "holds": _holds(lines),
            "offers": _offers(case, numbers),
            "repeat_at": _iso(repeat_at(case, numbers)),
            "cut_points": numbers.cut_points,
            "not_adopted": list(numbers.not_adopted),
        },
    )


def _lines(case: GateCase, numbers: GateNumbers) -> Iterator[Line]:
    yield _age(case, numbers)
    yield _flag("confusion_or_seizure_now", case.confusion_or_seizure_now, EMERGENCY)
    yield _score(case, numbers.ciwa_emergency, "ciwa_ar_severe", EMERGENCY)
    yield _score(case, numbers.ciwa_hold, "ciwa_ar_moderate_or_more", MEDICAL_TODAY)
    yield _too_early(case, numbers)
    yield _pair(
        "seizure_history_with_recent_use",
        case.seizure_or_delirium_history,
        used_recently(case, numbers),
        WITHDRAWAL_HOLD,
        detail={"days": numbers.recent_days},
    )
    yield _flag("daily_benzodiazepine", case.daily_benzodiazepine, MEDICAL_TODAY)
    yield _pair(
        "pregnant_with_opioid_use", case.pregnant, uses_opioids(case, numbers), MEDICAL_HOLD
    )
    yield _pair(
        "pregnant_with_alcohol_or_sedatives",
        case.pregnant,
        signs.drinks_or_takes_sedatives(used_recently(case, numbers), case.daily_benzodiazepine),
        MEDICAL_HOLD,
        detail={"days": numbers.recent_days},
        source=PREGNANCY,
    )
    yield _vitals(case, numbers)
    yield _opioids(case, numbers)


def used_recently(case: GateCase, numbers: GateNumbers) -> bool | None:
    """Drinking or sedatives inside the window; a known last drink inside it settles it."""
    last = case.last_drink_at
    hours = None if last is None else (case.as_of - last) / timedelta(hours=1)
    return signs.used_recently(case.drank_or_sedatives_recently, hours, numbers.recent_days)


def uses_opioids(case: GateCase, numbers: GateNumbers) -> bool | None:
    """As told; a withdrawal score at the mild cut speaks for it whatever was told."""
    return signs.uses_opioids(case.opioid_use, case.cows, numbers.cows_mild)


def _offers(case: GateCase, numbers: GateNumbers) -> list[str]:
    """Medication and naloxone in withdrawal; naloxone for everybody who uses opioids."""
    if signs.is_in_opioid_withdrawal(case.cows, numbers.cows_mild):
        return list(OFFERS)
    return ["naloxone"] if uses_opioids(case, numbers) else []


def repeat_at(case: GateCase, numbers: GateNumbers) -> datetime | None:
    """When CIWA-Ar may next be believed; None when no repeat is due.

    Without a known last drink, or when still intoxicated, it is the full waiting time from now.
    """
    if not _is_too_early(case, numbers):
        return None
    wait = timedelta(hours=numbers.drink_hours)
    by_drink = case.last_drink_at + wait if case.last_drink_at else case.as_of + wait
    return max(by_drink, case.as_of + wait) if case.intoxicated else max(by_drink, case.as_of)


def _is_too_early(case: GateCase, numbers: GateNumbers) -> bool | None:
    """Whether a low score proves nothing; None when that cannot be told."""
    if case.ciwa is not None and case.ciwa >= numbers.ciwa_hold:
        return False
    if used_recently(case, numbers) is False and not case.intoxicated:
        return None if case.intoxicated is None and case.ciwa is not None else False
    if case.intoxicated:
        return True
    taken = case.ciwa_taken_at or case.as_of
    if case.last_drink_at is None:
        return None
    if taken - case.last_drink_at < timedelta(hours=numbers.drink_hours):
        return True
    return None if case.intoxicated is None else False


def _age(case: GateCase, numbers: GateNumbers) -> Line:
    if case.age is None:
        return Line(_line("old_enough", State.UNKNOWN, ADULT, detail=_age_words(case, numbers)))
    is_met = case.age >= numbers.minimum_age
    reason = _line(
        "old_enough",
        State.MET if is_met else State.NOT_MET,
        ADULT,
        (Evidence("birth_date", "", str(case.age)),),
        _age_words(case, numbers),
    )
    return Line(reason) if is_met else Line(reason, NOT_HERE, AGE_HOLD)


def _age_words(case: GateCase, numbers: GateNumbers) -> dict[str, Any]:
    return {
        "age": "?" if case.age is None else case.age,
        "minimum": numbers.minimum_age,
        "is_adopted": "minimum_age" not in numbers.not_adopted,
    }


def _flag(code: str, answer: bool | None, asks: str) -> Line:
    """A sign that stands for itself; while nobody asked about it, nobody is clear."""
    reason = _line(code, _of(answer), GATE)
    if answer:
        return Line(reason, asks, WITHDRAWAL_HOLD)
    return Line(reason, ASK) if answer is None else Line(reason)


def _score(case: GateCase, cut: int, code: str, asks: str) -> Line:
    """A score at a cut; a missing one is unknown, never low."""
    evidence = (
        (Evidence("instrument_result", case.ciwa_ref, f"CIWA-Ar {case.ciwa}"),)
        if case.ciwa is not None
        else ()
    )
    state = State.UNKNOWN if case.ciwa is None else _of(case.ciwa >= cut)
    reason = _line(code, state, WITHDRAWAL, evidence, {"cut": cut})
    return Line(reason, asks, WITHDRAWAL_HOLD) if state is State.MET else Line(reason)


def _too_early(case: GateCase, numbers: GateNumbers) -> Line:
    early = _is_too_early(case, numbers)
    detail = {"hours": numbers.drink_hours}
    if early:
        return Line(
            _line("ciwa_ar_too_early", State.MET, GATE, (), detail), REPEAT, WITHDRAWAL_HOLD
        )
    reason = _line("ciwa_ar_too_early", _of(early), GATE, (), detail)
    # Somebody who drank lately and was never scored, or nobody knows when: ask before clearing.
    drank = used_recently(case, numbers)
    is_open = early is None and (drank is not False or case.intoxicated is None)
    unscored = case.ciwa is None and drank is not False
    return Line(reason, ASK) if is_open or unscored else Line(reason)


def _pair(
    code: str,
    first: bool | None,
    second: bool | None,
    hold: str,
    detail: dict[str, Any] | None = None,
    source: Source = GATE,
) -> Line:
    """Two answers that count together: the first known true makes the second worth asking."""
    if first is False or second is False:
        return Line(_line(code, State.NOT_MET, source, (), detail))
    if first and second:
        return Line(_line(code, State.MET, source, (), detail), MEDICAL_TODAY, hold)
    return Line(_line(code, State.UNKNOWN, source, (), detail), ASK if first or second else CLEAR)


def _vitals(case: GateCase, numbers: GateNumbers) -> Line:
    limits, found = numbers.vitals, case.vitals
    checks = (
        ("pulse", found.pulse, limits.pulse_low, limits.pulse_high),
        ("systolic", found.systolic, limits.systolic_low, limits.systolic_high),
        ("temperature_f", found.temperature_f, None, limits.temperature_high_f),
        ("oxygen", found.oxygen, limits.oxygen_low, None),
    )
    outside = [
        Evidence("vital_sign", "", f"{name} {value:g}")
        for name, value, low, high in checks
        if value is not None
        and ((low is not None and value < low) or (high is not None and value > high))
    ]
    if outside or case.abnormal_vitals:
        reason = _line("abnormal_vitals", State.MET, GATE, tuple(outside))
        return Line(reason, MEDICAL_TODAY, MEDICAL_HOLD)
    measured = any(value is not None for _, value, _, _ in checks)
    known = case.abnormal_vitals is False or measured
    return Line(_line("abnormal_vitals", State.NOT_MET if known else State.UNKNOWN, GATE))


def _opioids(case: GateCase, numbers: GateNumbers) -> Line:
    """Opioid withdrawal is met with medication today; it never holds an admission."""
    evidence = (
        (Evidence("instrument_result", case.cows_ref, f"COWS {case.cows}"),)
        if case.cows is not None
        else ()
    )
    state = _of(signs.is_in_opioid_withdrawal(case.cows, numbers.cows_mild))
    return Line(_line("opioid_medication_today", state, OPIOIDS, evidence))


def _holds(lines: Iterable[Line]) -> list[dict[str, str]]:
    """Each kind once, with its worst severity."""
    worst: dict[str, str] = {}
    for line in lines:
        if not line.hold:
            continue
        known = worst.get(line.hold, CLEAR)
        worst[line.hold] = min(known, line.asks, key=OUTCOMES.index)
    return [{"kind": kind, "severity": severity} for kind, severity in worst.items()]


def _line(
    code: str,
    state: State,
    source: Source,
    evidence: tuple[Evidence, ...] = (),
    detail: dict[str, Any] | None = None,
) -> Reason:
    return Reason(code, state, evidence, source, detail or {})


def _of(answer: bool | None) -> State:
    return State.UNKNOWN if answer is None else State.MET if answer else State.NOT_MET


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
