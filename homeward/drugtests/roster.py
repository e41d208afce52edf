"""Who is in a pool on a day, under tokens, with everything the draw depends on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.core.crypto import digest_of
from homeward.drugtests.models import DrugTest, Pool
from homeward.drugtests.rules.draw import Entry
from homeward.drugtests.rules.limits import LimitNumbers, limits_for
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for
from homeward.timetable.models import Seat

DRAWING = Actor.of_service("drugtests.draw")
TOKEN_LETTERS = 32


@dataclass(frozen=True, slots=True)
class Listed:
    """One episode of the pool with its entry, and when its last session of the day ends."""

    episode: Any
    entry: Entry
    day_ends_at: datetime | None


def token_of(pool_code: str, day: date, client_id: UUID) -> str:
    """A client's name in the documents of one month; only this installation can tell whose."""
    return digest_of(f"draw|{pool_code}|{day:%Y-%m}|{client_id}")[:TOKEN_LETTERS]


def roster_of(pool: Pool, day: date) -> list[Listed]:
    """Every open episode of the pool; four queries however many there are."""
    episodes = list(
        Episode.objects.for_actor(DRAWING, Purpose.OPERATIONS)
        .filter(program_id=pool.program_id, site_id=pool.site_id, ended_at=None)
        .filter(admitted_on__lte=day)
        .select_related("phase", "client")
        .order_by("pk")
    )
    clients = [episode.client_id for episode in episodes]
    ends = _day_ends(clients, day)
    counts = _counts(clients, day)
    numbers = LimitNumbers.of(numbers_for(pool.program_id, day))
    return [
        Listed(
            episode,
            _entry(pool, episode, day, ends, counts.get(episode.client_id, {}), numbers),
            ends.get(episode.client_id),
        )
        for episode in episodes
    ]


def _entry(
    pool: Pool,
    episode: Any,
    day: date,
    ends: dict[UUID, datetime],
    counts: dict[str, Any],
    numbers: LimitNumbers,
) -> Entry:
    phase = episode.phase
    limits = limits_for(phase.tests_per_month, numbers)
    last = max(filter(None, (counts.get("last"), episode.admitted_on)))
    return Entry(
        token=token_of(pool.code, day, episode.client_id),
        # A draw must not punish work: only days the person comes anyway, and not the first one.
        eligible=episode.client_id in ends
        and phase.tests_per_month > 0
        and episode.admitted_on < day,
        times_this_month=counts.get("month", 0),
        days_since_last=(day - last).days,
        tests_per_month=phase.tests_per_month,
        days_per_week=max(phase.days_per_week, 1),
        most_per_month=limits.most_per_month,
        longest_gap_days=limits.longest_gap_days,
    )


def _day_ends(clients: list[UUID], day: date) -> dict[UUID, datetime]:
    rows = (
        Seat.objects.for_actor(DRAWING, Purpose.OPERATIONS)
        .filter(
            client_id__in=clients,
            released_at=None,
            session__on=day,
            session__cancelled_at=None,
        )
        .order_by()
        .values("client_id")
        .annotate(last=Max("ends_at"))
    )
    return {row["client_id"]: row["last"] for row in rows}


def _counts(clients: list[UUID], day: date) -> dict[UUID, dict[str, Any]]:
    month = Q(draw__day__year=day.year, draw__day__month=day.month)
    rows = (
        DrugTest.objects.for_actor(DRAWING, Purpose.OPERATIONS)
        .filter(client_id__in=clients, draw__isnull=False, draw__day__lt=day)
        .order_by()
        .values("client_id")
        .annotate(month=Count("pk", filter=month), last=Max("draw__day"))
    )
    return {row["client_id"]: row for row in rows}
