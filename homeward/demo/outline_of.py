"""A loaded program as the story needs it."""

from typing import Any

from homeward.coverage.models import Payer
from homeward.demo.story.outline import Holiday, Outline, Phase, Shift, Site, Slot, Worker
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
EVERY_OTHER_WEEK = 0.5
FAMILY = SessionType.Kind.FAMILY
COUNSELOR_ACCOUNT = "counselor"


def outline_of(program: Program, first_day: Any) -> Outline:
    """The program's places, week, people and numbers, in an order that never changes by chance."""
    tracks = list(Track.objects.filter(program=program).select_related("site").order_by("code"))
    sites = {track.site.code: track.site for track in tracks}
    numbers = numbers_for(program, first_day)
    first_phase_hours = float(numbers["individual_per_week_first_phase"])
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
        phases=tuple(
            Phase(
                code=row.code,
                level=row.level_code,
                weekly_minutes=row.weekly_minutes,
                weeks=row.typical_weeks,
                tests_per_week=row.tests_per_month / TESTS_A_MONTH_PER_WEEK,
                individual_per_week=first_phase_hours if place == 0 else EVERY_OTHER_WEEK,
            )
            for place, row in enumerate(
                PhaseRow.objects.filter(program=program).order_by("position")
            )
        ),
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
        with_family=kind.kind == FAMILY,
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
    """A small room for each who sees people one by one, as far as rooms go; never two in one."""
    used = {group.room_id for group in groups}
    rooms: dict[Any, list[str]] = {}
    for room in Room.objects.exclude(pk__in=used).order_by("seats", "code"):
        rooms.setdefault(room.site_id, []).append(room.code)
    offices = {}
    for worker in workers:
        sees = worker.caseload_limit or "family_counselor" in worker.roles
        if sees and rooms.get(worker.site_id):
            offices[worker.code] = rooms[worker.site_id].pop(0)
    return offices


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
