"""What the setup pages print."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Fact, Row, Tab, Table
from homeward.desk.setup.forms import AdoptForm
from homeward.desk.words import role_words
from homeward.kernel.roles import Duty, Role
from homeward.program.models import Organisation, Program, Site
from homeward.program.queries import deadlines_in_force, numbers_in_force
from homeward.staff.models import RoleGrant
from homeward.timetable.models import TherapyGroup


def setup_tabs(current: str) -> tuple[Tab, ...]:
    """The two setup pages."""
    return tuple(
        Tab(label, reverse(route), route == current)
        for route, label in (
            ("desk:setup", _("Places, phases, groups")),
            ("desk:setup_numbers", _("Numbers and deadlines")),
        )
    )


@dataclass(frozen=True, slots=True)
class Setup:
    """One program in tables."""

    title: str
    tabs: tuple[Tab, ...]
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    may_look: bool

    @classmethod
    def of(cls, actor: Actor) -> "Setup":
        """The first program; organisations with several list each in its own tables."""
        organisation = Organisation.objects.first()
        program = Program.objects.order_by("name").first()
        tables: list[Table] = []
        if program:
            tables = [_sites(), _phases(program), _types(program), _groups(program)]
            tables += [_staff(program), _topics(program), _rules(program)]
        return cls(
            title=program.name if program else _("No program yet"),
            tabs=setup_tabs("desk:setup"),
            facts=(
                Fact(_("Organisation"), organisation.name),
                Fact(_("Time zone"), organisation.time_zone),
                Fact(
                    _("Level of care"),
                    _("%(code)s, edition %(edition)s")
                    % {"code": program.level_code, "edition": program.level_edition},
                ),
            )
            if organisation and program
            else (),
            tables=tuple(tables),
            may_look=True,
        )


def _sites() -> Table:
    rows = []
    for site in Site.objects.prefetch_related("rooms").order_by("name"):
        rooms = ", ".join(f"{room.name} ({room.seats})" for room in site.rooms.all())
        rows.append(Row((Cell(site.name), Cell(site.address), Cell(site.phone), Cell(rooms))))
    columns = (_("Site"), _("Address"), _("Phone"), _("Rooms (seats)"))
    return Table(_("Sites and rooms"), tuple(Column(c) for c in columns), tuple(rows))


def _phases(program: Program) -> Table:
    rows = [
        Row(
            (
                Cell(phase.name),
                Cell(phase.level_code),
                Cell(number_format(phase.weekly_minutes / 60, 1)),
                Cell(str(phase.days_per_week)),
                Cell(str(phase.typical_weeks)),
                Cell(str(phase.tests_per_month)),
            )
        )
        for phase in program.phases.order_by("position")
    ]
    columns = (
        Column(_("Phase")),
        Column(_("Level")),
        Column(_("Hours a week"), numeric=True),
        Column(_("Days"), numeric=True),
        Column(_("Typical weeks"), numeric=True),
        Column(_("Tests a month"), numeric=True),
    )
    return Table(_("Phases"), columns, tuple(rows))


def _types(program: Program) -> Table:
    rows = [
        Row(
            (
                Cell(item.name),
                Cell(str(item.clinical_minutes)),
                Cell(f"{item.smallest}–{item.largest}"),
                Cell(_("yes") if item.is_clinical else _("no")),
            )
        )
        for item in program.session_types.order_by("name")
    ]
    columns = (
        Column(_("Kind of session")),
        Column(_("Clinical minutes"), numeric=True),
        Column(_("Clients"), numeric=True),
        Column(_("Counts as treatment")),
    )
    return Table(_("Kinds of session"), columns, tuple(rows))


def _groups(program: Program) -> Table:
    groups = TherapyGroup.objects.filter(program=program).select_related("room", "leader", "site")
    rows = [
        Row(
            (
                Cell(group.name),
                Cell(_weekday(group.weekday)),
                Cell(f"{group.starts:%H:%M}–{group.ends:%H:%M}"),
                Cell(f"{group.room.name}, {group.site.name}"),
                Cell(group.leader.name),
                Cell(str(group.capacity)),
            )
        )
        for group in groups.order_by("weekday", "starts", "name")
    ]
    columns = (
        Column(_("Group")),
        Column(_("Day")),
        Column(_("Time")),
        Column(_("Room")),
        Column(_("Leader")),
        Column(_("Seats"), numeric=True),
    )
    return Table(_("Weekly groups"), columns, tuple(rows), empty=_("No weekly groups yet."))


def _weekday(number: int) -> str:
    return date_format(date(2024, 1, 1 + number), "l")


def _staff(program: Program) -> Table:
    held = RoleGrant.objects.filter(program=program, ends_on=None)
    grants = held.select_related("worker", "site")
    rows = [
        Row(
            (
                Cell(grant.worker.name),
                Cell(role_words(Role(grant.role))),
                Cell(grant.site.name if grant.site else _("all sites")),
            )
        )
        for grant in grants.order_by("worker__name", "role")
    ]
    return Table(
        _("Staff and roles"),
        (Column(_("Worker")), Column(_("Role")), Column(_("Site"))),
        tuple(rows),
    )


def _topics(program: Program) -> Table:
    rows = [
        Row((Cell(topic.title), Cell(topic.summary)))
        for topic in program.topics.order_by("position")
    ]
    return Table(_("Curriculum"), (Column(_("Topic")), Column(_("About"))), tuple(rows))


def _rules(program: Program) -> Table:
    rows = [
        Row((Cell(str(rule.position)), Cell(rule.text)))
        for rule in program.house_rules.order_by("position")
    ]
    columns = (Column(_("Number"), numeric=True), Column(_("Rule")))
    return Table(_("Program rules"), columns, tuple(rows))


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number or deadline, and how to adopt it."""

    words: str
    code: str
    value: str
    source: str
    tag: str
    is_adopted: bool
    adopt_url: str
    form: AdoptForm | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers and deadlines in force on a day."""

    tabs: tuple[Tab, ...]
    waiting: int
    numbers: tuple[NumberRow, ...]
    deadlines: tuple[NumberRow, ...]

    @classmethod
    def of(cls, actor: Actor, on: date) -> "Numbers":
        """Not adopted first: they warn until the director adopts them, and never block care."""
        may_adopt = Duty.ADOPT_NUMBERS in actor.duties
        numbers: list[NumberRow] = []
        deadlines: list[NumberRow] = []
        for program in Program.objects.order_by("name"):
            numbers += [
                _number_row(row, "desk:setup_number_adoption", _value(row), may_adopt)
                for row in numbers_in_force(program, on)
            ]
            deadlines += [
                _number_row(row, "desk:setup_deadline_adoption", _limit(row), may_adopt)
                for row in deadlines_in_force(program, on)
            ]
        everything = [*numbers, *deadlines]
        return cls(
            tabs=setup_tabs("desk:setup_numbers"),
            waiting=sum(not row.is_adopted for row in everything),
            numbers=tuple(sorted(numbers, key=lambda row: (row.is_adopted, row.code))),
            deadlines=tuple(sorted(deadlines, key=lambda row: (row.is_adopted, row.code))),
        )


def _value(row: Any) -> str:
    return f"{number_format(row.value.normalize())} {row.unit}"


def _limit(row: Any) -> str:
    return _("%(limit)s %(unit)s (%(calendar)s) after %(start)s") % {
        "limit": row.limit,
        "unit": row.unit.replace("_", " "),
        "calendar": row.calendar.replace("_", " "),
        "start": row.clock_start.replace("_", " "),
    }


def _number_row(row: Any, route: str, value: str, may_adopt: bool) -> NumberRow:
    code = getattr(row, "code", None) or f"{row.document} · {row.applies_to}"
    is_adopted = row.adopted_at is not None
    return NumberRow(
        words=code.replace("_", " ").capitalize(),
        code=code,
        value=value,
        source=" · ".join(filter(None, (row.source_title, row.citation))),
        tag=row.tag,
        is_adopted=is_adopted,
        adopt_url=reverse(route, args=[row.pk]) if may_adopt and not is_adopted else "",
        form=AdoptForm(version=row.version) if may_adopt and not is_adopted else None,
    )
