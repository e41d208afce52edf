"""Threads to begin a plan with: problem, goals to choose from, a step, and what staff do.

Plain words to be changed together with the client: a plan that still says what the library says
is not signed (`rules.own_words`). Every dimension has at least one thread.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Theme:
    """One thread of the library; `weeks` is how far ahead its target lies.

    Staff meet the client `times` in `every_weeks` weeks for `minutes`; `instrument` names the
    questionnaire that measures it, where one does.
    """

    code: str
    dimension: int
    name: "str | Promise"
    problem: str
    goals: tuple[str, ...]
    objective: str
    measure: str
    baseline: str
    kind: str
    approach: str
    rhythm: tuple[int, int]
    minutes: int
    action: str
    clinical: str
    weeks: int = 6
    instrument: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """What a plan begun from this thread must not keep as it stands."""
        return (self.problem, *self.goals)


THEMES: tuple[Theme, ...] = (
    Theme(
        "withdrawal", 1, _("Comfort without the substance"),
        "Stopping brought poor sleep, restlessness and worry that it will get worse.",
        ("I want to sleep through the night.", "I want my body to feel like mine again."),
        "Sleep six hours on five nights of a week without alcohol or other drugs",
        "own log and weekly check-in, five nights", "two or three nights",
        "medical", "medication", (1, 1), 20,
        "nurse visit, medication offered where it fits, sleep habits",
        "Manage post-acute withdrawal and restore sleep.", 4,
    ),
    Theme(
        "health", 2, _("Body and health"),
        "Health care was put off while using, and a condition needs looking after.",
        ("I want to see a doctor and not be afraid of it.", "I want to know how my health is."),
        "Keep one visit with a primary care doctor and bring the findings",
        "visit kept, findings in the record", "no visit in the last year",
        "case_management", "case_management", (1, 2), 30,
        "book the visit, plan the way there, go through the findings",
        "Engage in primary care and manage the untreated condition.", 6,
    ),
    Theme(
        "mood", 3, _("Mood and worry"),
        "Low mood and worry make hard days harder and urges stronger.",
        ("I want mornings without dread.", "I want to enjoy something again."),
        "Use one calming exercise on five days a week and bring the PHQ-9 down by five points",
        "PHQ-9 every two weeks; own log", "score at admission",
        "individual", "cbt", (1, 1), 50,
        "thoughts and feelings worked through, one exercise practised each time",
        "Reduce depressive and anxious symptoms that raise the risk of use.", 8, "phq9",
    ),
    Theme(
        "worry", 3, _("Worry that will not stop"),
        "Worry runs through the day and using was the quickest way to quiet it.",
        ("I want my head to be quiet without drinking.", "I want to sit still for an hour."),
        "Practise slow breathing twice a day and bring the GAD-7 down by four points",
        "GAD-7 every two weeks; own log", "score at admission",
        "skills", "mindfulness", (1, 1), 90,
        "breathing and attention practised in the skills group",
        "Reduce anxious arousal and build tolerance of distress.", 8, "gad7",
    ),
    Theme(
        "readiness", 4, _("Reasons to change"),
        "Part of me wants to stop and part of me is not sure, so plans do not hold.",
        ("I want to do this for myself.", "I want to stop going back and forth."),
        "Write down what using gives and takes, and talk it over in two sessions",
        "list made and talked over twice", "not begun",
        "individual", "motivational", (1, 1), 50, "motivational interviewing around the list",
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
        "list of five; weekly check-in shows answers used", "can name one trigger",
        "group", "relapse_prevention", (3, 1), 90,
        "triggers, cravings and relapse prevention group with practice between meetings",
        "Build coping responses to cues and cravings and sustain abstinence.", 6,
    ),
    Theme(
        "steps", 5, _("Mutual help that fits"),
        "Trying to stop alone has not held for longer than a few weeks.",
        ("I want people who know what this is like.", "I want somebody to call at night."),
        "Go to two meetings a week and find one person to call",
        "own report, two a week; one number saved", "no meeting in the last month",
        "group", "twelve_step", (1, 1), 90,
        "meetings prepared and talked over: 12-step or secular, as the client chooses",
        "Engage in mutual help as continuing support.", 6,
    ),
    Theme(
        "surroundings", 6, _("Home, people, work"),
        "Company and places around home pull towards using, and support is thin.",
        ("I want people around me who are good for me.", "I want to be trusted at home again."),
        "Take part in two recovery meetings or sober activities a week",
        "own report, two a week for four weeks", "none or now and then",
        "case_management", "case_management", (1, 1), 30,
        "find meetings of any kind that fit, plan the risky hours of the week",
        "Build a recovery environment and a network without use.", 6,
    ),
    Theme(
        "family", 6, _("Family and trust"),
        "Trust at home broke, and nobody there knows how to help without checking up.",
        ("I want us to talk without shouting.", "I want them to believe me again."),
        "Hold three family sessions and keep two agreements made there",
        "sessions held; agreements kept, by both sides", "no session yet",
        "family", "family_therapy", (1, 2), 60,
        "family session with education and written agreements",
        "Restore trust and reduce conflict that raises the risk of use.", 8,
    ),
    Theme(
        "work", 6, _("Work and school"),
        "Work or school slipped, and paydays or empty days make using easy.",
        ("I want a job I can keep.", "I want to finish what I started."),
        "Finish one step towards work or school and keep a payday plan twice",
        "step done; plan kept twice", "no step yet",
        "vocational", "case_management", (1, 2), 30,
        "vocational referral, payday plan with a trusted person",
        "Stabilize vocational function and income without use.", 8,
    ),
)  # fmt: skip
BY_CODE: Mapping[str, Theme] = MappingProxyType({theme.code: theme for theme in THEMES})
TEXTS: Mapping[str, tuple[str, ...]] = MappingProxyType({t.code: t.texts for t in THEMES})
# One thread for each dimension, for the plan of the first day.
FIRST = {
    "3": ("withdrawal", "health", "mood", "readiness", "return_to_use", "surroundings"),
    "4": ("withdrawal", "health", "mood", "return_to_use", "surroundings"),
}


def theme_for(ratings: Mapping[str, int], edition: str) -> Theme:
    """The theme of the highest rated dimension; among equals the risk of use comes first."""
    names = FIRST["3" if edition == "3" else "4"]
    use_first = names.index("return_to_use") + 1
    best = max(
        range(1, len(names) + 1),
        key=lambda number: (ratings.get(str(number), 0), number == use_first, -number),
    )
    return BY_CODE[names[best - 1]]
