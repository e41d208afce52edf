"""What the equal-treatment report counts, and the very queries it counted with."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from homeward.admissions.models import Episode
from homeward.conduct.models import Appeal, ConductEvent, ResponseStep
from homeward.conduct.reaching import every
from homeward.conduct.rules.equal_treatment import Count, Line, lines_of
from homeward.conduct.rules.events import EVENT_KINDS
from homeward.conduct.rules.ladder import RUNGS
from homeward.people.models import Client
from homeward.program.models import Program
from homeward.program.queries import numbers_for

ATTRIBUTES = ("age", "sex", "language", "substance")
AGES = ((25, "18_24"), (35, "25_34"), (45, "35_44"), (55, "45_54"), (200, "55_over"))


@dataclass(frozen=True, slots=True)
class Report:
    """Rates by group for every measure that happened, and how they were counted."""

    first: date
    last: date
    clients: int
    least: int
    lines: tuple[Line, ...]
    tests: int
    queries: tuple[tuple[str, str], ...]


def report_of(program: Program, site_ids: Iterable[UUID], first: date, last: date) -> Report:
    """The report over two days and everything between; sites empty means all of the program.

    In care is who had an open episode on at least one of the days. A step that an appeal set
    aside is not counted.
    """
    sites = list(site_ids)
    in_care = every(Episode).filter(
        Q(ended_on=None) | Q(ended_on__gte=first), program=program, admitted_on__lte=last
    )
    if sites:
        in_care = in_care.filter(site_id__in=sites)
    begins, ends = (
        _instant(first, program),
        _instant(date.fromordinal(last.toordinal() + 1), program),
    )
    undone = every(Appeal).filter(outcome=Appeal.Outcome.SET_ASIDE).values("step_id")
    events = every(ConductEvent).filter(at__gte=begins, at__lt=ends)
    steps = (
        every(ResponseStep)
        .filter(at__gte=begins, at__lt=ends, rung__in=RUNGS)
        .exclude(pk__in=undone)
    )
    clients = every(Client).filter(pk__in=in_care.values("client_id"))
    asked = (
        ("in_care", clients.values("pk", "birth_date", "sex", "language", "primary_substance")),
        ("events", events.order_by().values("client_id", "kind").distinct()),
        ("steps", steps.order_by().values("client_id", "rung").distinct()),
    )
    people = {row["pk"]: _groups(row, last) for row in asked[0][1]}
    having: dict[str, set[UUID]] = defaultdict(set)
    for row in asked[1][1]:
        having[f"event:{row['kind']}"].add(row["client_id"])
    for row in asked[2][1]:
        having[f"rung:{row['rung']}"].add(row["client_id"])
    least = int(numbers_for(program, last)["equal_treatment_least"])
    # One group alone is compared with nobody.
    compared = [
        each for each in ATTRIBUTES if len({groups[each] for groups in people.values()}) > 1
    ]
    counted = {
        (measure, attribute): _counts(people, having[measure], attribute)
        for measure in _measures()
        if having.get(measure)
        for attribute in compared
    }
    lines = lines_of(counted, least)
    tests = sum(cell.p is not None for line in lines for cell in line.cells)
    return Report(
        first, last, len(people), least, lines, tests,
        tuple((name, _as_sql(rows)) for name, rows in asked),
    )  # fmt: skip


def _measures() -> list[str]:
    return [f"event:{code}" for code in EVENT_KINDS] + [f"rung:{code}" for code in RUNGS]


def _groups(row: Mapping[str, Any], on: date) -> dict[str, str]:
    born = row["birth_date"]
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return {
        "age": next(name for below, name in AGES if age < below),
        "sex": row["sex"] or "not_recorded",
        "language": (row["language"] or "not_recorded")[:2],
        "substance": row["primary_substance"] or "not_recorded",
    }


def _counts(
    people: Mapping[UUID, Mapping[str, str]], having: set[UUID], attribute: str
) -> list[Count]:
    all_of: dict[str, int] = defaultdict(int)
    with_it: dict[str, int] = defaultdict(int)
    for pk, groups in people.items():
        all_of[groups[attribute]] += 1
        with_it[groups[attribute]] += pk in having
    return [Count(group, with_it[group], all_of[group]) for group in sorted(all_of)]


def _instant(day: date, program: Program) -> datetime:
    site = program.tracks.select_related("site").order_by("pk").first()
    return datetime.combine(day, time.min, ZoneInfo(site.site.time_zone if site else "UTC"))


def _as_sql(rows: Any) -> str:
    """The statement as it is sent, with its values filled in for the reader."""
    return str(rows.query)
