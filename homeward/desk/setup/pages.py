"""What the setup pages print."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.components import Cell, Column, Fact, Row, Tab, Table
from homeward.desk.words import role_words
from homeward.kernel.roles import Role
from homeward.program.models import Organisation, Program, Site
from homeward.staff.models import RoleGrant
from homeward.timetable.models import TherapyGroup

PARTS = (
    ("", gettext_lazy("Places and phases")),
    ("groups", gettext_lazy("Weekly groups")),
    ("staff", gettext_lazy("Staff")),
    ("curriculum", gettext_lazy("Curriculum and rules")),
)


def setup_tabs(current: str) -> tuple[Tab, ...]:
    """The setup pages."""
    return tuple(
        Tab(label, reverse(route), route == current)
        for route, label in (
            ("desk:setup", _("The program")),
            ("desk:setup_numbers", _("Numbers and deadlines")),
            ("desk:setup_questionnaires", _("Questionnaires")),
            ("desk:setup_formats", _("Note formats")),
            ("desk:setup_laboratories", _("Laboratories")),
            ("desk:setup_desk_texts", _("Front desk texts")),
            ("desk:setup_telehealth", _("Telehealth")),
            ("desk:setup_incentives", _("Incentives")),
        )
    )


@dataclass(frozen=True, slots=True)
class Setup:
    """One program in tables."""

    title: str
    tabs: tuple[Tab, ...]
    parts: tuple[Tab, ...]
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]

    @classmethod
    def of(cls, asked: str) -> "Setup":
        """One part of the first program; organisations with several list each in its own tables."""
        organisation = Organisation.objects.first()
        program = Program.objects.order_by("name").first()
        part = asked if asked in dict(PARTS) else ""
        here = reverse("desk:setup")
        return cls(
            title=program.name if program else _("No program yet"),
            tabs=setup_tabs("desk:setup"),
            parts=tuple(
                Tab(str(words), f"{here}?part={code}" if code else here, code == part)
                for code, words in PARTS
            )
            if program
            else (),
            facts=(
                Fact(_("Organisation"), organisation.name),
                Fact(_("Time zone"), organisation.time_zone),
                Fact(
                    _("Level of care"),
                    _("%(code)s, edition %(edition)s")
                    % {"code": program.level_code, "edition": program.level_edition},
                ),
            )
            if organisation and program and not part
            else (),
            tables=_tables(program, part) if program else (),
        )


def _tables(program: Program, part: str) -> tuple[Table, ...]:
    if part == "groups":
        return tuple(_groups(program))
    if part == "staff":
        return (_staff(program),)
    if part == "curriculum":
        return (_topics(program), _rules(program))
    return (_sites(), _phases(program), _types(program))


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


def _groups(program: Program) -> list[Table]:
    """One table a day of the week."""
    rows = TherapyGroup.objects.filter(program=program, ends_on=None)
    days: dict[int, list[TherapyGroup]] = {}
    for group in rows.select_related("room", "leader", "site").order_by(
        "weekday", "starts", "name"
    ):
        days.setdefault(group.weekday, []).append(group)
    if not days:
        return [Table(_("Weekly groups"), (), (), empty=_("No weekly groups yet."))]
    columns = (
        Column(_("Group")),
        Column(_("Time")),
        Column(_("Room")),
        Column(_("Leader")),
        Column(_("Seats"), numeric=True),
    )
    return [
        Table(_weekday(day), columns, tuple(_group(group) for group in groups))
        for day, groups in days.items()
    ]


def _group(group: TherapyGroup) -> Row:
    return Row(
        (
            Cell(group.name),
            Cell(f"{group.starts:%H:%M}–{group.ends:%H:%M}"),
            Cell(f"{group.room.name}, {group.site.name}"),
            Cell(group.leader.name),
            Cell(str(group.capacity)),
        )
    )


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
