"""A flowsheet: the readings of a watch with their totals, and when the next one is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from homeward.instruments.models import Response
from homeward.medications.models import WithdrawalWatch
from homeward.medications.reaching import local_day, program_of
from homeward.medications.rules.withdrawal import SCALES, next_reading_at
from homeward.program.queries import numbers_for


@dataclass(frozen=True, slots=True)
class Reading:
    """One scored reading; `total` is None where the scale could not make one."""

    response_id: object
    at: datetime
    total: int | None
    band: str


@dataclass(frozen=True, slots=True)
class Flowsheet:
    """What a watch shows: its readings, oldest first, and the instant of the next."""

    readings: tuple[Reading, ...]
    next_at: datetime


def flowsheet_of(watch: WithdrawalWatch, responses: Sequence[Response], now: datetime) -> Flowsheet:
    """The readings since the watch began; more closely from the program's own numbers of points."""
    numbers = numbers_for(program_of(watch.client_id), local_day(now, watch.site))
    close_from = [int(numbers[code]) for code in SCALES[watch.scale]]
    readings = tuple(_reading(row) for row in responses)
    last = readings[-1] if readings else None
    return Flowsheet(
        readings,
        next_reading_at(
            started_at=watch.started_at,
            last_at=last.at if last else None,
            last_total=last.total if last else None,
            close_from=close_from,
            every_minutes=watch.every_minutes,
            close_minutes=watch.close_minutes,
        ),
    )


def _reading(row: Response) -> Reading:
    scored: dict[str, Any] = next(iter(row.scores.values()), {})
    total = scored.get("value")
    return Reading(
        row.pk, row.answered_at, None if total is None else int(total), scored.get("band") or ""
    )
