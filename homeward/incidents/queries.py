"""Reads about incidents worth a name: the list, what waits and for whom, the trend."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from homeward.core.actors import Actor
from homeward.incidents.models import FollowUp, Incident
from homeward.incidents.opening import SERVICE
from homeward.incidents.reaching import day_at, handles_incidents, reads_incidents
from homeward.incidents.rules.breach import CLOCKS as BREACH_CLOCKS
from homeward.incidents.rules.closing import Stand, stand_of
from homeward.incidents.rules.timers import INTERNAL, ROOT_CAUSE, STATE
from homeward.incidents.running import running, warns_from
from homeward.kernel.purposes import Purpose

# How long before a clock runs out it stands in To do; those of a breach from when they warn.
NONE = timedelta(0)
AHEAD = {INTERNAL: timedelta(days=2), STATE: timedelta(days=2), ROOT_CAUSE: timedelta(days=14)}


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of one incident as it stands."""

    incident: Incident
    code: str
    due_at: datetime
    kept_at: datetime | None
    stand: Stand


def clocks_of(incident: Incident, now: datetime) -> tuple[Clock, ...]:
    """The clocks that run or ran, in their order."""
    return tuple(
        Clock(
            incident, code, due_at, kept_at,
            stand_of(due_at, kept_at, now, warns_from(incident, code)),
        )
        for code, (due_at, kept_at) in running(incident).items()
    )  # fmt: skip


def incidents_of(actor: Actor, *, is_open: bool, limit: int = 60) -> list[Incident]:
    """The incidents a reader reaches: open ones by when they are due, others newest first."""
    rows = Incident.objects.for_actor(actor, Purpose.OPERATIONS).filter(closed_at__isnull=is_open)
    order = ("internal_due_at",) if is_open else ("-closed_at",)
    return list(rows.select_related("site", "opened_by").order_by(*order)[:limit])


def waiting_for(actor: Actor, now: datetime) -> list[Clock]:
    """The open clocks that wait for this person: their own report, or all for who handles them.

    The first due stands first.
    """
    if actor.worker_id is None:
        return []
    handles = handles_incidents(actor)
    if handles:
        rows: Any = Incident.objects.for_actor(actor, Purpose.OPERATIONS).filter(closed_at=None)
    else:
        rows = Incident.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
            closed_at=None, opened_by_id=actor.worker_id, internal_at=None
        )
    found = [
        clock
        for incident in rows.select_related("site")
        for clock in clocks_of(incident, now)
        if clock.kept_at is None
        and (clock.stand is not Stand.RUNNING or clock.due_at - now <= AHEAD.get(clock.code, NONE))
        and (handles or clock.code == INTERNAL)
    ]
    return sorted(found, key=lambda each: each.due_at)


def follow_ups_for(actor: Actor) -> list[FollowUp]:
    """What follows that this worker is to do, the first due first."""
    if actor.worker_id is None:
        return []
    rows = FollowUp.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        owner_id=actor.worker_id, done_at=None
    )
    return list(rows.select_related("incident__site").order_by("due_on", "pk"))


def any_open() -> bool:
    """Whether any report waits anywhere: asked by every open page of a few, without reading one."""
    rows = Incident.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(closed_at=None)
    untold = Q(people_due_at__isnull=False, people_told_at=None)
    untold |= Q(hhs_due_at__isnull=False, hhs_told_at=None)
    untold |= Q(media_due_at__isnull=False, media_told_at=None)
    return bool(rows.filter(Q(internal_at=None) | Q(state_at=None) | untold).exists())


def late_for(actor: Actor, now: datetime) -> list[Clock]:
    """The clocks of reports that are late or due within hours, for who handles incidents.

    Those of a breach only once they are late: they warn for weeks in To do.
    """
    if not handles_incidents(actor):
        return []
    soon = (Stand.LATE, Stand.SOON)
    return [
        each
        for each in waiting_for(actor, now)
        if (each.code in (INTERNAL, STATE) and each.stand in soon)
        or (each.code in BREACH_CLOCKS and each.stand is Stand.LATE)
    ]


@dataclass(frozen=True, slots=True)
class Trend:
    """Counts a month and kind, causes of what was closed, and how the clocks were kept."""

    months: tuple[str, ...]
    counts: dict[str, tuple[int, ...]]
    causes: tuple[tuple[str, int], ...]
    open_late: int
    open_all: int
    kept: dict[str, tuple[int, int]]
    total: int


def trend_of(actor: Actor, months: Sequence[str], now: datetime) -> Trend | None:
    """The trend over months ("2026-11", the oldest first), in each site's own days.

    None for anybody who does not read incidents. Counts are counts: no rate, for nothing here
    says how many could have happened.
    """
    if not reads_incidents(actor):
        return None
    rows = list(
        Incident.objects.for_actor(actor, Purpose.OPERATIONS)
        .filter(occurred_at__gte=now - timedelta(days=31 * (len(months) + 1)))
        .select_related("site")
    )
    by_kind: dict[str, Counter[str]] = {}
    causes: Counter[str] = Counter()
    kept: dict[str, list[int]] = {INTERNAL: [0, 0], STATE: [0, 0], ROOT_CAUSE: [0, 0]}
    shown = []
    for row in rows:
        month = _month(row)
        if month not in months:
            continue
        shown.append(row)
        by_kind.setdefault(row.kind, Counter())[month] += 1
        causes[row.cause] += bool(row.cause)
        for clock in clocks_of(row, now):
            if clock.stand in (Stand.KEPT, Stand.KEPT_LATE, Stand.LATE):
                of = kept.setdefault(clock.code, [0, 0])
                of[1] += 1
                of[0] += clock.stand is Stand.KEPT
    open_rows = [row for row in rows if row.closed_at is None]
    return Trend(
        months=tuple(months),
        counts={
            kind: tuple(found[month] for month in months)
            for kind, found in sorted(
                by_kind.items(), key=lambda each: (-sum(each[1].values()), each[0])
            )
        },
        causes=tuple((code, count) for code, count in causes.most_common() if count),
        open_late=sum(
            any(clock.stand is Stand.LATE for clock in clocks_of(row, now)) for row in open_rows
        ),
        open_all=len(open_rows),
        kept={code: (done, of) for code, (done, of) in kept.items()},
        total=len(shown),
    )


def _month(incident: Incident) -> str:
    return f"{day_at(incident.occurred_at, incident.site):%Y-%m}"
