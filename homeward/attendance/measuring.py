"""Measuring forecasts: each week of the past forecast from what was known before it began."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models.functions import ExtractHour, ExtractIsoWeekDay

from homeward.attendance.history import weights_of
from homeward.attendance.models import AttendanceMark, ForecastMeasure
from homeward.attendance.queries import CAME, COUNTING, NOT_EXPECTED
from homeward.attendance.rules.forecast import (
    Cell,
    ForecastWeights,
    History,
    Kept,
    chance_of,
    part_of_hour,
)
from homeward.attendance.rules.hit_rate import Told, hit_rate_of
from homeward.kernel.purposes import Purpose
from homeward.program.models import Program, Site
from homeward.program.queries import numbers_for
from homeward.timetable.seating import week_of

WEEK = timedelta(days=7)
Row = tuple[UUID, date, Cell, bool]


def measure(site: Site, program: Program, on: date, *, weeks: int = 52) -> dict[str, Any]:
    """How well forecasts of the last `weeks` weeks came true; figures without persons, one read.

    Every week is forecast with the marks of the weeks before it alone, with today's weights.
    """
    numbers = numbers_for(program, on)
    last = week_of(on)
    first = last - weeks * WEEK
    back = int(numbers["forecast_history_weeks"])
    by_week: dict[date, list[Row]] = defaultdict(list)
    for row in _rows(site, first - back * WEEK, last):
        by_week[week_of(row[1])].append(row)
    weights = weights_of(numbers)
    told: list[Told] = []
    for number in range(weeks):
        monday = first + number * WEEK
        before = [monday - step * WEEK for step in range(1, back + 1)]
        known = [row for each in before for row in by_week.get(each, ())]
        if known:
            told += _told(known, by_week.get(monday, []), weights)
    figures = hit_rate_of(told, weights.watch_percent)
    return {
        "weeks": weeks,
        "from": first.isoformat(),
        "until": last.isoformat(),
        "watch_percent": weights.watch_percent,
        **figures,
    }


def keep_measure(site: Site, program: Program, on: date) -> ForecastMeasure:
    """Measure once a day and keep the figures for the page; a second time changes nothing."""
    known = ForecastMeasure.objects.filter(site=site, measured_on=on).first()
    if known is not None:
        return known
    figures = measure(site, program, on)
    return ForecastMeasure.objects.create(
        site=site, measured_on=on, first_on=date.fromisoformat(figures["from"]), figures=figures
    )


def latest_measure(site_id: UUID) -> ForecastMeasure | None:
    """The newest figures of a site; None before the first measuring."""
    return ForecastMeasure.objects.filter(site_id=site_id).order_by("-measured_on").first()


def _rows(site: Site, first: date, last: date) -> Iterator[Row]:
    rows = (
        AttendanceMark.objects.for_actor(COUNTING, Purpose.OPERATIONS)
        .filter(site=site, on__gte=first, on__lt=last)
        .exclude(state__in=NOT_EXPECTED)
        .order_by()
        .annotate(
            weekday=ExtractIsoWeekDay("on"),
            hour=ExtractHour("session__starts_at", tzinfo=ZoneInfo(site.time_zone)),
        )
        .values_list("client_id", "on", "weekday", "hour", "state")
    )
    for client_id, on, weekday, hour, state in rows:
        yield client_id, on, (weekday - 1, part_of_hour(hour)), state in CAME


def _told(known: list[Row], week: list[Row], weights: ForecastWeights) -> list[Told]:
    cells: dict[UUID, dict[Cell, Kept]] = defaultdict(dict)
    house = Kept()
    for client_id, _on, cell, came in known:
        kept = Kept(int(came), 1)
        cells[client_id][cell] = cells[client_id].get(cell, Kept()).plus(kept)
        house = house.plus(kept)
    chances: dict[tuple[UUID, Cell], Any] = {}
    told = []
    rate = chance_of(History({}, house), (0, ""), ForecastWeights(0, 0, 0))
    for client_id, _on, cell, came in week:
        key = client_id, cell
        if key not in chances:
            chances[key] = chance_of(History(cells.get(client_id, {}), house), cell, weights)
        told.append(Told(chances[key], rate, came))
    return told
