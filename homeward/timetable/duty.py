"""The on-duty roster of a site's days against the sessions planned there, in a few reads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from homeward.kernel.periods import Period
from homeward.kernel.reasons import Decision
from homeward.program.models import Program, Site
from homeward.program.queries import numbers_for
from homeward.timetable.models import GroupSession
from homeward.timetable.roster import DutyShift
from homeward.timetable.rules.duty import DutyAsked, Shift, duty_of


def shifts_of_days(site_id: UUID, days: Iterable[date]) -> dict[date, list[DutyShift]]:
    """Who is on duty on each day, in order of time; days without anybody are left out."""
    found: dict[date, list[DutyShift]] = defaultdict(list)
    rows = DutyShift.objects.filter(site_id=site_id, on__in=list(days), removed_at=None)
    for row in rows.select_related("worker").order_by("starts_at", "worker__name"):
        found[row.on].append(row)
    return dict(found)


def duty_of_days(
    site: Site,
    days: Iterable[date],
    program: Program | None = None,
    sessions: Mapping[date, Sequence[Period]] | None = None,
) -> dict[date, Decision]:
    """For each day whether it is covered, and which stretches are not; four reads.

    `sessions` are those of a draft, in place of what is planned.
    """
    wanted = sorted(set(days))
    if not wanted:
        return {}
    asked = duty_asked(program or Program.objects.order_by("code").first(), wanted[0])
    sessions = _sessions(site.pk, wanted) if sessions is None else sessions
    shifts = shifts_of_days(site.pk, wanted)
    return {
        day: duty_of(
            sessions.get(day, ()), [_shift(row) for row in shifts.get(day, ())], asked,
            site.time_zone,
        )
        for day in wanted
    }  # fmt: skip


def days_without_duty(
    site: Site,
    days: Iterable[date],
    program: Program | None = None,
    sessions: Mapping[date, Sequence[Period]] | None = None,
) -> list[date]:
    """The days that may not be published yet: clients come and the roster does not hold."""
    decisions = duty_of_days(site, days, program, sessions)
    return [day for day, decision in decisions.items() if decision.extras["blocks"]]


def duty_asked(program: Any, on: date) -> DutyAsked:
    """The program's numbers about who is on duty, as they hold on a day."""
    numbers = numbers_for(program, on)
    return DutyAsked(
        numbers["on_duty_staff"],
        numbers["on_duty_naloxone"],
        timedelta(minutes=int(numbers["on_site_between_minutes"])),
    )


def _sessions(site_id: UUID, days: list[date]) -> Mapping[date, Sequence[Period]]:
    """Live sessions in a room of the site; what is joined from afar brings nobody here."""
    found: dict[date, list[Period]] = defaultdict(list)
    rows = GroupSession.objects.live().filter(site_id=site_id, on__in=days, room__isnull=False)
    for on, starts_at, ends_at in rows.values_list("on", "starts_at", "ends_at"):
        found[on].append(Period(starts_at, ends_at))
    return found


def _shift(row: DutyShift) -> Shift:
    return Shift(
        str(row.worker_id), Period(row.starts_at, row.ends_at), row.worker.is_naloxone_trained
    )
