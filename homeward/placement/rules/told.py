"""Placement facts that the interview already answered, so that nobody asks for them again.

An answer that speaks of the hour (signs, danger, the last drink) counts for a day only; the
interview and the rating are then one sitting. Later it stays with its date in the interview and
is asked again. What the interview leaves open stays unknown.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

ONE_SITTING = timedelta(hours=24)
RECENT_DAYS = 7
OPIOIDS = frozenset({"heroin", "fentanyl", "other_opioid"})
DRINK_OR_SEDATIVE = frozenset({"alcohol", "benzodiazepine", "other_sedative"})
SEIZURE_OR_DELIRIUM = frozenset({"seizure", "delirium", "seizure_or_delirium"})
HOUSED = frozenset({"steady", "worried", "recovery_house"})
YES_NO: Mapping[Any, bool] = {"yes": True, "no": False}

Answers = Mapping[str, Any]


def facts_told(answers: Answers, at: datetime, now: datetime) -> dict[str, Any]:
    """Facts by the names the rules use; `at` is when the interview was last written in.

    Today is the day in the zone `now` is given in.
    """
    age = now - at
    found = {name: read(answers) for name, read in LASTING.items()}
    if timedelta(0) <= age < ONE_SITTING:
        found |= {name: read(answers) for name, read in OF_THE_HOUR.items()}
        found["hours_since_last_drink"] = _hours_since_drink(answers, age)
        found["drinking_or_sedatives_last_7_days"] = _recent(answers, now.date())
    return {name: value for name, value in found.items() if value is not None}


def _yes_no(code: str) -> Callable[[Answers], bool | None]:
    return lambda answers: YES_NO.get(answers.get(code))


def _number(code: str) -> Callable[[Answers], Any]:
    return lambda answers: answers.get(code)


def _substances(answers: Answers) -> frozenset[str]:
    lines = answers.get("use.substances") or ()
    return frozenset(line["substance"] for line in lines if line.get("substance"))


def _opioids(answers: Answers) -> bool | None:
    used = _substances(answers)
    return bool(used & OPIOIDS) if used else None


def _withdrawal_history(answers: Answers) -> bool | None:
    said = answers.get("use.withdrawal_history")
    return None if said is None else bool(SEIZURE_OR_DELIRIUM & set(said))


def _psychosis(answers: Answers) -> bool | None:
    return {"no": False, "treated": False, "untreated": True}.get(answers.get("risk.psychosis", ""))


def _intoxicated(answers: Answers) -> bool | None:
    return {"alert": False, "intoxicated": True}.get(answers.get("status.alertness", ""))


def _confused(answers: Answers) -> bool | None:
    return {"alert": False, "confused": True}.get(answers.get("status.alertness", ""))


def _pregnant(answers: Answers) -> bool | None:
    return {"yes": True, "no": False, "not_applicable": False}.get(answers.get("pregnancy", ""))


def _suicide(answers: Answers) -> str | None:
    """None, a plan and danger now speak for themselves; for thoughts the screener grades it."""
    known = {"none": "none", "plan": "high", "danger_now": "imminent"}
    return known.get(answers.get("risk.suicide", ""))


def _safe_living(answers: Answers) -> bool | None:
    safety, where = answers.get("home.safety"), answers.get("home.situation")
    if safety == "unsafe" or where == "none":
        return False
    return True if safety == "safe" and where in HOUSED else None


def _hours_since_drink(answers: Answers, age: timedelta) -> float | None:
    hours = answers.get("use.last_drink_hours")
    return None if hours is None else round(hours + age.total_seconds() / 3600)


def _recent(answers: Answers, today: date) -> bool | None:
    """Any last use longer ago than the window rules it out; a recent one only for these."""
    last = answers.get("use.last")
    if last is None:
        return None
    if (today - date.fromisoformat(last)).days > RECENT_DAYS:
        return False
    used = _substances(answers)
    return True if used and used <= DRINK_OR_SEDATIVE else None


LASTING: dict[str, Callable[[Answers], Any]] = {
    "seizure_or_delirium_history": _withdrawal_history,
    "daily_benzodiazepine": _yes_no("medical.benzodiazepine_daily"),
    "opioid_use": _opioids,
    "sober_support": _yes_no("supports.sober"),
    "court_ordered_residential": _yes_no("legal.ordered"),
    "outpatient_attempts_last_year": _number("treatment.outpatient_last_year"),
}
OF_THE_HOUR: dict[str, Callable[[Answers], Any]] = {
    "intoxicated_now": _intoxicated,
    "confusion_or_seizure_now": _confused,
    "psychosis_unmanaged": _psychosis,
    "pregnant": _pregnant,
    "suicide_risk": _suicide,
    "safe_living": _safe_living,
}
