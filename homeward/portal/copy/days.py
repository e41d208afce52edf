"""The client's own day in the copy: week, single days, list, prevention plans, days they told.

All of it is theirs, whatever of it they show to the team; a line that was taken out is left out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid5
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.dayplans.actions.prevention import parts_of
from homeward.dayplans.models import DayThing, OwnThing, PreventionPlan, UseDay, WeekLine
from homeward.dayplans.words import KINDS, SECTIONS, WEEKDAYS
from homeward.portal.copy.parts import Part, Text

Rows = Callable[..., Any]
# FHIR R4 codes of weekdays, Monday first (http://hl7.org/fhir/days-of-week).
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Days:
    """The rows, oldest first."""

    week: tuple[WeekLine, ...]
    things: tuple[DayThing, ...]
    own_list: tuple[OwnThing, ...]
    prevention: tuple[PreventionPlan, ...]
    told: tuple[UseDay, ...]

    @classmethod
    def of(cls, rows: Rows) -> "Days":
        """`rows` reads one model in the person's own scope."""
        newest: dict[date, UseDay] = {each.on: each for each in rows(UseDay, "said_at")}
        return cls(
            week=tuple(rows(WeekLine, "weekday", "starts")),
            things=tuple(rows(DayThing, "on", "starts").select_related("thing", "service")),
            own_list=tuple(rows(OwnThing, "written_at", withdrawn_at=None)),
            prevention=tuple(
                rows(PreventionPlan, "number").exclude(state=PreventionPlan.State.DRAFT)
            ),
            told=tuple(each for _day, each in sorted(newest.items()) if each.used is not None),
        )


def label_of(row: WeekLine | DayThing) -> str:
    """What stands there: the own words, the thing or place that was chosen, else the kind."""
    chosen = ""
    if isinstance(row, DayThing):
        chosen = row.thing.label if row.thing else row.service.name if row.service else ""
    return str(row.label or chosen or KINDS[row.kind])


def parts(days: Days, zone: ZoneInfo) -> tuple[Part, ...]:
    """In words."""
    return (_week(days), _things(days), _own_list(days), _prevention(days, zone), _told(days))


def _week(days: Days) -> Part:
    return Part(
        _("My week"),
        (_("Day"), _("From"), _("Until"), _("What"), _("Since"), _("Until the day")),
        tuple(
            (
                str(WEEKDAYS[row.weekday]), f"{row.starts:%H:%M}", f"{row.ends:%H:%M}",
                label_of(row), _day(row.from_on), _day(row.until_on),
            )
            for row in days.week
        ),
    )  # fmt: skip


def _things(days: Days) -> Part:
    return Part(
        _("Single days of my plan"),
        (_("Day"), _("From"), _("Until"), _("What")),
        tuple(
            (_day(row.on), f"{row.starts:%H:%M}", f"{row.ends:%H:%M}", label_of(row))
            for row in days.things
        ),
    )


def _own_list(days: Days) -> Part:
    return Part(
        _("My own list: what does me good, and who I call"),
        (_("What or who"), _("Phone"), _("Minutes")),
        tuple((row.label, row.phone, str(row.minutes)) for row in days.own_list),
    )


def _prevention(days: Days, zone: ZoneInfo) -> Part:
    return Part(
        _("My plan against going back to use"),
        texts=tuple(
            Text(
                _("Version %(number)s") % {"number": row.number},
                _at(row.signed_at, zone),
                prevention_words(row),
            )
            for row in days.prevention
        ),
    )


def prevention_words(row: PreventionPlan) -> str:
    """One version, part by part."""
    return "\n".join(
        line
        for code, lines in parts_of(row.parts).items()
        for line in (
            str(SECTIONS[code]),
            *(f"  {each.text} {each.phone}".rstrip() for each in lines),
        )
    )


def _told(days: Days) -> Part:
    return Part(
        _("Days I told of by themselves"),
        (_("Day"), _("Use")),
        tuple((_day(row.on), _("Yes") if row.used else _("No")) for row in days.told),
    )


def resources(
    days: Days, made: Callable[..., dict[str, Any]], subject: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """As FHIR: the week and each prevention plan as a CarePlan, told days as Observations."""
    if days.week or days.things:
        first = (*days.week, *days.things)[0]
        yield made(
            "CarePlan", uuid5(first.client_id, "day plan"),
            status="active", intent="plan", title="day plan",
            category=[{"text": "day plan, written by the person"}], subject=subject,
            activity=[*(_week_activity(row) for row in days.week if row.until_on is None),
                      *(_day_activity(row) for row in days.things)],
        )  # fmt: skip
    for plan in days.prevention:
        yield made(
            "CarePlan", plan.pk,
            status="active" if plan.state == PreventionPlan.State.ACTIVE else "revoked",
            intent="plan", title="relapse prevention plan", subject=subject,
            description=prevention_words(plan),
            created=plan.signed_at.isoformat() if plan.signed_at else None,
        )  # fmt: skip
    for told in days.told:
        yield made(
            "Observation", told.pk,
            status="final", code={"text": "use on this day, as the person told"}, subject=subject,
            effectiveDateTime=told.on.isoformat(), valueBoolean=told.used,
        )  # fmt: skip


def _week_activity(row: WeekLine) -> dict[str, Any]:
    repeat = {
        "boundsPeriod": {"start": row.from_on.isoformat()}, "dayOfWeek": [DAYS[row.weekday]],
        "timeOfDay": [f"{row.starts:%H:%M:%S}"],
    }  # fmt: skip
    return {
        "detail": {
            "status": "scheduled", "description": f"{label_of(row)}, until {row.ends:%H:%M}",
            "scheduledTiming": {"repeat": repeat},
        }
    }  # fmt: skip


def _day_activity(row: DayThing) -> dict[str, Any]:
    return {
        "detail": {
            "status": "scheduled",
            "description": f"{label_of(row)}, {row.starts:%H:%M} to {row.ends:%H:%M}",
            "scheduledPeriod": {"start": row.on.isoformat(), "end": row.on.isoformat()},
        }
    }


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _at(instant: datetime | None, zone: ZoneInfo) -> str:
    return date_format(instant.astimezone(zone), "DATETIME_FORMAT") if instant else ""
