"""One person's appointments as an iCalendar text that tells a stranger nothing.

Every title is the same neutral word; no names, no topics, no kinds. A place stands there only in
the words the program set. What was cancelled stays with STATUS:CANCELLED, so that a phone that
knew it takes it out. Times carry their zone with its own changes of clock. RFC 5545.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

TITLES = {"en": "Appointment", "es": "Cita"}
PRODUCT = "-//Appointments//EN"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One event: `uid` stays the same for good; `revision` rises with each change."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    changed_at: datetime
    revision: int
    place: str = ""
    is_cancelled: bool = False


def calendar_text(appointments: Iterable[Appointment], language: str) -> bytes:
    """The whole calendar, in order of time; the same appointments give the same bytes."""
    # Imported here: a web process that never writes a calendar does not carry it.
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for each in sorted(appointments, key=lambda one: (one.starts_at, one.uid)):
        event = Event()
        event.add("uid", each.uid)
        event.add("dtstamp", each.changed_at)
        event.add("last-modified", each.changed_at)
        event.add("sequence", each.revision)
        event.add("summary", TITLES.get(language, TITLES["en"]))
        event.add("dtstart", _on_the_wall(each))
        # A length, not an end: in the night of the repeated hour an end would be ambiguous.
        event.add("duration", each.ends_at - each.starts_at)
        if each.place:
            event.add("location", each.place)
        event.add("status", "CANCELLED" if each.is_cancelled else "CONFIRMED")
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT" if each.is_cancelled else "OPAQUE")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _on_the_wall(each: Appointment) -> datetime:
    """The start in its zone; the second of a repeated hour has no wall time, so it is in UTC."""
    wall = each.starts_at.astimezone(ZoneInfo(each.zone))
    return each.starts_at.astimezone(UTC) if wall.fold else wall
