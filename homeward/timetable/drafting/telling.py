"""Before publishing: who would hear of what, and what stands in the way. Nothing is written."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.periods import Period
from homeward.notices.models import Channel
from homeward.notices.queries import best_channels
from homeward.timetable.drafting.outdated import broken_now, codes_of, told_otherwise
from homeward.timetable.drafting.reading import OpenDraft
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.duty import days_without_duty
from homeward.timetable.instance_of_week import instance_for
from homeward.timetable.models import Week
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.publishing.hearing import (
    ClientChange,
    Everybody,
    Hearing,
    StaffChange,
    hearing,
)
from homeward.timetable.publishing.standing import days_ahead, live_sessions, standing
from homeward.timetable.publishing.told_before import beside_told, left_standing
from homeward.timetable.publishing.wanted import Wanted, as_it_stands, wanted_sessions
from homeward.timetable.solver.checking.report import Violation
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Schedule


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
    of = draft.program_id, draft.site_id
    people, grid = fresh.instance, fresh.clock
    left = left_standing(of, grid, people.services, list(people.clients), now)
    stays = [as_it_stands(each, grid.zone) for each in left]
    here = on_site_of([*wanted_sessions(people, schedule, grid), *stays], now)
    empty = days_without_duty(draft.site, here, draft.program, sessions=here)
    if empty:
        blocked.append("nobody_on_duty")
    is_again = Week.objects.filter(
        program=draft.program, site=draft.site, starts_on=draft.starts_on,
        published_at__isnull=False,
    ).exists()  # fmt: skip
    heard = hearing(*beside_told(people, schedule, left, grid, of, now), is_again=is_again)
    told = () if broken else told_otherwise(report, ahead)
    return Preview(
        _clients(fresh.instance.clients, heard), _workers(heard), tuple(blocked), tuple(empty),
        broken, told,
    )  # fmt: skip


def news_of(opened: OpenDraft, now: datetime) -> tuple[Everybody, Schedule]:
    """Who is told, beside what they were told last, and what of an open draft lies ahead.

    A draft that was published or put aside keeps what it was measured against.
    """
    draft, schedule = opened.draft, opened.schedule or Schedule()
    if draft.state != WeekDraft.State.READY:
        return opened.instance, schedule
    of, people = (draft.program_id, draft.site_id), opened.instance
    left = left_standing(of, opened.clock, people.services, list(people.clients), now)
    return beside_told(people, schedule, left, opened.clock, of, now)


def preview_as_it_stands(actor: Actor, week_id: UUID, now: datetime) -> Preview:
    """What publishing a week without a plan would tell; Week.DoesNotExist at another site."""
    require_planner(actor)
    week = Week.objects.select_related("site", "program").get(pk=week_id)
    if not works_at(actor, week.site_id):
        raise Week.DoesNotExist
    stands = standing(week, now)
    heard = hearing(stands, stands.schedule, is_again=False)
    blocked = [] if live_sessions(week).exists() else ["nothing_planned"]
    empty = days_without_duty(week.site, days_ahead(week, now), week.program)
    if empty:
        blocked.append("nobody_on_duty")
    return Preview(_clients(stands.clients, heard), _workers(heard), tuple(blocked), tuple(empty))


def on_site_of(wanted: Iterable[Wanted], now: datetime) -> dict[date, list[Period]]:
    """When clients would be on site, by day, of what is still to come."""
    found: dict[date, list[Period]] = defaultdict(list)
    for each in wanted:
        if each.room_id is not None and each.starts_at > now:
            found[each.on].append(Period(each.starts_at, each.ends_at))
    return dict(found)


def _clients(ids: Iterable[str], heard: Hearing) -> tuple[ClientLine, ...]:
    """How each would hear is decided as the notices room decides it when it queues."""
    own = heard.clients
    how = best_channels(UUID(id_) for id_ in own)
    return tuple(
        ClientLine(id_, own.get(id_, ()), how[UUID(id_)] if id_ in own else "none")
        for id_ in sorted(ids)
    )


def _workers(heard: Hearing) -> tuple[WorkerLine, ...]:
    return tuple(WorkerLine(id_, lines) for id_, lines in heard.workers.items())
