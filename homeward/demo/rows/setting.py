"""The loaded program, looked up by the codes that events carry."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.attendance.rules.blocks import Part
from homeward.coverage.models import Payer
from homeward.demo.story.outline import Outline
from homeward.kernel.numbers import ProgramNumber
from homeward.program.models import (
    CurriculumTopic,
    Deadline,
    Holiday,
    Phase,
    Program,
    Room,
    RuleNumber,
    SessionType,
    Site,
    Track,
)
from homeward.program.queries import deadlines_for, numbers_for
from homeward.program.rules.default_deadlines import DueRule
from homeward.staff.models import Credential, Worker
from homeward.staff.queries import supervisors_of
from homeward.timetable.models import TherapyGroup


class Setting:
    """One program with everything below it, read once."""

    def __init__(self, program: Program, outline: Outline) -> None:
        self.program, self.outline = program, outline
        self.tracks = {row.code: row for row in Track.objects.filter(program=program)}
        self.sites = {site.key: Site.objects.get(code=site.key) for site in outline.sites}
        self.site_of = {row.pk: row for row in self.sites.values()}
        self.rooms = {(row.site_id, row.code): row for row in Room.objects.all()}
        phases = Phase.objects.filter(program=program).order_by("position")
        self.phases = {row.code: row for row in phases}
        types = SessionType.objects.filter(program=program).order_by("code")
        self.types = {row.code: row for row in types}
        topics = CurriculumTopic.objects.filter(program=program)
        self.topics = {row.code: row for row in topics}
        self.workers = {row.code: row for row in Worker.objects.all()}
        related = ("session_type", "room", "site", "track")
        groups = TherapyGroup.objects.filter(program=program).select_related(*related)
        self.groups = {row.code: row for row in groups.prefetch_related("phases")}
        self.group_of = {row.pk: row for row in self.groups.values()}
        self.payers = {row.code: row for row in Payer.objects.all()}
        self.payer_kinds = dict(outline.payers)
        self._numbers: dict[date, Mapping[str, ProgramNumber]] = {}
        self._starts: dict[Any, list[date]] = {}
        self._supervisors: dict[tuple[UUID, date], UUID | None] = {}
        self._deadlines: dict[date, Mapping[str, DueRule]] = {}
        self._closed = frozenset(
            Holiday.objects.filter(program=program).values_list("on", flat=True)
        )

    def closed_days(self, first: date, last: date) -> frozenset[date]:
        """The closed days from one day to another, both included."""
        return frozenset(day for day in self._closed if first <= day <= last)

    def zone(self, site: Any) -> ZoneInfo:
        """The zone of a site's row."""
        return ZoneInfo(site.time_zone)

    def day(self, moment: datetime, site_id: UUID) -> date:
        """The date at a site's wall clock."""
        return moment.astimezone(ZoneInfo(self.site_of[site_id].time_zone)).date()

    def worker_id(self, code: str) -> UUID | None:
        """The worker of that code; nobody for the client, the laboratory and the program."""
        return self.workers[code].pk if code in self.workers else None

    def numbers(self, day: date) -> Mapping[str, ProgramNumber]:
        """The program's numbers as they held on a day."""
        since = self._since(RuleNumber, day)
        if since not in self._numbers:
            self._numbers[since] = numbers_for(self.program, day)
        return self._numbers[since]

    def deadlines(self, day: date) -> Mapping[str, DueRule]:
        """When documents were due on a day."""
        since = self._since(Deadline, day)
        if since not in self._deadlines:
            self._deadlines[since] = deadlines_for(self.program, day)
        return self._deadlines[since]

    def _since(self, model: Any, day: date) -> date:
        """The last day before or on that one on which any such value began."""
        if model not in self._starts:
            rows = model.objects.filter(program=self.program)
            self._starts[model] = sorted(set(rows.values_list("starts_on", flat=True)))
        return max((each for each in self._starts[model] if each <= day), default=date.min)

    @cached_property
    def _credentials(self) -> dict[UUID, list[Credential]]:
        found: dict[UUID, list[Credential]] = {}
        for row in Credential.objects.order_by("-may_sign_alone", "starts_on", "code"):
            found.setdefault(row.worker_id, []).append(row)
        return found

    def titles(self, worker_id: UUID | None, day: date) -> list[str]:
        """The titles a worker held on a day, the one a signature shows first."""
        rows = self._credentials.get(worker_id, []) if worker_id else []
        return [
            row.title
            for row in rows
            if row.starts_on <= day and (row.ends_on is None or row.ends_on > day)
        ]

    def signs_alone(self, worker_id: UUID | None, day: date) -> bool:
        """Whether one of the titles a worker held on a day needs no second signature."""
        rows = self._credentials.get(worker_id, []) if worker_id else []
        return any(
            row.may_sign_alone
            and row.starts_on <= day
            and (row.ends_on is None or row.ends_on > day)
            for row in rows
        )

    def supervisor_id(self, worker_id: UUID, day: date) -> UUID | None:
        """Who supervises a worker on a day."""
        key = (worker_id, day)
        if key not in self._supervisors:
            found = supervisors_of(worker_id, day)
            self._supervisors[key] = found[0].pk if found else None
        return self._supervisors[key]

    @cached_property
    def parts(self) -> dict[UUID, tuple[Part, ...]]:
        """The named parts of each session type."""
        return {
            kind.pk: tuple(
                Part(int(block["minutes"]), bool(block["is_clinical"])) for block in kind.blocks
            )
            for kind in self.types.values()
        }

    def type_for_one(self, kind: str, minutes: int) -> SessionType:
        """The type of a session for one client: the kind's, with the nearest length."""
        fitting = [row for row in self.types.values() if row.kind == kind and row.largest == 1]
        return min(fitting, key=lambda row: (abs(row.minutes - minutes), row.code))
