"""Problems, goals, objectives and interventions to build plans from, in plain words.

A problem hangs on one edition 3 dimension; `{substance}` and `{support}` are filled per person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .chance import Chance
from .events import Goal, Intervention, Objective, Problem
from .own_words import hardest, wanted_for
from .profiles import Profile
from .ratings import Ratings

PLAIN = {
    "alcohol": "alcohol",
    "methamphetamine": "methamphetamine",
    "heroin": "heroin",
    "other_opioid": "opioids",
    "marijuana": "cannabis",
    "cocaine": "cocaine",
    "benzodiazepine": "benzodiazepines",
    "other": "other drugs",
}
# The same wants as a clinician says them, by theme.
CLINICAL = {
    "relapse": "Build coping responses to cues and cravings; sustain abstinence.",
    "readiness": "Resolve ambivalence and strengthen commitment to change.",
    "mood": "Reduce depressive and anxious symptoms that raise the risk of use.",
    "surroundings": "Build a recovery environment and a network without use.",
    "health": "Engage in primary care and restore sleep and nutrition.",
    "work": "Stabilize vocational function and income without use.",
}
# Minutes of one meeting, by kind.
MINUTES = {"group": 90, "individual": 50, "family": 60, "case_management": 30, "vocational": 30}


@dataclass(frozen=True, slots=True)
class Step:
    """An objective with its measure, where things stand now, and what staff do for it."""

    text: str
    measure: str
    baseline: str
    kind: str
    approach: str
    rhythm: tuple[int, int]
    action: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One problem with goals to choose from and two or three steps."""

    code: str
    dimension: int
    problem: str
    goals: tuple[str, ...]
    steps: tuple[Step, ...]


THEMES = (
    Theme(
        "relapse",
        5,
        "Urges to use {substance} come most weeks and there are few ways to ride them out.",
        (
            "I want to get through a bad evening without using.",
            "I want my mornings back.",
            "I want to know what to do when it hits me.",
            "I want ninety days and then ninety more.",
        ),
        (
            Step(
                "Name five personal triggers and write an answer to each",
                "written list of five with answers",
                "can name one",
                "group",
                "relapse_prevention",
                (3, 1),
                "relapse prevention group with practice between meetings",
            ),
            Step(
                "Use two coping skills in a week when an urge comes",
                "self-report at check-in, two a week",
                "none in the last week",
                "individual",
                "cbt",
                (1, 1),
                "go through the week's urges and rehearse one skill",
            ),
            Step(
                "Stay without {substance} for 30 days running",
                "tests and own report",
                "used in the last month",
                "group",
                "relapse_prevention",
                (3, 1),
                "process group and random testing talked over as care",
            ),
        ),
    ),
    Theme(
        "readiness",
        4,
        "Part of me wants to stop and part of me does not, and outside pressure decides too much.",
        (
            "I want to do this for myself, not for the judge.",
            "I want to find out what I would gain.",
            "I want to stop going back and forth.",
        ),
        (
            Step(
                "List what using gives and what it takes, and share it in group",
                "list shared once",
                "not started",
                "individual",
                "motivational",
                (1, 1),
                "motivational interviewing around the list",
            ),
            Step(
                "Come to four of five planned days for four weeks",
                "register, 80 percent",
                "new to the program",
                "group",
                "supportive",
                (3, 1),
                "welcome, call after a missed day, offer a make-up group",
            ),
        ),
    ),
    Theme(
        "mood",
        3,
        "Low mood and worry make it harder to stay with the plan.",
        (
            "I want to wake up without dread.",
            "I want to feel something good again.",
            "I want to sleep and think straight.",
        ),
        (
            Step(
                "Bring the PHQ-9 down by five points in eight weeks",
                "PHQ-9 every four weeks",
                "score at admission",
                "group",
                "cbt",
                (2, 1),
                "stress and emotional well-being group",
            ),
            Step(
                "Practise one calming exercise on five days a week",
                "own log, five days",
                "one day or none",
                "individual",
                "mindfulness",
                (1, 2),
                "teach and repeat breathing and grounding",
            ),
        ),
    ),
    Theme(
        "surroundings",
        6,
        "Company and places around home make it hard to stay well.",
        (
            "I want people around me who are good for me.",
            "I want a home where nobody uses.",
            "I want my {support} to trust me again.",
        ),
        (
            Step(
                "Go to two recovery meetings or sober activities a week",
                "own report, two a week",
                "none or irregular",
                "case_management",
                "secular",
                (1, 1),
                "find meetings of any kind that fit, secular ones included",
            ),
            Step(
                "Hold two family sessions",
                "two held",
                "none yet",
                "family",
                "family_therapy",
                (1, 3),
                "family session with education and agreements",
            ),
        ),
    ),
    Theme(
        "health",
        2,
        "Sleep, food and doctor's visits fell behind.",
        ("I want my body to stop paying for it.", "I want to see a doctor without being ashamed."),
        (
            Step(
                "Keep one primary care visit in six weeks",
                "visit kept",
                "no visit in a year",
                "case_management",
                "case_management",
                (1, 4),
                "book the visit and plan the ride",
            ),
            Step(
                "Sleep seven hours on four nights a week",
                "check-in, four nights",
                "two nights",
                "group",
                "education",
                (1, 1),
                "sleep and nutrition education",
            ),
        ),
    ),
    Theme(
        "work",
        6,
        "Work, school and money are unsettled.",
        ("I want a steady job again.", "I want to pay what I owe and keep a little."),
        (
            Step(
                "Meet the vocational partner and finish a first step",
                "one step done",
                "no contact yet",
                "vocational",
                "case_management",
                (1, 2),
                "vocational referral and follow-up",
            ),
            Step(
                "Make a plan for paydays and keep it twice",
                "plan written, kept twice",
                "no plan",
                "individual",
                "cbt",
                (1, 1),
                "payday plan with a trusted person",
            ),
        ),
    ),
)

BY_CODE = {theme.code: theme for theme in THEMES}


def themes_for(chance: Chance, profile: Profile, ratings: Ratings) -> tuple[Theme, ...]:
    """Relapse first, then what the ratings point at; three or four problems."""
    wanted = ["relapse", "readiness"]
    if ratings[2] >= 2 or profile.co_occurring:
        wanted.append("mood")
    if ratings[5] >= 2:
        wanted.append("surroundings")
    if profile.employment == "unemployed" and chance.happens("work", 0.5):
        wanted.append("work")
    if ratings[1] and chance.happens("health", 0.7):
        wanted.append("health")
    if len(wanted) < 3:
        wanted.append("surroundings")
    return tuple(BY_CODE[code] for code in wanted[:4])


def problems_for(
    chance: Chance,
    profile: Profile,
    themes: tuple[Theme, ...],
    admitted_on: date,
    counselor: str,
    family_counselor: str,
    case_manager: str,
    weeks: int,
) -> tuple[Problem, ...]:
    """The tree: each problem one goal in the client's words, with measurable steps and named
    staff."""
    workers = {
        "family": family_counselor,
        "case_management": case_manager,
        "vocational": case_manager,
    }
    support = profile.support_relation.replace("_", " ")

    def filled(text: str) -> str:
        return text.replace("{substance}", PLAIN[profile.substance]).replace("{support}", support)

    problems: list[Problem] = []
    number = 0
    for place, theme in enumerate(themes):
        objectives: list[Objective] = []
        for step in theme.steps[: 2 + (theme.code == "relapse")]:
            number += 1
            target = admitted_on + timedelta(
                days=chance.between(f"target{number}", 28, 28 + weeks * 5)
            )
            objectives.append(
                Objective(
                    key=f"o{number}",
                    text=filled(step.text),
                    measure=filled(step.measure),
                    baseline=step.baseline,
                    target_on=target,
                    interventions=(
                        Intervention(
                            kind=step.kind,
                            approach=step.approach,
                            times=step.rhythm[0],
                            every_weeks=step.rhythm[1],
                            minutes=MINUTES[step.kind],
                            duration_weeks=weeks,
                            worker=workers.get(step.kind, counselor),
                            text=step.action,
                        ),
                    ),
                )
            )
        problems.append(
            Problem(
                key=theme.code,
                dimension=theme.dimension,
                text=hardest(chance, place, filled(theme.problem)),
                goals=(
                    Goal(
                        words=wanted_for(
                            chance,
                            place,
                            filled(chance.one_of(f"goal-{theme.code}", theme.goals)),
                        ),
                        clinical=CLINICAL[theme.code],
                        objectives=tuple(objectives),
                    ),
                ),
            )
        )
    return tuple(problems)
