"""A loaded program as the story needs it."""

from collections.abc import Mapping
from typing import Any

from homeward.coverage.models import Payer
from homeward.demo.story.outline import Holiday, Outline, Phase, Shift, Site, Slot, Worker
from homeward.drugtests.rules.draw import MONTH_DAYS, WEEK, WEEK_DAYS
from homeward.drugtests.rules.limits import LimitNumbers, Limits, limits_for
from homeward.kernel.numbers import ProgramNumber
from homeward.program.models import (
    CurriculumTopic,
    Organisation,
    Program,
    Room,
    SessionType,
    Track,
)
from homeward.program.models import Holiday as HolidayRow
from homeward.program.models import Phase as PhaseRow
from homeward.program.queries import numbers_for
from homeward.staff.models import RoleGrant, WorkingHours
from homeward.staff.models import Worker as WorkerRow
from homeward.timetable.models import TherapyGroup

TESTS_A_MONTH_PER_WEEK = 4
LARGEST_OFFICE = 4
NO_GAP = 366
EVERY_OTHER_WEEK = 0.5
FAMILIES = (SessionType.Kind.FAMILY, SessionType.Kind.MULTI_FAMILY)
COUNSELOR_ACCOUNT = "counselor"
_FAMILY = "family_counselor"


def outline_of(program: Program, first_day: Any) -> Outline:
    """The program's places, week, people and numbers, in an order that never changes by chance."""
    tracks = list(Track.objects.filter(program=program).select_related("site").order_by("code"))
    sites = {track.site.code: track.site for track in tracks}
    numbers = numbers_for(program, first_day)
    topics = list(CurriculumTopic.objects.filter(program=program).order_by("position"))
    groups = _groups(program)
    workers = _workers(program)
    counselor = next((w for w in workers if w.user_name == COUNSELOR_ACCOUNT), None)
    offices = _offices(workers, groups)
    return Outline(
        name=program.name,
        sites=tuple(
            Site(key=site.code, name=site.name, zone=site.time_zone)
            for _, site in sorted(sites.items())
        ),
        tracks=tuple(track.code for track in tracks),
        phases=_phases(program, numbers),
        slots=tuple(_slot(group, topics) for group in groups),
        workers=tuple(_worker(row, offices) for row in workers),
        topics=tuple(topic.code for topic in topics),
        topic_titles=tuple((topic.code, topic.title) for topic in topics),
        payers=_payers(),
        holidays=tuple(
            Holiday(day=row.on, name=row.name)
            for row in HolidayRow.objects.filter(program=program).order_by("on")
        ),
        minimum_age=int(numbers["minimum_age"]),
        iop_minutes=int(numbers["iop_min_weekly_minutes"]),
        iop_days=int(numbers["iop_min_days"]),
        most_minutes=int(numbers["iop_max_weekly_minutes"]),
        demo_counselor=counselor.code if counselor else COUNSELOR_ACCOUNT,
    )


def _phases(program: Program, numbers: Mapping[str, ProgramNumber]) -> tuple[Phase, ...]:
    first_phase_hours = float(numbers["individual_per_week_first_phase"])
    found = []
    for place, row in enumerate(PhaseRow.objects.filter(program=program).order_by("position")):
        limits = limits_for(row.tests_per_month, LimitNumbers.of(numbers))
        found.append(
            Phase(
                code=row.code,
                level=row.level_code,
                weekly_minutes=row.weekly_minutes,
                weeks=row.typical_weeks,
                tests_per_week=row.tests_per_month / TESTS_A_MONTH_PER_WEEK,
                individual_per_week=EVERY_OTHER_WEEK if place else first_phase_hours,
                most_tests_a_month=limits.most_per_month,
                longest_gap_days=_gap(limits),
            )
        )
    return tuple(found)


def _gap(limits: Limits) -> int:
    """Days after which the minimum of a week or a month asks for a test, as the story counts."""
    if not limits.least_per_window:
        return NO_GAP
    return (WEEK_DAYS if limits.window == WEEK else MONTH_DAYS) // limits.least_per_window


def zone_of_organisation() -> str:
    """The organisation's time zone, in which the demo's day begins."""
    return Organisation.objects.get().time_zone


def _groups(program: Program) -> list[TherapyGroup]:
    rows = TherapyGroup.objects.filter(program=program, ends_on=None)
    related = ("site", "track", "session_type", "room", "leader")
    return list(rows.select_related(*related).prefetch_related("phases").order_by("code"))


def _slot(group: TherapyGroup, topics: list[CurriculumTopic]) -> Slot:
    kind = group.session_type
    begins, ends = (clock.hour * 60 + clock.minute for clock in (group.starts, group.ends))
    return Slot(
        key=group.code,
        site=group.site.code,
        track=group.track.code if group.track else "",
        cohort=group.cohort,
        weekday=group.weekday,
        starts=group.starts,
        minutes=ends - begins,
        clinical_minutes=group.clinical_minutes,
        session_type=kind.code,
        room=group.room.code,
        leaders=(group.leader.code,),
        capacity=min(group.capacity, group.room.seats),
        phases=tuple(
            phase.code for phase in sorted(group.phases.all(), key=lambda row: row.position)
        ),
        topics=tuple(topic.code for topic in topics if kind.code in topic.for_types),
        with_family=kind.kind in FAMILIES,
    )


def _workers(program: Program) -> list[Any]:
    """Everybody with a role in the program, with `roles` and `shifts` in order."""
    roles: dict[Any, list[str]] = {}
    grants = RoleGrant.objects.filter(program=program, ends_on=None).order_by("starts_on", "role")
    for grant in grants:
        roles.setdefault(grant.worker_id, []).append(grant.role)
    shifts: dict[Any, list[Shift]] = {}
    for row in WorkingHours.objects.filter(ends_on=None).order_by("weekday", "starts"):
        shift = Shift(weekday=row.weekday, starts=row.starts, ends=row.ends)
        shifts.setdefault(row.worker_id, []).append(shift)
    rows: list[Any] = list(
        WorkerRow.objects.filter(pk__in=roles).select_related("site").order_by("code")
    )
    for row in rows:
        row.roles = roles[row.pk]
        row.shifts = shifts.get(row.pk, [])
    return rows


def _offices(workers: list[Any], groups: list[TherapyGroup]) -> dict[str, str]:
    """A room that no group uses for each who sees people one by one; never two in one.

    Counselors have an office, the family counselor the largest room that is left.
    """
    used = {group.room_id for group in groups}
    rooms: dict[Any, list[Room]] = {}
    for room in Room.objects.exclude(pk__in=used).order_by("seats", "code"):
        rooms.setdefault(room.site_id, []).append(room)
    offices = {}
    for worker in sorted(workers, key=lambda row: _FAMILY not in row.roles):
        if not rooms.get(worker.site_id) or not (worker.caseload_limit or _FAMILY in worker.roles):
            continue
        free = rooms[worker.site_id]
        small = [room for room in free if room.seats <= LARGEST_OFFICE]
        chosen = free[-1] if _FAMILY in worker.roles else max(small or free, key=_by_seats)
        free.remove(chosen)
        offices[worker.code] = chosen.code
    return offices


def _by_seats(room: Room) -> int:
    return room.seats


def _worker(row: Any, offices: dict[str, str]) -> Worker:
    return Worker(
        key=row.code,
        name=row.name,
        role=row.roles[0],
        site=row.site.code,
        other_roles=tuple(row.roles[1:]),
        shifts=tuple(row.shifts),
        office=offices.get(row.code, ""),
        caseload=row.caseload_limit,
    )


def _payers() -> tuple[tuple[str, str], ...]:
    """The story's kinds of payer, each with the code of a payer of that kind."""
    codes: dict[str, str] = {}
    for payer in Payer.objects.order_by("code"):
        codes.setdefault(payer.kind, payer.code)
    kinds = ("medicaid", "state", "private", "self_pay", "medicare", "other")
    anything = next(iter(codes.values()), "")
    return tuple((kind, codes.get(kind, codes.get("other", anything))) for kind in kinds)
