"""Dimension ratings, edition 3, with the facts a placement rule reads, and a sentence for each.

Profiles for intensive outpatient care follow the usual shape: little risk of severe withdrawal,
stable health, and a reason for structure in readiness, relapse potential or surroundings.
"""

from __future__ import annotations

from .chance import Chance
from .events import Facts
from .profiles import Profile

Ratings = tuple[int, int, int, int, int, int]

LINES = (
    (
        "No signs of withdrawal today.",
        "Mild unease and poor sleep since stopping; no treatment needed.",
        "Moderate withdrawal signs; wants medical care first.",
        "Serious withdrawal risk on examination.",
        "",
    ),
    (
        "No health problem stands in the way.",
        "A stable condition with a regular doctor.",
        "A condition that needs a visit soon.",
        "Needs medical care before anything else.",
        "",
    ),
    (
        "Mood steady, thinks clearly.",
        "Some low mood or worry, copes day to day.",
        "Symptoms get in the way on several days; no danger, agrees to be watched.",
        "Symptoms too strong for a group setting now.",
        "",
    ),
    (
        "Wants this and says why.",
        "Wants to stop, unsure it can last.",
        "Sees some of the harm, came because others asked.",
        "Does not see a problem yet but accepts to come.",
        "",
    ),
    (
        "Knows warning signs and uses a plan.",
        "Knows own warning signs, needs practice.",
        "Urges several days a week and few ways to ride them out.",
        "Return to use is likely without close support.",
        "",
    ),
    (
        "Home and friends are a help.",
        "Some support at home, some people who use nearby.",
        "Little support; can cope with structure most days.",
        "Housing or company makes each evening hard.",
        "",
    ),
)


def ratings_for_iop(chance: Chance, profile: Profile) -> Ratings:
    """Six ratings that point to level 2.1."""
    recent = profile.past_month != "none"
    return (
        int(recent and chance.happens("d1", 0.45)),
        int(chance.happens("d2", 0.35)),
        (1 + chance.happens("d3", 0.35))
        if profile.co_occurring
        else int(chance.happens("d3", 0.4)),
        1 + chance.happens("d4", 0.55),
        2,
        2 if profile.living == "homeless" else 1 + chance.happens("d6", 0.4),
    )


def ratings_elsewhere(chance: Chance, level: str) -> Ratings:
    """Six ratings that point to another level: 1, 2.5, 3.5 or 3.7."""
    shapes: dict[str, Ratings] = {
        "1": (0, 0, 0, 0, 1, 0),
        "2.5": (0, 1, 2, 2, 3, 1),
        "3.5": (0, 1, 2, 3, 4, 3),
        "3.7": (3, 2, 2, 2, 4, 2),
    }
    shape = list(shapes[level])
    if level == "1" and chance.happens("ready", 0.4):
        shape[3] = 1
    return tuple(shape)  # type: ignore[return-value]


def ratings_at_discharge(chance: Chance, start: Ratings, went_well: bool) -> Ratings:
    """Where the six stand at the end: lower after a good stay, much the same otherwise."""
    moved = [
        max(0, rating - 1 - (rating >= 3))
        if went_well
        else max(0, rating - int(chance.happens(f"less{index}", 0.3)))
        for index, rating in enumerate(start)
    ]
    return tuple(moved)  # type: ignore[return-value]


def narratives(ratings: Ratings) -> tuple[str, str, str, str, str, str]:
    """A sentence for each rating; 4 borrows that of 3."""
    return tuple(LINES[index][min(rating, 3)] for index, rating in enumerate(ratings))  # type: ignore[return-value]


def tells_of_support(ratings: Ratings) -> bool:
    """Whether somebody sober to lean on was told of when the dimensions were rated."""
    return ratings[5] < 2


def facts_for(
    chance: Chance,
    profile: Profile,
    *,
    ciwa: int | None,
    hours_dry: int | None,
    suicide_risk: str,
    level: str,
    ratings: Ratings,
) -> Facts:
    """What the rule set reads beside the ratings; left out where nobody asked."""
    facts: dict[str, bool | int | float | str] = {
        "intoxicated_now": False,
        "seizure_or_delirium_history": False,
        "drinking_or_sedatives_last_7_days": ciwa is not None,
        "daily_benzodiazepine": False,
        "opioid_use": profile.diagnosis == "F11.20",
        "pregnant": False,
        "abnormal_vitals": level == "3.7",
        "confusion_or_seizure_now": False,
        "unstable_medical": False,
        "suicide_risk": suicide_risk,
        "psychosis_unmanaged": False,
        "safe_living": level != "3.5" or chance.happens("safe", 0.5),
        "sober_support": tells_of_support(ratings),
        "outpatient_attempts_last_year": 0
        if level == "2.5"
        else min(3, profile.prior_episodes // 2),
        "can_attend_hours_week": 20
        if profile.employment in ("unemployed", "not_in_labor_force")
        else 12,
    }
    if ciwa is not None:
        facts |= {"ciwa_ar": ciwa, "hours_since_last_drink": hours_dry or 24}
    if profile.referral == "sud_provider":
        facts["step_down_from"] = "3.5"
    return tuple(facts.items())
