"""What an officer sees: whether the person came and tested, as far as the consent goes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME, NOT_EXPECTED
from homeward.consents.accompanying import Accompanying
from homeward.consents.rules.request import Item
from homeward.consents.versions import version_of
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Fact, Row, Table
from homeward.drugtests.models import DrugTest
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client, Contact
from homeward.portal.sharing import Candidate, Shown, contacts_behind, released

BACK = timedelta(days=28)
ASKED = (RecordClass.IDENTITY, RecordClass.SCHEDULE, RecordClass.DRUG_TESTS)
TESTED = ("collected", "sent", "received", "resulted", "reviewed", "discussed")
WAITING = ("ordered", "notified")


@dataclass(frozen=True, slots=True)
class About:
    """One person: attendance in counts, tests as kept or missed, never a result."""

    name: str
    attendance: tuple[Fact, ...]
    tests: Table | None
    along: Accompanying | None


@dataclass(frozen=True, slots=True)
class Report:
    """The people this officer monitors, as far as each one's consent goes now."""

    people: tuple[About, ...]
    since: str

    @classmethod
    def of(cls, actor: Actor) -> "Report | None":
        """None when no consent is in force."""
        now = clock.now()
        people: list[About] = []
        for contact in contacts_behind(actor):
            candidates = [
                *_names(actor, contact), *_marks(actor, contact), *_tests(actor, contact)
            ]  # fmt: skip
            shown = released(actor, contact, candidates, ASKED, now)
            if shown.classes:
                people.append(_about(shown, len(people) + 1))
        since = date_format((now - BACK).date(), "DATE_FORMAT")
        return cls(tuple(people), since) if people else None


def _about(shown: Shown, number: int) -> About:
    classes = shown.classes
    rows: dict[str, list[object]] = {}
    for each in shown.candidates:
        rows.setdefault(each.item.record_class, []).append(each.row)
    names = rows.get(RecordClass.IDENTITY.value)
    return About(
        name=str(names[0]) if names else _("Person %(number)s") % {"number": number},
        attendance=_attendance(rows.get(RecordClass.SCHEDULE.value, []))
        if RecordClass.SCHEDULE.value in classes
        else (),
        tests=_test_table(rows.get(RecordClass.DRUG_TESTS.value, []))
        if RecordClass.DRUG_TESTS.value in classes
        else None,
        along=shown.along,
    )


def _names(actor: Actor, contact: Contact) -> list[Candidate]:
    clients = Client.objects.for_actor(
        actor, Purpose.CRIMINAL_JUSTICE_MONITORING, to=Access.MINIMAL
    ).filter(pk=contact.client_id)
    return [
        Candidate(Item("name", RecordClass.IDENTITY.value), row.name, version_of(row))
        for row in clients
    ]


def _marks(actor: Actor, contact: Contact) -> list[Candidate]:
    since = (clock.now() - BACK).date()
    marks = AttendanceMark.objects.for_actor(actor, Purpose.CRIMINAL_JUSTICE_MONITORING).filter(
        client_id=contact.client_id, on__gte=since
    )
    return [
        Candidate(
            Item(f"attendance {row.pk}", RecordClass.SCHEDULE.value, row.on),
            row.state,
            version_of(row),
        )
        for row in marks.order_by("on")
    ]


def _tests(actor: Actor, contact: Contact) -> list[Candidate]:
    tests = DrugTest.objects.for_actor(
        actor, Purpose.CRIMINAL_JUSTICE_MONITORING, to=Access.MINIMAL
    ).filter(client_id=contact.client_id, ordered_at__gte=clock.now() - BACK)
    zone = ZoneInfo(contact.site.time_zone)
    return [
        Candidate(
            Item(
                f"test {row.pk}",
                RecordClass.DRUG_TESTS.value,
                row.ordered_at.astimezone(zone).date(),
            ),
            (row.ordered_at.astimezone(zone).date(), row.state),
            version_of(row),
        )
        for row in tests.order_by("-ordered_at")
    ]


def _attendance(states: Sequence[object]) -> tuple[Fact, ...]:
    counted = Counter(str(state) for state in states)
    expected = sum(number for state, number in counted.items() if state not in NOT_EXPECTED)
    came = sum(counted[state] for state in CAME)
    excused = counted["excused"] + counted["cancelled_client"]
    return (
        Fact(
            _("Sessions kept"), _("%(came)s of %(expected)s") % {"came": came, "expected": expected}
        ),
        Fact(_("Excused beforehand"), str(excused)),
        Fact(_("Missed"), str(counted["no_show"] + counted["removed"])),
    )


def _test_table(rows: Sequence[Any]) -> Table:
    lines = []
    for on, state in rows:
        words = (
            _("given") if state in TESTED else _("waiting") if state in WAITING else _("not given")
        )
        lines.append(Row((Cell(date_format(on, "DATE_FORMAT")), Cell(words))))
    return Table(
        _("Tests asked for"),
        (Column(_("Day")), Column(_("Sample"))),
        tuple(lines),
        caption_hidden=False,
        empty=_("No test was asked for in this time."),
    )
