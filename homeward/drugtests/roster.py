"""Who is in a pool on a day, under tokens, with everything the draw depends on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.core.crypto import digest_of
from homeward.drugtests.eligible_days import DaysOfClient, days_of
from homeward.drugtests.models import DrugTest, Pool
from homeward.drugtests.rules.draw import WEEK, Entry
from homeward.drugtests.rules.limits import LimitNumbers, limits_for
from homeward.kernel.purposes import Purpose
from homeward.people.stops import without_stopped
from homeward.program.queries import numbers_for

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
    """Every open episode of the pool; the same few queries however many there are.

    Nobody is drawn who died, is in hospital or in jail.
    """
    rows = without_stopped(Episode.objects.for_actor(DRAWING, Purpose.OPERATIONS))
    episodes = list(
        rows.filter(program_id=pool.program_id, site_id=pool.site_id, ended_at=None)
        .filter(admitted_on__lte=day)
        .select_related("phase", "client")
        .order_by("pk")
    )
    clients = [episode.client_id for episode in episodes]
    days = days_of(DRAWING, clients, day)
    drawn = _drawn_on(clients, day)
    numbers = LimitNumbers.of(numbers_for(pool.program_id, day))
    return [
        Listed(
            episode,
            entry_of(
                token_of(pool.code, day, episode.client_id), episode, day,
                days[episode.client_id], drawn.get(episode.client_id, []), numbers,
            ),
            days[episode.client_id].ends_at,
        )
        for episode in episodes
    ]  # fmt: skip


def entry_of(
    token: str, episode: Any, day: date, days: DaysOfClient, drawn: list[date],
    numbers: LimitNumbers,
) -> Entry:  # fmt: skip
    """One line of the roster; `drawn` are the days of earlier draws.

    A draw must not punish work: only days the person comes anyway or agreed to, and not the first.
    """
    phase = episode.phase
    limits = limits_for(phase.tests_per_month, numbers, (day - episode.admitted_on).days + 1)
    month = [each for each in drawn if (each.year, each.month) == (day.year, day.month)]
    window = (
        [each for each in drawn if each.isocalendar()[:2] == day.isocalendar()[:2]]
        if limits.window == WEEK
        else month
    )
    return Entry(
        token=token,
        eligible=days.holds(day) and phase.tests_per_month > 0 and episode.admitted_on < day,
        times_this_month=len(month),
        tests_per_month=phase.tests_per_month,
        days_per_week=max(phase.days_per_week + days.days_beside, 1),
        most_per_month=limits.most_per_month,
        window=limits.window,
        least_per_window=limits.least_per_window,
        times_this_window=len(window),
        eligible_days_left=days.left_in(limits.window, day),
    )


def _drawn_on(clients: list[UUID], day: date) -> dict[UUID, list[date]]:
    """The days of each client's draws in the month and the week of this day, before it."""
    first = min(day.replace(day=1), date.fromordinal(day.toordinal() - day.weekday()))
    rows = (
        DrugTest.objects.for_actor(DRAWING, Purpose.OPERATIONS)
        .filter(client_id__in=clients, draw__day__lt=day, draw__day__gte=first)
        .select_related("draw")
        .order_by("draw__day")
    )
    found: dict[UUID, list[date]] = {}
    for test in rows:
        assert test.draw is not None
        found.setdefault(test.client_id, []).append(test.draw.day)
    return found
