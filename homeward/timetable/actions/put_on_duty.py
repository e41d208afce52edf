"""Colleagues on and off duty."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.periods import Period
from homeward.program.models import Program, Site
from homeward.staff.models import Worker
from homeward.staff.queries import hours_on
from homeward.timetable.capacity import Absence
from homeward.timetable.duty import duty_asked, shifts_of_days
from homeward.timetable.models import GroupSession
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.roster import DutyShift
from homeward.timetable.rules.duty import Shift, on_site
from homeward.timetable.rules.duty_filling import filling
from homeward.timetable.rules.wall_time import meeting_on
from homeward.timetable.seating import week_of
from homeward.timetable.walls import walls

WEEK = timedelta(days=7)


class ShiftRunsBackwards(Refusal):
    """It ends before it begins."""


class DutyIsOver(Refusal):
    """Who was on duty on a day that is over is a fact and stays."""


@action
def put_on_duty(
    *, actor: Actor, site_id: UUID, worker_id: UUID, on: date, starts: time, ends: time,
    now: datetime,
) -> DutyShift:  # fmt: skip
    """Put a colleague on duty from one wall time to another on a day.

    Raises NotAllowed("no_duty_to_plan"), ShiftRunsBackwards, DutyIsOver, OnDutyAlready;
    DoesNotExist for a site where the actor does not work.
    """
    site = _site(actor, site_id)
    if ends <= starts:
        raise ShiftRunsBackwards
    period = meeting_on(on, starts, ends, site.time_zone)
    _still_open(period.ends_at, now)
    worker = Worker.objects.get(pk=worker_id)
    with walls():
        shift = DutyShift.objects.create(
            site=site, worker=worker, on=on, starts_at=period.starts_at, ends_at=period.ends_at,
            made_by_id=actor.worker_id,
        )  # fmt: skip
    audit.record("timetable.duty.put_on", actor=actor, subject=shift, at=now)
    return shift


@action
def take_off_duty(
    *, actor: Actor, shift_id: UUID, now: datetime, expected_version: int | None = None
) -> DutyShift:
    """Take a colleague off duty; the row stays. Raises DutyIsOver, StaleVersion, NotAllowed."""
    shift = DutyShift.objects.select_for_update().get(pk=shift_id, removed_at=None)
    _site(actor, shift.site_id)
    _still_open(shift.ends_at, now)
    expect_version(shift, expected_version)
    shift.change(removed_at=now, removed_by_id=actor.worker_id)
    audit.record("timetable.duty.taken_off", actor=actor, subject=shift, at=now)
    return shift


@action
def fill_duty(
    *,
    actor: Actor,
    site_id: UUID,
    program_id: UUID,
    days: Iterable[date],
    now: datetime,
    sessions: Mapping[date, Sequence[Period]] | None = None,
) -> int:
    """Fill what is open on these days from the working hours of the site's colleagues.

    `sessions` are those of a draft, in place of what is planned. Nobody who is away is put on.
    Adds the fewest shifts it finds and removes none; returns how many. Raises NotAllowed.
    """
    site = _site(actor, site_id)
    program = Program.objects.get(pk=program_id)
    workers = list(Worker.objects.filter(site=site).order_by("name"))
    wanted = sorted(set(days))
    known = shifts_of_days(site.pk, wanted)
    busy = set(
        DutyShift.objects.filter(on__in=wanted, removed_at=None)
        .exclude(site=site)
        .values_list("worker_id", "on")
    )
    away = _away(workers, wanted)
    made: list[DutyShift] = []
    for day in wanted:
        present = [_as_shift(row) for row in known.get(day, ())]
        asked = duty_asked(program, day)
        could = [
            shift
            for shift in _could(site, workers, day, {shift.worker for shift in present}, busy)
            if not any(shift.period.overlap(gone) for gone in away[shift.worker])
        ]
        held = _sessions(site, day, now) if sessions is None else sessions.get(day, ())
        chosen = filling(
            on_site(held, asked.between), present, could,
            staff=int(asked.staff), naloxone=int(asked.naloxone),
        )  # fmt: skip
        made += [
            DutyShift(
                site=site, worker_id=UUID(shift.worker), on=day,
                starts_at=shift.period.starts_at, ends_at=shift.period.ends_at,
                made_by_id=actor.worker_id,
            )
            for shift in chosen
        ]  # fmt: skip
    with walls():
        DutyShift.objects.bulk_create(made)
    audit.record("timetable.duty.filled", actor=actor, subject=site, at=now, reason=str(len(made)))
    return len(made)


def _site(actor: Actor, site_id: UUID) -> Site:
    require_planner(actor)
    if not works_at(actor, site_id):
        raise Site.DoesNotExist
    return Site.objects.get(pk=site_id)


def _still_open(ends_at: datetime, now: datetime) -> None:
    if ends_at <= now:
        raise DutyIsOver


def _as_shift(row: DutyShift) -> Shift:
    return Shift(
        str(row.worker_id), Period(row.starts_at, row.ends_at), row.worker.is_naloxone_trained
    )


def _could(
    site: Site, workers: list[Worker], day: date, present: set[str], busy: set[tuple[UUID, date]]
) -> list[Shift]:
    trained = {worker.pk: worker.is_naloxone_trained for worker in workers}
    zone = site.time_zone
    return [
        Shift(
            str(row.worker_id), meeting_on(day, row.starts, row.ends, zone), trained[row.worker_id]
        )
        for row in hours_on(workers, day)
        if str(row.worker_id) not in present and (row.worker_id, day) not in busy
    ]


def _away(workers: list[Worker], days: list[date]) -> dict[str, list[Period]]:
    """When these workers said they are away around these days; one read."""
    found: dict[str, list[Period]] = defaultdict(list)
    if not days:
        return found
    first = datetime.combine(days[0], time(), UTC) - timedelta(days=1)
    last = datetime.combine(days[-1], time(), UTC) + timedelta(days=2)
    rows = Absence.objects.filter(
        worker__in=workers, withdrawn_at=None, starts_at__lt=last, ends_at__gt=first
    )
    for row in rows:
        found[str(row.worker_id)].append(Period(row.starts_at, row.ends_at))
    return found


def _sessions(site: Site, day: date, now: datetime) -> list[Period]:
    """What is still to come of a day's sessions in the site's rooms.

    A week that is only a draft has none yet: then those of the same day a week before.
    """
    today = now.astimezone(ZoneInfo(site.time_zone)).date()
    if day < today:
        return []
    monday = week_of(day)
    if GroupSession.objects.filter(site=site, on__gte=monday, on__lt=monday + WEEK).exists():
        return _held_on(site, day)
    before = _held_on(site, day - WEEK)
    return [Period(each.starts_at + WEEK, each.ends_at + WEEK) for each in before]


def _held_on(site: Site, day: date) -> list[Period]:
    rows = GroupSession.objects.live().filter(site=site, on=day, room__isnull=False)
    return [Period(*times) for times in rows.values_list("starts_at", "ends_at")]
