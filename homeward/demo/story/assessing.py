"""Withdrawal first, then the interview, the ratings and the placement."""

from __future__ import annotations

from datetime import date, timedelta

from . import answers, ratings
from .closing import close
from .events import (
    AssessmentKept,
    DimensionsRated,
    InquiryClosed,
    PlacementDecided,
    ScreeningDone,
)
from .plan_library import PLAIN
from .population import population
from .profiles import Profile
from .starting import try_to_start
from .world import DAY, Caller, World

ASSESSMENT_MINUTES = 75
DISCREPANCY_SHARE = 0.05


DISCREPANCIES = ("not_available", "client_choice", "geography")


def assess(world: World, caller: Caller, day: date, key: str, assessor: str, start: int) -> None:
    """Withdrawal first, then the interview, the ratings and the placement."""
    profile, chance, fate = caller.profile, caller.chance, caller.fate
    ciwa = hours_dry = None
    drinks_now = (
        "alcohol" in (profile.substance, profile.second_substance) and profile.past_month == "daily"
    )
    if fate == "withdrawal_care" or (drinks_now and profile.substance == "alcohol"):
        ciwa = (
            chance.between("ciwa", 11, 17)
            if fate == "withdrawal_care"
            else chance.between("ciwa", 0, 7)
        )
        hours_dry = chance.between("hours", 14, 70)
        world.say(
            ScreeningDone(
                at=world.at(caller.site, day, start + 2),
                person=profile.key,
                by=world.outline.one("nurse", caller.site),
                instrument="ciwa_ar",
                answers=answers.ciwa_ar(chance, ciwa),
                sex_at_birth=profile.sex,
            )
        )
    if fate == "withdrawal_care":
        world.say(
            InquiryClosed(
                at=world.at(caller.site, day, start + 15),
                person=profile.key,
                by=world.outline.one("nurse", caller.site),
                outcome="referred_out",
                reason="withdrawal_first",
                referred_level="3.7-WM",
            )
        )
        world.outcomes[profile.key] = "lost_before"
        return
    world.outcomes[profile.key] = "assessed"
    level = (
        chance.weighted("level", {"1": 42, "2.5": 20, "3.5": 30, "3.7": 8})
        if fate == "after_other_level"
        else "2.1"
    )
    discrepancy = ""
    if not fate and not caller.script.name and chance.happens("discrepancy", DISCREPANCY_SHARE):
        level, discrepancy = "2.5", chance.one_of("why_less", DISCREPANCIES)
    rated = (
        ratings.ratings_for_iop(chance, profile)
        if level == "2.1"
        else ratings.ratings_elsewhere(chance, level)
    )
    caller.ratings = rated
    ended = start + chance.between("length", 58, 74)
    criteria = chance.between("criteria", 4, 6) + chance.between("more_criteria", 0, 4)
    world.say(
        AssessmentKept(
            at=world.at(caller.site, day, ended),
            person=profile.key,
            by=assessor,
            key=key,
            started_at=world.at(caller.site, day, start + 3),
            ended_at=world.at(caller.site, day, ended),
            diagnosis=profile.diagnosis,
            criteria_met=criteria,
            summary=_summary(profile, day),
        )
    )
    world.say(
        DimensionsRated(
            at=world.at(caller.site, day, ended + 8),
            person=profile.key,
            by=assessor,
            edition="3",
            age=profile.age_on(day),
            ratings=rated,
            narratives=ratings.narratives(rated),
            facts=ratings.facts_for(
                chance,
                profile,
                ciwa=ciwa,
                hours_dry=hours_dry,
                suicide_risk=answers.risk_of(caller.screener),
                level=level,
                ratings=rated,
            ),
        )
    )
    world.say(
        PlacementDecided(
            at=world.at(caller.site, day, ended + 14),
            person=profile.key,
            by=assessor,
            indicated=level,
            provided="2.1" if discrepancy else level,
            discrepancy=discrepancy,
            client_view=chance.one_of(
                "view",
                (
                    "Agrees with the level and the schedule.",
                    "Agrees; asks for help with the ride.",
                    "Agrees, worried about work hours.",
                    "Would like to start soon.",
                ),
            ),
        )
    )
    if fate == "after_other_level":
        world.say(
            InquiryClosed(
                at=world.at(caller.site, day, ended + 20),
                person=profile.key,
                by=assessor,
                outcome="referred_out",
                reason="other_level",
                referred_level=level,
            )
        )
    elif fate:
        close(
            world,
            caller,
            world.next_open(day + chance.between("until_lost", 4, 16) * DAY),
            "declined" if fate == "after_declined" else "lost",
            "chose_otherwise" if fate == "after_declined" else "no_contact",
        )
    else:
        funnel = population()["funnel"]
        wait = max(
            1,
            min(
                60,
                round(
                    funnel["open_day_shift"]
                    * chance.lognormal(
                        "wait_start", funnel["wait_start_median_days"], funnel["wait_start_sigma"]
                    )
                ),
            ),
        )
        wanted = caller.starts_on or day + timedelta(days=wait)
        world.later(max(wanted, day + DAY), lambda then: try_to_start(world, caller, then))


def _summary(profile: Profile, day: date) -> str:
    drug = PLAIN[profile.substance]
    lived = {
        "independent": "lives independently",
        "dependent": "lives with others or in a recovery residence",
        "homeless": "has no steady housing",
    }
    work = {
        "full": "works full time",
        "part": "works part time",
        "unemployed": "is looking for work",
        "not_in_labor_force": "is not in the labor force",
    }
    return (
        f"{profile.age_on(day)} years old, first use of {drug} at {profile.first_use_age}; "
        f"{profile.prior_episodes} earlier treatment episodes. "
        f"{lived[profile.living].capitalize()}, {work[profile.employment]}."
    )
