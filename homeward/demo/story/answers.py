"""Item answers whose scores follow a person's course: PHQ-9, GAD-7, AUDIT-C, CIWA-Ar, weekly BAM.

Every answer is an option code of the shipped definition; the totals are those the scorer finds.
"""

from __future__ import annotations

from .chance import Chance
from .course import Course
from .events import Answers
from .population import by_week, population
from .profiles import OPIOIDS, Profile

PHQ_ITEMS = ("1", "2", "3", "4", "5", "6", "7", "8")
PHQ_LEAN = (1.1, 1.3, 1.6, 1.6, 0.9, 1.2, 1.0, 0.5)
GAD_LEAN = (1.4, 1.2, 1.3, 1.1, 0.7, 1.1, 0.7)
DRUG_ITEM = {
    "marijuana": "7A",
    "benzodiazepine": "7B",
    "cocaine": "7C",
    "methamphetamine": "7D",
    "heroin": "7E",
    "other_opioid": "7E",
    "other": "7G",
}


def spread(chance: Chance, total: int, caps: tuple[int, ...], lean: tuple[float, ...]) -> list[int]:
    """Points over items, leaning where asked, never above an item's cap."""
    points = [0] * len(caps)
    for step in range(min(total, sum(caps))):
        room = {str(item): lean[item] for item in range(len(caps)) if points[item] < caps[item]}
        points[int(chance.weighted(f"point{step}", room))] += 1
    return points


def phq9(chance: Chance, course: Course, week: float, thoughts: int | None = None) -> Answers:
    """Nine items and the difficulty question; item 9 stays 0 unless low mood is marked, or as
    told."""
    first, first_sd, later, later_sd = population()["mood"]["phq9"]
    part = min(1.0, week / 8)
    mean, sd = first + (later - first) * part, first_sd + (later_sd - first_sd) * part
    total = max(
        0, min(24, round(mean + sd * (0.92 * course.low_mood + 0.35 * chance.normal("phq9"))))
    )
    if thoughts is None:
        thoughts = 0
        if total >= 12 and chance.happens("thoughts", 0.10):
            thoughts = 1 if chance.happens("few", 0.85) else 2
    elif total < 9:
        total = 11
    points = spread(chance.at("phq9"), max(0, total - thoughts), (3,) * 8, PHQ_LEAN)
    answers = [(item, str(value)) for item, value in zip(PHQ_ITEMS, points, strict=True)]
    difficulty = min(3, total // 7)
    return (*answers, ("9", str(thoughts)), ("10", str(difficulty)))


def cssrs_screener(chance: Chance, thoughts: int) -> Answers:
    """Asked after thoughts of death: what lies behind them. A wish or passing thoughts, never a
    plan: the story tells of nobody in danger."""
    active = thoughts >= 2 or chance.happens("active_thoughts", 0.15)
    wish = active or chance.happens("wish", 0.7)
    given = [("1", "Y" if wish else "N"), ("2", "Y" if active else "N")]
    if active:
        given += [("3", "N"), ("4", "N"), ("5", "N")]
    return (*given, ("6", "N"))


def risk_of(screener: Answers) -> str:
    """What that screener comes to."""
    return "low" if ("1", "Y") in screener or ("2", "Y") in screener else "none"


def gad7(chance: Chance, course: Course, week: float) -> Answers:
    """Seven items and the difficulty question."""
    first, first_sd, later, later_sd = population()["mood"]["gad7"]
    part = min(1.0, week / 8)
    mean, sd = first + (later - first) * part, first_sd + (later_sd - first_sd) * part
    total = max(0, min(21, round(mean + sd * (0.92 * course.worry + 0.35 * chance.normal("gad7")))))
    points = spread(chance.at("gad7"), total, (3,) * 7, GAD_LEAN)
    return (
        *((str(item + 1), str(value)) for item, value in enumerate(points)),
        ("8", str(min(3, total // 6))),
    )


def audit_c(chance: Chance, profile: Profile) -> Answers:
    """How often, how much, how often six or more: past year, so drinkers score even after a dry
    month."""
    drinks = profile.substance == "alcohol" or profile.second_substance == "alcohol"
    if profile.substance == "alcohol":
        often = {"daily": 4, "some": 3, "none": 2 + chance.between("often", 0, 2)}[
            profile.past_month
        ]
        much = min(4, chance.between("much", 2, 4) + (profile.past_month == "daily"))
        heavy = max(1, min(4, often - chance.between("heavy", 0, 1)))
    elif drinks or chance.happens("some_drink", 0.45):
        often, much, heavy = (
            chance.between("often", 1, 3),
            chance.between("much", 0, 2),
            chance.between("heavy", 0, 1),
        )
    else:
        often = much = heavy = 0
    return (("1", str(often)), ("2", str(much)), ("3", str(heavy)))


def ciwa_ar(chance: Chance, total: int) -> Answers:
    """Ten observed items that add up to the total; perception and orientation stay calm below
    19."""
    calm = (4, 5, 4, 5, 4, 1, 1, 1, 4, 0)
    points = spread(
        chance.at("ciwa"), total, calm, (0.8, 1.4, 1.0, 1.5, 1.0, 0.2, 0.1, 0.1, 0.9, 0.01)
    )
    return tuple((str(item + 1), str(value)) for item, value in enumerate(points))


def _use_items(chance: Chance, profile: Profile, used: bool, week: int) -> tuple[int, int, int]:
    """Days of any alcohol, heavy days and days with drugs, 0 to 4 where 4 means four or more."""
    if not used:
        return 0, 0, 0
    drinker = profile.substance == "alcohol"
    if week == 0:
        days = 4 if profile.past_month == "daily" else chance.between("days", 1, 4)
    else:
        days = min(4, 2 + chance.count("days", 1.0))
    if drinker:
        drugs = (
            chance.between("drugs", 0, 2) if profile.second_substance not in ("", "alcohol") else 0
        )
        return days, max(0, days - chance.between("lighter", 0, 2)), drugs
    drinks = profile.second_substance == "alcohol" or chance.happens("a_drink", 0.4)
    also = chance.between("drink", 1, 4) if drinks else 0
    return also, max(0, also - chance.between("lighter", 0, 2)), days


def bam_iop(chance: Chance, profile: Profile, course: Course, week: int, used: bool) -> Answers:
    """The weekly Brief Addiction Monitor; the use items agree with the week, the rest with the
    course."""
    facts = population()["bam"]
    here = chance.at("bam", week)
    alcohol, heavy, drugs = _use_items(here, profile, used, week)
    risk = (
        by_week(facts["weeks"], facts["risk"], week) + course.risk + (1.5 if used and week else 0.0)
    )
    risk += here.normal("risk", 0, facts["within"]["risk"])
    protective = (
        by_week(facts["weeks"], facts["protective"], week)
        + course.protective
        - (1.0 if used and week else 0.0)
    )
    protective += here.normal("protective", 0, facts["within"]["protective"])
    risks = spread(
        here.at("risk"), max(0, min(24, round(risk))), (4,) * 6, (0.9, 1.2, 1.1, 1.1, 0.9, 0.8)
    )
    enough = (
        4
        if chance.happens("income", 0.6 if profile.employment in ("full", "part") else 0.38)
        else 0
    )
    goods = spread(
        here.at("good"),
        max(0, min(24, round(protective)) - enough),
        (4,) * 5,
        (1.2, 0.9, 0.9, 1.0, 1.1),
    )
    answers = dict(zip(("1", "2", "3", "8", "11", "15"), risks, strict=True))
    answers.update(zip(("9", "10", "12", "13", "16"), goods, strict=True))
    answers |= {"4": alcohol, "5": heavy, "6": drugs, "14": enough}
    if drugs:
        which = profile.substance if profile.substance != "alcohol" else profile.second_substance
        answers[DRUG_ITEM.get(which, "7G")] = drugs
    answers["17"] = max(0, min(4, round(protective / 6)))
    return tuple(sorted(((item, str(value)) for item, value in answers.items()), key=_order))


def _order(answer: tuple[str, str]) -> tuple[int, str]:
    item = answer[0]
    return int("".join(letter for letter in item if letter.isdigit())), item


def score(answers: Answers, items: tuple[str, ...]) -> int:
    """Sum of the named items, for the figures and the tests."""
    given = dict(answers)
    return sum(int(given.get(item, "0")) for item in items)


def is_opioid(profile: Profile) -> bool:
    """Opioids as the primary or the second substance."""
    return bool({profile.substance, profile.second_substance} & OPIOIDS)
