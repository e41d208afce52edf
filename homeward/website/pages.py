"""All that the public pages print, taken from the loaded program."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.charts.hours import in_hours
from homeward.core.components import Cell, Column, DayEntry, Row, Step, Table
from homeward.coverage.models import Payer
from homeward.program.models import Organisation, Phase, Program, Site, Track
from homeward.timetable.models import TherapyGroup
from homeward.website.openings import Seats, next_times, seats_by_track
from homeward.website.program_words import Said, rules_in, said

PHASES = {
    "indigo": "orientation",
    "blue": "early",
    "teal": "middle",
    "green": "late",
    "gold": "continuing",
}


def ladder() -> tuple[Step, ...]:
    """Where an intensive outpatient program stands among other care."""
    return (
        Step(
            _("Detox"),
            (_("days, medical"), _("before anything else when withdrawal is risky")),
            "orientation",
        ),
        Step(_("Residential"), (_("24 hours"), _("when home is not safe")), "early"),
        Step(_("Partial hospital"), (_("20 and more hours a week"),), "early"),
        Step(
            _("Intensive outpatient"),
            (_("9 to 19 hours a week"), _("here")),
            "middle",
            current=True,
        ),
        Step(_("Outpatient"), (_("under 9 hours"),), "late"),
        Step(_("Continuing care"), (_("a year and more"),), "continuing"),
    )


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to call, and how a phone dials it."""

    number: str

    @property
    def dial(self) -> str:
        return "".join(sign for sign in self.number if sign.isdigit() or sign == "+")


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page."""

    times: str
    seats: tuple[Seats, ...]
    phone: Phone | None
    ladder: tuple[Step, ...]
    has_evening: bool

    @classmethod
    def of(cls, now: datetime) -> "HomePage":
        """Honest also before a program is loaded: then it says to call."""
        program, site = (
            Program.objects.order_by("code").first(),
            Site.objects.order_by("code").first(),
        )
        times = next_times(program, site, now) if program and site else ""
        seats = seats_by_track(program, now) if program else []
        tracks = Track.objects.filter(program=program) if program else Track.objects.none()
        return cls(
            times, tuple(seats), phone(), ladder(), any(t.day_starts.hour >= 16 for t in tracks)
        )


@dataclass(frozen=True, slots=True)
class SampleDay:
    """One track on one weekday."""

    title: str
    entries: tuple[DayEntry, ...]


@dataclass(frozen=True, slots=True)
class ProgramPage:
    """What happens here."""

    places: tuple[tuple[str, str], ...]
    phases: Table
    days: tuple[SampleDay, ...]
    rules: tuple[Said, ...]

    @classmethod
    def of(cls) -> "ProgramPage":
        """From the first loaded program; empty parts are left out of the page."""
        program = Program.objects.order_by("code").first()
        tracks = list(Track.objects.filter(program=program).select_related("site"))
        days = [day for track in tracks if (day := _sample_day(track))]
        return cls(
            tuple((said(track.name).text, _hours(track)) for track in tracks),
            _phases(program),
            tuple(days),
            rules_in(),
        )


def phone() -> Phone | None:
    """The organisation's number, else a site's; None when the program file names none."""
    numbers = [
        *Organisation.objects.values_list("phone", flat=True),
        *Site.objects.order_by("code").values_list("phone", flat=True),
    ]
    return next((Phone(number) for number in numbers if number), None)


def payers() -> list[str]:
    """The names of the payers this program works with; "other" is a drawer and no payer."""
    named = Payer.objects.exclude(kind="other").order_by("name")
    return list(named.values_list("name", flat=True))


def _hours(track: Track) -> str:
    return _("%(starts)s to %(ends)s, %(site)s") % {
        "starts": time_format(track.day_starts, "H:i"),
        "ends": time_format(track.day_ends, "H:i"),
        "site": track.site.name,
    }


def _phases(program: Program | None) -> Table:
    rows = []
    for phase in Phase.objects.filter(program=program).order_by("position"):
        weeks = ngettext("about %(n)s week", "about %(n)s weeks", phase.typical_weeks)
        rows.append(
            Row(
                (
                    Cell(said(phase.name).text),
                    Cell(in_hours(phase.weekly_minutes / 60)),
                    Cell(str(phase.days_per_week)),
                    Cell(weeks % {"n": phase.typical_weeks}),
                )
            )
        )
    return Table(
        _("The stages of the program"),
        (
            Column(_("Stage")),
            Column(_("Hours a week"), numeric=True),
            Column(_("Days a week"), numeric=True),
            Column(_("For")),
        ),
        tuple(rows),
        empty=_("The program is not loaded yet."),
    )


def _sample_day(track: Track) -> SampleDay | None:
    """The fullest weekday of a track, each kind of session once, in order of time."""
    groups = TherapyGroup.objects.filter(track=track, ends_on=None).select_related(
        "session_type", "program"
    )
    by_day: dict[int, dict[tuple[object, str], TherapyGroup]] = {}
    for group in groups.order_by("starts", "name"):
        by_day.setdefault(group.weekday, {}).setdefault(
            (group.starts, group.session_type.name), group
        )
    if not by_day:
        return None
    days = {weekday: _one_after_another(groups.values()) for weekday, groups in by_day.items()}
    weekday = max(sorted(days), key=lambda day: len(days[day]))
    entries = tuple(
        DayEntry(
            time_format(group.starts, "H:i"),
            said(group.session_type.name).text,
            _("until %(time)s") % {"time": time_format(group.ends, "H:i")},
        )
        for group in days[weekday]
    )
    title = _("%(track)s: a %(weekday)s") % {
        "track": said(track.name).text,
        "weekday": WEEKDAYS[weekday],
    }
    return SampleDay(title, entries)


def _one_after_another(groups: Iterable[TherapyGroup]) -> list[TherapyGroup]:
    """What one person can be in: of groups that meet at the same time, the first."""
    kept: list[TherapyGroup] = []
    for group in groups:
        if not kept or group.starts >= kept[-1].ends:
            kept.append(group)
    return kept
