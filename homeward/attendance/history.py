"""Attendance behind a forecast: sessions kept of sessions expected, by weekday and part of day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME, COUNTING, NOT_EXPECTED
from homeward.attendance.rules.forecast import (
    Cell,
    ForecastWeights,
    History,
    Kept,
    part_of_hour,
)
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose


@dataclass(slots=True)
class Attended:
    """What the weeks looked back hold: each client's cells, and the house's rate."""

    cells: dict[UUID, dict[Cell, Kept]] = field(default_factory=lambda: defaultdict(dict))
    house: Kept = field(default_factory=Kept)

    def of(self, client_id: UUID) -> History:
        """One client's history; empty for somebody who was never expected."""
        return History(self.cells.get(client_id, {}), self.house)


def attended_before(
    site_id: UUID, zone: str, before: date, weeks: int, client_ids: Iterable[UUID] | None = None
) -> Attended:
    """The `weeks` weeks before a day at one site, in one read (two where clients are named).

    What the program cancelled is expected of nobody. The house's rate is that of the whole site.
    """
    found = Attended()
    rows = _counted(site_id, zone, before - timedelta(weeks=weeks), before)
    if client_ids is not None:
        found.house = _house(rows)
        rows = rows.filter(client_id__in=list(client_ids))
    for row in rows:
        kept = Kept(row["came"], row["expected"])
        cells = found.cells[row["client_id"]]
        cell = (row["weekday"] - 1, part_of_hour(row["hour"]))
        cells[cell] = cells.get(cell, Kept()).plus(kept)
        if client_ids is None:
            found.house = found.house.plus(kept)
    return found


def weights_of(numbers: Mapping[str, ProgramNumber]) -> ForecastWeights:
    """The program's weights of a forecast."""
    return ForecastWeights(
        prior=int(numbers["forecast_prior_sessions"]),
        cell=int(numbers["forecast_cell_sessions"]),
        watch_percent=int(numbers["forecast_watch_percent"]),
    )


def _counted(site_id: UUID, zone: str, first: date, before: date) -> Any:
    return (
        AttendanceMark.objects.for_actor(COUNTING, Purpose.OPERATIONS)
        .filter(site_id=site_id, on__gte=first, on__lt=before)
        .exclude(state__in=NOT_EXPECTED)
        .order_by()
        .annotate(
            weekday=ExtractIsoWeekDay("on"),
            hour=ExtractHour("session__starts_at", tzinfo=ZoneInfo(zone)),
        )
        .values("client_id", "weekday", "hour")
        .annotate(came=Count("pk", filter=Q(state__in=CAME)), expected=Count("pk"))
    )


def _house(rows: Any) -> Kept:
    total = Kept()
    for row in rows:
        total = total.plus(Kept(row["came"], row["expected"]))
    return total
