"""Before publishing: who would hear of what, and what stands in the way. Nothing is written."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.periods import Period
from homeward.notices.models import Channel, ContactChoice
from homeward.timetable.drafting.outdated import broken_now, codes_of, told_otherwise
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.duty import days_without_duty
from homeward.timetable.instance_of_week import instance_for
from homeward.timetable.models import Week
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.publishing.hearing import ClientChange, Hearing, StaffChange, hearing
from homeward.timetable.publishing.wanted import Wanted, wanted_sessions
from homeward.timetable.seating import every
from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.reading_schedule import schedule_of

ORDER = (Channel.TEXT, Channel.EMAIL, Channel.LETTER)


@dataclass(frozen=True, slots=True)
class ClientLine:
    """One client's changes; `how` is the channel they would hear by, `why` a code where none."""

    client: str
    changes: tuple[ClientChange, ...]
    how: str
    why: str = ""

    @property
    def changed(self) -> bool:
        return bool(self.changes)


@dataclass(frozen=True, slots=True)
class WorkerLine:
    """One colleague's changes; they see them on their own pages."""

    worker: str
    changes: tuple[StaffChange, ...]
    how: str = Channel.NOTE


@dataclass(frozen=True, slots=True)
class Preview:
    """Who hears of what; the refusals publishing would meet, and what they are about.

    `days_without_duty` are those whose roster does not hold, `broken` the rules today's records
    break, `told_otherwise` promised seats whose client said since they cannot come.
    """

    clients: tuple[ClientLine, ...]
    workers: tuple[WorkerLine, ...]
    blocked: tuple[str, ...]
    days_without_duty: tuple[date, ...] = ()
    broken: tuple[Violation, ...] = ()
    told_otherwise: tuple[Violation, ...] = ()


def preview(actor: Actor, draft_id: UUID, now: datetime | None = None) -> Preview:
    """What publishing a draft would tell, by today's records; DoesNotExist at another site."""
    require_planner(actor)
    draft = WeekDraft.objects.select_related("site", "program").get(pk=draft_id)
    if not works_at(actor, draft.site_id) or draft.schedule is None:
        raise WeekDraft.DoesNotExist
    now = now or clock.now()
    fresh = instance_for(draft.site, draft.program, draft.starts_on, now)
    schedule = schedule_of(draft.schedule)
    ahead = fresh.clock.ahead(now)
    report, broken = broken_now(fresh.instance, schedule, draft.base, ahead)
    blocked = list(codes_of(broken))
    here = on_site_of(wanted_sessions(fresh.instance, schedule, fresh.clock), now)
    empty = days_without_duty(draft.site, here, draft.program, sessions=here)
    if empty:
        blocked.append("nobody_on_duty")
    is_again = Week.objects.filter(
        program=draft.program, site=draft.site, starts_on=draft.starts_on,
        published_at__isnull=False,
    ).exists()  # fmt: skip
    heard = hearing(fresh.instance, schedule, is_again=is_again)
    clients = _clients(list(fresh.instance.clients), heard)
    workers = tuple(WorkerLine(id_, lines) for id_, lines in heard.workers.items())
    told = () if broken else told_otherwise(report, ahead)
    return Preview(clients, workers, tuple(blocked), tuple(empty), broken, told)


def on_site_of(wanted: Iterable[Wanted], now: datetime) -> dict[date, list[Period]]:
    """When clients would be on site, by day, of what is still to come."""
    found: dict[date, list[Period]] = defaultdict(list)
    for each in wanted:
        if each.room_id is not None and each.starts_at > now:
            found[each.on].append(Period(each.starts_at, each.ends_at))
    return dict(found)


def _clients(ids: list[str], heard: Hearing) -> tuple[ClientLine, ...]:
    own = heard.clients
    said: dict[str, dict[str, Any]] = defaultdict(dict)
    rows = every(ContactChoice).filter(client__pk__among=[UUID(id_) for id_ in own], contact=None)
    for row in rows.order_by("said_at", "created_at"):
        said[str(row.client_id)][row.channel] = row
    return tuple(
        ClientLine(id_, own.get(id_, ()), _how(said[id_]) if id_ in own else "none")
        for id_ in sorted(ids)
    )


def _how(said: dict[str, Any]) -> str:
    """As the notices room chooses: what they wanted first, else their own page."""
    wanted = {channel for channel, row in said.items() if row.is_wanted}
    found = next((channel for channel in ORDER if channel in wanted), Channel.NOTE)
    return str(found.value)
