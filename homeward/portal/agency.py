"""Pages of an officer or an employer beside the report: a request, and what they were shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
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
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.people.models import Contact
from homeward.portal.sharing import contacts_behind

BACK = timedelta(days=365)
MOST_READ = 400
MOST_SHOWN = 60


def person_words(contacts: Sequence[Contact]) -> dict[UUID, str]:
    """Each of the people this account stands beside by a number that stays theirs.

    No name: a consent may keep even that back.
    """
    said = _("Person %(number)s")
    return {each.pk: said % {"number": place} for place, each in enumerate(contacts, 1)}


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


def logs_of(actor: Actor) -> tuple[OneLog, ...]:
    """One for each person with a consent in force now; of nobody else a word.

    The reads are the account's own doings, so no ledger row is written for reading them.
    """
    now = clock.now()
    contacts = contacts_behind(actor)
    words = person_words(contacts)
    granted: dict[UUID, list[Consent]] = {}
    for row in grants_behind(actor, now):
        if row.contact_id is not None:
            granted.setdefault(row.contact_id, []).append(row)
    return tuple(
        OneLog(
            words[each.pk],
            tuple(scope_words(row) for row in granted[each.pk]),
            _by_day(each, granted[each.pk]),
        )
        for each in contacts
        if each.pk in granted
    )


def _by_day(contact: Contact, under: list[Consent]) -> tuple[ShownOn, ...]:
    """Only what rests on a consent that is still in force."""
    cited = {str(row.pk) for row in under}
    zone = ZoneInfo(contact.site.time_zone)
    counted: dict[tuple[str, str, str], int] = {}
    for row in shown_to(contact.pk, clock.now() - BACK, MOST_READ):
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
