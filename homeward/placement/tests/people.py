"""People to place: a typical intensive outpatient client, changed one thing at a time."""

from datetime import datetime

from homeward.placement.rules.assessment import Assessment, Facts
from homeward.placement.rules.recommend import recommend

MORNING = datetime.fromisoformat("2026-03-02T09:30:00-05:00")
TYPICAL = {1: 0, 2: 0, 3: 1, 4: 2, 5: 2, 6: 2}
TYPICAL_4 = {1: 0, 2: 0, 3: 1, 4: 2, 5: 2}
CALM = {
    "intoxicated_now": False,
    "confusion_or_seizure_now": False,
    "unstable_medical": False,
    "abnormal_vitals": False,
    "suicide_risk": "none",
    "psychosis_unmanaged": False,
    "daily_benzodiazepine": False,
    "seizure_or_delirium_history": False,
    "drinking_or_sedatives_last_7_days": False,
    "pregnant": False,
    "opioid_use": False,
}


def assessed(ratings=None, *, edition="3", age=34, **facts):
    """An assessment; ratings not given are those of the typical client."""
    base = TYPICAL if edition == "3" else TYPICAL_4
    return Assessment(
        edition=edition,
        as_of=MORNING,
        age=age,
        ratings=base if ratings is None else ratings,
        facts=Facts(**facts),
    )


def placed(ratings=None, **more):
    """The decision for that assessment."""
    return recommend(assessed(ratings, **more))


def rated(**changes):
    """All at nought but for `d5=3` and the like."""
    return {**dict.fromkeys(range(1, 7), 0), **{int(name[1:]): v for name, v in changes.items()}}


def hold_codes(decision):
    """What must happen first, as codes."""
    return {hold["code"] for hold in decision.extras["holds"]}


def state_of(decision, code):
    """How one reason stands."""
    return next(reason.state.value for reason in decision.reasons if reason.code == code)
