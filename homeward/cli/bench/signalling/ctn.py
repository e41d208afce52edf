"""Participants of two public trials (NIDA CTN-0027 and CTN-0051), as four signals would see them.

Read: the tables of visits, urine screens, randomisation and study. The tables about who somebody
is are never opened. Each week of the first 24 after randomisation had one planned visit with a
urine test; a week without a kept visit is missed, recorded or not. CTN-0030 is left out: its visits
were not weekly, and missed ones were mostly not written down.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from homeward.cli.bench.signalling.watching import days_by_code, raised_anew
from homeward.retention.rules.course import DAY, Course, Fact, Kind, SignalNumbers
from homeward.retention.rules.measuring import Leaving, Lived, Look

STUDIES = ("27", "51")
WEEKS, AWAY = 24, 4
START = date(2001, 1, 1)  # no date is public; days are counted from randomisation
TARGET = "Opioid"
NEAR = 3  # days between a visit and its urine screen
MEASURED = ("first_week_absence", "two_absences", "missed_test", "positive_after_negatives")
TABLES = ("everybody", "randomization", "visit", "uds")


def is_here(folder: Path) -> bool:
    """Whether every table that is read lies there."""
    return all(_file(folder, name).exists() for name in TABLES)


def numbers_for_weeks(numbers: SignalNumbers) -> SignalNumbers:
    """The program's numbers, stretched from days of program to weekly visits.

    The first planned visit is on the eighth day; two weekly visits in a row take fourteen days.
    """
    return replace(numbers, first_week_days=8, absence_days=14)


def people_of(folder: Path, numbers: SignalNumbers) -> list[Lived]:
    """Everybody who was randomised in the two studies."""
    weekly = numbers_for_weeks(numbers)
    return [_lived(kept, weekly) for kept in _kept_weeks(folder)]


def _lived(kept: dict[int, bool], numbers: SignalNumbers) -> Lived:
    """`kept` says for each week with a visit whether its test found opioids."""
    course = Course(START, tuple(_facts(kept)))
    days = [START + 7 * week * DAY for week in range(WEEKS + 1)]
    raised = raised_anew(course, days, numbers, MEASURED)
    came = {0, *kept}

    def is_away(week: int) -> bool:
        return not any(later in came for later in range(week + 1, week + AWAY + 1))

    looks = tuple(
        Look(week, week in came, is_away(week), raised[days[week]])
        for week in range(1, WEEKS - AWAY + 1)
        if any(week - back in came for back in range(AWAY))
    )
    last = next((week for week in range(WEEKS - AWAY + 1) if week in came and is_away(week)), None)
    if last is None:
        return Lived(looks)
    first, lost = days[max(0, last - AWAY + 1)], days[last + AWAY]
    with_days = days_by_code(raised, first, lost - DAY, START)
    return Lived(looks, Leaving(7 * last, 7 * (last + AWAY), with_days))


def _facts(kept: dict[int, bool]) -> Iterator[Fact]:
    for week in range(1, WEEKS + 1):
        on, ref = START + 7 * week * DAY, str(week)
        if week in kept:
            yield Fact(Kind.CAME, on, "attendance", ref)
            kind = Kind.TEST_POSITIVE if kept[week] else Kind.TEST_NEGATIVE
            yield Fact(kind, on, "drug_test", ref)
        else:
            yield Fact(Kind.ABSENT, on, "attendance", ref)
            yield Fact(Kind.TEST_NOT_GIVEN, on, "drug_test", ref)


def _kept_weeks(folder: Path) -> Iterator[dict[int, bool]]:
    """For each participant the weeks with a kept visit, and whether opioids were found in it."""
    study = {row["who"]: row["project"] for row in _rows(folder, "everybody")}
    start = {
        row["who"]: float(row["when"])
        for row in _rows(folder, "randomization")
        if row["which"] == "1" and row["when"]
    }
    positive: dict[str, list[float]] = defaultdict(list)
    for row in _rows(folder, "uds"):
        if row["what"] == TARGET and row["when"]:
            positive[row["who"]].append(float(row["when"]))
    visits: dict[str, list[float]] = defaultdict(list)
    for row in _rows(folder, "visit"):
        if row["what"] == "visit" and row["when"]:
            visits[row["who"]].append(float(row["when"]))
    for who, first in start.items():
        if study[who] not in STUDIES:
            continue
        kept: dict[int, bool] = {}
        for day in visits[who]:
            week = int((day - first + NEAR) // 7)
            if 1 <= week <= WEEKS:
                found = any(abs(each - day) <= NEAR for each in positive[who])
                kept[week] = kept.get(week, False) or found
        yield kept


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with gzip.open(_file(folder, name), "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _file(folder: Path, name: str) -> Path:
    return folder / f"ctn0094_{name}.csv.gz"
