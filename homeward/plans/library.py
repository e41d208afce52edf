"""Threads to begin a plan with: problem, goals to choose from, a step, and what staff do.

Plain words to be changed together with the client; one theme for each dimension.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Theme:
    """One thread of the library; `weeks` is how far ahead its target lies."""

    code: str
    dimension: int
    name: "str | Promise"
    problem: str
    goals: tuple[str, ...]
    objective: str
    measure: str
    baseline: str
    modality: str
    frequency: str
    action: str
    clinical: str
    weeks: int = 6


THEMES: tuple[Theme, ...] = (
    Theme(
        "withdrawal", 1, _("Comfort without the substance"),
        "Stopping brought poor sleep, restlessness and worry that it will get worse.",
        ("I want to sleep through the night.", "I want my body to feel like mine again."),
        "Sleep six hours on five nights of a week without alcohol or other drugs",
        "own log and weekly check-in, five nights", "two or three nights", "medical",
        "once a week for four weeks",
        "nurse visit, medication offered where it fits, sleep habits",
        "Manage post-acute withdrawal and restore sleep.", 4,
    ),
    Theme(
        "health", 2, _("Body and health"),
        "Health care was put off while using, and a condition needs looking after.",
        ("I want to see a doctor and not be afraid of it.", "I want to know how my health is."),
        "Keep one visit with a primary care doctor and bring the findings",
        "visit kept, findings in the record", "no visit in the last year", "case management",
        "every other week", "book the visit, plan the way there, go through the findings",
        "Engage in primary care and manage the untreated condition.", 6,
    ),
    Theme(
        "mood", 3, _("Mood and worry"),
        "Low mood and worry make hard days harder and urges stronger.",
        ("I want mornings without dread.", "I want to enjoy something again."),
        "Lower the PHQ-9 by five points and use one calming exercise on five days a week",
        "PHQ-9 every two weeks; own log", "score at admission", "group",
        "twice a week",
        "stress and emotional well-being group, one exercise practised each time",
        "Reduce depressive and anxious symptoms that raise the risk of use.", 8,
    ),
    Theme(
        "readiness", 4, _("Reasons to change"),
        "Part of me wants to stop and part of me is not sure, so plans do not hold.",
        ("I want to do this for myself.", "I want to stop going back and forth."),
        "Write down what using gives and takes, and talk it over in two sessions",
        "list made and talked over twice", "not begun", "individual",
        "once a week", "motivational interviewing around the list",
        "Resolve ambivalence and strengthen commitment to change.", 4,
    ),
    Theme(
        "return_to_use", 5, _("Urges and return to use"),
        "Urges come on most days and there are few ways to ride them out.",
        (
            "I want to get through a bad evening without using.",
            "I want ninety days, and then more.",
        ),
        "Name five personal triggers and use a written answer to each when an urge comes",
        "list of five; weekly check-in shows answers used", "can name one trigger", "group",
        "three times a week",
        "triggers, cravings and relapse prevention group with practice between meetings",
        "Build coping responses to cues and cravings and sustain abstinence.", 6,
    ),
    Theme(
        "surroundings", 6, _("Home, people, work"),
        "Company and places around home pull towards using, and support is thin.",
        ("I want people around me who are good for me.", "I want to be trusted at home again."),
        "Take part in two recovery meetings or sober activities a week",
        "own report, two a week for four weeks", "none or now and then", "case management",
        "once a week", "find meetings of any kind that fit, plan the risky hours of the week",
        "Build a recovery environment and a network without use.", 6,
    ),
)  # fmt: skip
BY_CODE: Mapping[str, Theme] = MappingProxyType({theme.code: theme for theme in THEMES})


def theme_for(ratings: Mapping[str, int], edition: str) -> Theme:
    """The theme of the highest rated dimension; among equals the risk of use comes first."""
    if edition == "3":
        by_dimension = {theme.dimension: theme for theme in THEMES}
    else:
        names = {1: "withdrawal", 2: "health", 3: "mood", 4: "return_to_use", 5: "surroundings"}
        by_dimension = {number: BY_CODE[name] for number, name in names.items()}
    use_first = 5 if edition == "3" else 4
    best = max(
        by_dimension,
        key=lambda number: (ratings.get(str(number), 0), number == use_first, -number),
    )
    return by_dimension[best]
