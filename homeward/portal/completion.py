"""Whether somebody is in the program, finished it, or left it: what a completion report says.

Nothing of why, where to, or what was found: those are notes, and another part of a consent.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.consents.rules.request import Item
from homeward.consents.versions import version_of
from homeward.core.actors import Actor
from homeward.core.components import Fact
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact
from homeward.portal.sharing import Candidate
from homeward.progress.models import Discharge

GOING, FINISHED, ENDED = "going", "finished", "ended"
_service = Actor.of_service("portal")


@dataclass(frozen=True, slots=True)
class Completion:
    """The newest stay: its state, the day it began, and the day it ended."""

    state: str
    since: date
    until: date | None = None

    def to_json(self) -> list[str | None]:
        """As it is kept among what was released."""
        return [self.state, self.since.isoformat(), self.until.isoformat() if self.until else None]

    @classmethod
    def from_json(cls, kept: Any) -> "Completion":
        """The same again."""
        state, since, until = kept
        return cls(state, date.fromisoformat(since), date.fromisoformat(until) if until else None)

    def facts(self) -> tuple[Fact, ...]:
        """Two lines, in words."""
        words = {
            GOING: _("still on"),
            FINISHED: _("finished on %(day)s"),
            ENDED: _("ended on %(day)s, not finished"),
        }
        day = date_format(self.until, "DATE_FORMAT") if self.until else ""
        return (
            Fact(_("Began on"), date_format(self.since, "DATE_FORMAT")),
            Fact(_("The program"), words[self.state] % {"day": day}),
        )


def completion_for(contact: Contact) -> tuple[Episode, Completion] | None:
    """The newest stay of the client this contact stands beside; None before the first.

    Read by the house: whether any of it may be shown is asked of the consent afterwards.
    """
    rows = Episode.objects.for_actor(_service, Purpose.CLIENT_REQUEST)
    stay = rows.filter(client_id=contact.client_id).order_by("-admitted_at").first()
    if stay is None:
        return None
    if stay.ended_on is None:
        return stay, Completion(GOING, stay.admitted_on)
    ends = Discharge.objects.for_actor(_service, Purpose.CLIENT_REQUEST).filter(episode=stay)
    last = ends.order_by("-number").first()
    is_finished = last is not None and last.type == Discharge.Type.COMPLETED
    return stay, Completion(FINISHED if is_finished else ENDED, stay.admitted_on, stay.ended_on)


def completion_candidates(contact: Contact) -> list[Candidate]:
    """The newest stay as something a consent may let be shown; nothing before the first."""
    found = completion_for(contact)
    if found is None:
        return []
    stay, completion = found
    item = Item(f"completion {stay.pk}", RecordClass.OUTCOMES.value, stay.admitted_on)
    return [Candidate(item, completion.to_json(), version_of(stay))]
