"""What an officer or an employer sees: coming, testing, finishing, as far as their consent goes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME, NOT_EXPECTED
from homeward.consents.accompanying import Accompanying
from homeward.consents.disclosing import purpose_for
from homeward.consents.rules.request import Item
from homeward.consents.versions import version_of
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Fact, Row, Table
from homeward.core.forms import ActionForm
from homeward.drugtests.models import DrugTest
from homeward.kernel.records import RecordClass
from homeward.people.models import Client, Contact
from homeward.portal.agency import person_words
from homeward.portal.completion import Completion, completion_candidates
from homeward.portal.sharing import (
    MEDIUM,
    Candidate,
    Found,
    along_in,
    held_contacts,
    items_in,
    released,
)
from homeward.released.actions import release
from homeward.released.models import Page
from homeward.released.told import Told

BACK = timedelta(days=28)
ASKED = (
    RecordClass.IDENTITY,
    RecordClass.SCHEDULE,
    RecordClass.DRUG_TESTS,
    RecordClass.OUTCOMES,
)
TESTED = ("collected", "sent", "received", "resulted", "reviewed", "discussed")
WAITING = ("ordered", "notified")


@dataclass(frozen=True, slots=True)
class About:
    """One person: attendance in counts, tests as kept or missed, never a result."""

    contact_id: UUID
    name: str
    attendance: tuple[Fact, ...]
    tests: Table | None
    completion: tuple[Fact, ...]
    along: Accompanying | None


@dataclass(frozen=True, slots=True)
class Report:
    """The people this account is told of, as far as each one's consent went at that instant."""

    people: tuple[About, ...]
    since: str
    form: ActionForm = field(default_factory=ActionForm)

    @classmethod
    def of(cls, told: Sequence[Told], contact_ids: Sequence[UUID]) -> "Report | None":
        """None when nothing was released; `contact_ids` are in the order of their numbers."""
        numbers = person_words(contact_ids)
        people = []
        for pk in contact_ids:
            mine = [each for each in told if each.contact_id == pk]
            if mine:
                people.append(_about(pk, mine, numbers[pk]))
        since = date_format(clock.local_day(clock.now() - BACK), "DATE_FORMAT")
        return cls(tuple(people), since) if people else None


def release_report(actor: Actor, now: datetime) -> None:
    """Decide what this officer or employer may be shown at this instant."""
    found = [each for contact in held_contacts(actor) for each in decided(actor, contact, now)]
    release(actor=actor, page=Page.TODAY, found=found, now=now)


def decided(actor: Actor, contact: Contact, now: datetime, medium: str = MEDIUM) -> Found:
    """Each item about the person behind this contact that their consent lets leave now."""
    candidates = [
        *_names(actor, contact), *_marks(actor, contact), *_tests(actor, contact),
        *completion_candidates(contact),
    ]  # fmt: skip
    return released(actor, contact, candidates, ASKED, now, medium).told(contact)


def _about(contact_id: UUID, told: Sequence[Told], number: str) -> About:
    open_classes = {each.shown_class for each in told}
    names = items_in(told, RecordClass.IDENTITY)
    stays = items_in(told, RecordClass.OUTCOMES)
    along = along_in(told)
    return About(
        contact_id=contact_id,
        name=str(names[0]) if names else number,
        attendance=_attendance(items_in(told, RecordClass.SCHEDULE))
        if RecordClass.SCHEDULE.value in open_classes
        else (),
        tests=_test_table(items_in(told, RecordClass.DRUG_TESTS))
        if RecordClass.DRUG_TESTS.value in open_classes
        else None,
        completion=Completion.from_json(stays[0]).facts() if stays else (),
        along=along[0] if along else None,
    )


def _names(actor: Actor, contact: Contact) -> list[Candidate]:
    clients = Client.objects.for_actor(actor, purpose_for(contact), to=Access.MINIMAL).filter(
        pk=contact.client_id
    )
    return [
        Candidate(Item("name", RecordClass.IDENTITY.value), row.name, version_of(row))
        for row in clients
    ]


def _marks(actor: Actor, contact: Contact) -> list[Candidate]:
    since = clock.local_day(clock.now() - BACK, contact.site.time_zone)
    marks = AttendanceMark.objects.for_actor(actor, purpose_for(contact)).filter(
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
    tests = DrugTest.objects.for_actor(actor, purpose_for(contact), to=Access.MINIMAL).filter(
        client_id=contact.client_id, ordered_at__gte=clock.now() - BACK
    )
    zone = ZoneInfo(contact.site.time_zone)
    return [
        Candidate(
            Item(
                f"test {row.pk}",
                RecordClass.DRUG_TESTS.value,
                row.ordered_at.astimezone(zone).date(),
            ),
            [row.ordered_at.astimezone(zone).date().isoformat(), row.state],
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
        lines.append(Row((Cell(date_format(date.fromisoformat(on), "DATE_FORMAT")), Cell(words))))
    return Table(
        _("Tests asked for"),
        (Column(_("Day")), Column(_("Sample"))),
        tuple(lines),
        caption_hidden=False,
        empty=_("No test was asked for in this time."),
    )
