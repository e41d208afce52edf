"""Pages of an officer or an employer beside the report: a request, and what they were shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents.agency_asks import shown_to
from homeward.consents.asked_parts import PARTS
from homeward.consents.ledger_words import medium_of, shared_parts
from homeward.consents.models import Consent
from homeward.consents.queries import grants_behind
from homeward.consents.reading import scope_words
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact
from homeward.portal.sharing import Found, held_contacts, papers_open
from homeward.released.actions import release
from homeward.released.models import Kind, Page
from homeward.released.told import Told, Under

BACK = timedelta(days=365)
MOST_READ = 400
MOST_SHOWN = 60
# The classes of record of which anything is ever shown to an officer or an employer here.
SHOWABLE = (
    RecordClass.IDENTITY, RecordClass.SCHEDULE, RecordClass.DRUG_TESTS, RecordClass.OUTCOMES,
    RecordClass.MESSAGES,
)  # fmt: skip


def person_words(contact_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Each of the people this account stands beside by a number that stays theirs.

    No name: a consent may keep even that back.
    """
    said = _("Person %(number)s")
    return {pk: said % {"number": place} for place, pk in enumerate(contact_ids, 1)}


class AskForm(ActionForm):
    """About whom, where there are several; what; and in own words."""

    person = forms.ChoiceField(label=gettext_lazy("About whom"), widget=forms.RadioSelect)
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What you ask"), widget=forms.CheckboxSelectMultiple,
        choices=[(code, words) for code, (words, _record_class) in PARTS.items()],
        error_messages={"required": gettext_lazy("Choose what you ask.")},
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("In your words, if you like"), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, people: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._only = next(iter(people)) if len(people) == 1 else None
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(key), words) for key, words in people.items()]
        if self._only is not None:
            del self.fields["person"]

    @property
    def contact_id(self) -> UUID:
        """After validation: the contact it is about."""
        return self._only or UUID(self.cleaned_data["person"])


@dataclass(frozen=True, slots=True)
class ShownOn:
    """What was shown on one day by one way, and how often."""

    day: str
    what: str
    how: str


@dataclass(frozen=True, slots=True)
class OneLog:
    """One person: what the consent covers, and what was shown under it."""

    name: str
    scope: tuple[str, ...]
    shown: tuple[ShownOn, ...]


def release_logs(actor: Actor, now: datetime) -> None:
    """One for each person of whom a paper opens something now; of nobody else a word.

    A paper in force that a flag or a restriction overrules opens nothing, and its list would say
    that it is there. The reads are the account's own doings, so no ledger row is written for them.
    """
    contacts = held_contacts(actor)
    granted: dict[UUID, list[Consent]] = {}
    for row in grants_behind(actor, now):
        if row.contact_id is not None:
            granted.setdefault(row.contact_id, []).append(row)
    found: Found = []
    for each in contacts:
        opens = papers_open(each, SHOWABLE, now)
        if under := [row for row in granted.get(each.pk, ()) if row.pk in opens]:
            kept = {
                "scope": [str(scope_words(row)) for row in under],
                "shown": [[one.day, one.what, one.how] for one in _by_day(each, under, now)],
            }
            told = Told(each.pk, Kind.LOG, kept)
            found.append((each, told, Under(tuple(row.pk for row in under))))
    release(actor=actor, page=Page.SHOWN, found=found, now=now)


def logs_in(told: Sequence[Told], contact_ids: Sequence[UUID]) -> tuple[OneLog, ...]:
    """What was released of it, each person by their number."""
    numbers = person_words(contact_ids)
    return tuple(
        OneLog(
            numbers[each.contact_id],
            tuple(each.content["scope"]),
            tuple(ShownOn(*one) for one in each.content["shown"]),
        )
        for each in told
        if each.kind is Kind.LOG and each.contact_id in numbers
    )


def _by_day(contact: Contact, under: list[Consent], now: datetime) -> tuple[ShownOn, ...]:
    """Only what rests on a consent that is still in force."""
    cited = {str(row.pk) for row in under}
    zone = ZoneInfo(contact.site.time_zone)
    counted: dict[tuple[str, str, str], int] = {}
    for row in shown_to(contact.pk, now - BACK, MOST_READ):
        if cited & set(row.cites):
            day = date_format(row.at.astimezone(zone), "DATE_FORMAT")
            key = (day, shared_parts(row), medium_of(row))
            counted[key] = counted.get(key, 0) + 1
    return tuple(
        ShownOn(day, what, _("%(how)s, %(times)s times") % {"how": how, "times": times})
        if times > 1
        else ShownOn(day, what, how)
        for (day, what, how), times in list(counted.items())[:MOST_SHOWN]
    )
