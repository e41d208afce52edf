"""How a stay will go: the reason it ends, how long it lasts, the weeks with use, the days missed.

All of it is drawn once for a person, before the first day, so that telling the story further
never changes what was told. Reasons and stays follow TEDS-D 2004; the odds of completion carry
the gradients of the population file.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from .chance import Chance
from .population import population
from .profiles import OPIOIDS, Profile

TEDS = {
    "completed": 1,
    "left_against_advice": 2,
    "lost_to_contact": 2,
    "administrative": 3,
    "transferred": 4,
    "incarcerated": 5,
    "deceased": 6,
    "moved": 7,
    "medical": 7,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """`stay_days` from admission to the last contact; `lag_days` from there to the discharge."""

    reason: str
    kind: str
    stay_days: int
    lag_days: int
    pace: float
    attendance_logit: float
    use_logit: float
    craving: float
    risk: float
    protective: float
    low_mood: float
    worry: float

    @property
    def leaves_early(self) -> bool:
        """Ends by dropping out or being asked to leave."""
        return self.reason in ("dropped_out", "terminated", "other")


def _logit(share: float) -> float:
    return math.log(share / (1 - share))


def _share(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def completion_odds(profile: Profile, called_on: date) -> float:
    """Log-odds that this person completes."""
    odds = population()["completion_odds"]
    education = population()["education"]
    total: float = odds["base"]
    total += _logit(odds["substance"][profile.substance]) - _logit(odds["substance_mean"])
    total += _logit(education["completion"][profile.education]) - _logit(
        population()["discharge"]["share"]["completed"]
    )
    total += odds["criminal_justice"] * (profile.referral == "criminal_justice")
    total += odds["employed"] * (profile.employment in ("full", "part"))
    total += odds["homeless"] * (profile.living == "homeless")
    total += odds["daily_opioid"] * (profile.substance in OPIOIDS and profile.past_month == "daily")
    total += odds["per_decade_over_38"] * (profile.age_on(called_on) - 38) / 10
    total += odds["per_prior_episode"] * (profile.prior_episodes - 2)
    return total


def _reason(chance: Chance, profile: Profile, called_on: date) -> str:
    if chance.happens("completes", _share(completion_odds(profile, called_on))):
        return "completed"
    weights = {
        reason: share
        for reason, share in population()["discharge"]["share"].items()
        if reason != "completed"
    }
    return chance.weighted("reason", weights)


def _stay(chance: Chance, reason: str, profile: Profile) -> int:
    """Lognormal days; below the median squeezed towards the shortest stay, which keeps the
    median."""
    median: float = population()["discharge"]["median_days"][reason]
    shortest = population()["stay"]["shortest_days"][reason]
    days: float = chance.lognormal("stay", median, population()["stay"]["sigma"][reason])
    if days < median:
        bend = 1.0 if reason in ("completed", "transferred") else population()["stay"]["early_bend"]
        days = shortest + (median - shortest) * (days / median) ** bend
    if reason == "dropped_out" and profile.referral == "sud_provider":
        days *= population()["completion_odds"]["step_down_stays_longer"]
    elif reason == "dropped_out":
        days *= population()["completion_odds"]["others_stay"]
    longest: float = population()["stay"]["longest_days"]
    return round(min(days, longest))


def _kind(chance: Chance, reason: str) -> tuple[str, int]:
    """The discharge type and the days between last contact and discharge."""
    if reason == "dropped_out":
        if chance.happens("said_so", 0.25):
            return "left_against_advice", chance.between("lag", 1, 5)
        return "lost_to_contact", chance.between("lag", 14, 20)
    if reason == "terminated":
        return "administrative", chance.between("lag", 1, 6)
    if reason == "transferred":
        return "transferred", chance.between("lag", 0, 3)
    if reason == "other":
        return chance.weighted("other", population()["other_reasons"]["kinds"]), chance.between(
            "lag", 2, 9
        )
    return "completed", chance.between("lag", 0, 1)


def draw_course(chance: Chance, profile: Profile, called_on: date) -> Course:
    """The whole course of one stay."""
    reason = _reason(chance, profile, called_on)
    kind, lag = _kind(chance, reason)
    coming, tests, bam = (population()[name] for name in ("attendance", "drug_tests", "bam"))
    court, done = profile.referral == "criminal_justice", reason == "completed"
    attendance = _logit(coming["base_day"]) + chance.normal(
        "attendance", 0, coming["person_spread"]
    )
    attendance += coming["completer"] * done + coming["co_occurring"] * profile.co_occurring
    attendance += coming["criminal_justice"] * court
    use = chance.normal("use", 0, tests["use_person_spread"])
    use += tests["criminal_justice"] * court + tests["daily_at_admission"] * (
        profile.past_month == "daily"
    )
    use += tests["medication"] * bool(profile.medication) + tests["completer"] * done
    burden = chance.normal("burden")
    return Course(
        reason=reason,
        kind=kind,
        stay_days=_stay(chance, reason, profile),
        lag_days=lag,
        pace=chance.lognormal("pace", 1.05, 0.18),
        attendance_logit=attendance,
        use_logit=use,
        craving=chance.normal("craving", 0, 1.2) + 0.5 * burden,
        risk=0.8 * bam["spread"]["risk"] * (0.6 * burden + 0.8 * chance.normal("risk")),
        protective=0.8
        * bam["spread"]["protective"]
        * (-0.4 * burden + 0.9 * chance.normal("protective")),
        low_mood=0.6 * burden
        + 0.8 * chance.normal("low_mood")
        + (0.35 if profile.co_occurring else -0.3),
        worry=0.6 * burden
        + 0.8 * chance.normal("worry")
        + (0.3 if profile.co_occurring else -0.26),
    )


def used_in_week(chance: Chance, course: Course, week: int) -> bool:
    """Whether there is any use in that week of care (0 is the first)."""
    tests = population()["drug_tests"]
    shares = tests["positive_by_week"]
    positive = shares[min(week, len(shares) - 1)]
    target = max(
        0.02, (positive - tests["seen_if_not"]) / (tests["seen_if_using"] - tests["seen_if_not"])
    )
    near_the_end = 0.9 if course.leaves_early and course.stay_days - week * 7 < 15 else 0.0
    settled = course.reason == "completed" and week * 7 >= course.stay_days / 2
    leans = course.use_logit + near_the_end + tests["completer_later"] * settled
    return chance.at("use", week).happens("any", _share(_logit(min(target, 0.95)) * 1.12 + leans))


def comes_that_day(chance: Chance, course: Course, day: date, days_in: int) -> bool:
    """Whether the person comes at all on a scheduled day."""
    coming = population()["attendance"]
    logit = course.attendance_logit
    if day.weekday() == 0:
        logit += coming["monday"]
    if day.weekday() == 4 and (day.day in (1, 2, 3, 15, 16, 17) or day.day > 28):
        logit += coming["after_payday"]
    if course.leaves_early and course.stay_days - days_in <= coming["fading_days"]:
        logit += coming["fading"]
    return chance.at("comes", day).happens("comes", _share(logit))
