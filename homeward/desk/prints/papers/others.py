"""The names of everybody else who sat in a client's sessions, taken out of a file's words."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.actors import Actor
from homeward.desk.prints.papers.composing import Paper, Part
from homeward.kernel.purposes import Purpose
from homeward.notes.rules.names import Person, forms_of, names_found, without_names
from homeward.people.models import Client
from homeward.timetable.models import Seat

# The reader may not know these people at all; they are looked for, and nothing of them is shown.
_LOOKING = Actor.of_service("prints.others")


@dataclass(slots=True)
class Others:
    """People who must not be named, the client's own names, and how often one was taken out."""

    people: tuple[Person, ...]
    own: tuple[str, ...]
    taken_out: int = 0
    _seen: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, client: Client, first: date, last: date) -> "Others":
        """Everybody who held a seat in a session of this client between two days."""
        seats = Seat.objects.for_actor(_LOOKING, Purpose.OPERATIONS)
        mine = seats.filter(client=client, session__on__gte=first, session__on__lte=last).values(
            "session_id"
        )
        rows = (
            Client.objects.for_actor(_LOOKING, Purpose.OPERATIONS)
            .filter(pk__in=seats.filter(session__in=mine).values("client_id"))
            .exclude(pk=client.pk)
            .only("name", "preferred_name")
        )
        return cls(
            tuple(
                Person(str(row.pk), forms_of(row.name, row.preferred_name))
                for row in rows.order_by("pk")
            ),
            forms_of(client.name, client.preferred_name),
        )

    def clean(self, text: str) -> str:
        """The text with others' names replaced; the same text is looked through once."""
        if not text or not self.people:
            return text
        if text not in self._seen:
            found = names_found(text, self.people, self.own)
            self.taken_out += len(found)
            self._seen[text] = without_names(text, found, _("another member"))
        return self._seen[text]

    def clean_part(self, part: Part) -> Part:
        """The same part with other clients' names taken out of its words."""
        return replace(
            part,
            text=self.clean(part.text),
            facts=[(term, self.clean(value)) for term, value in part.facts],
            rows=tuple(tuple(self.clean(cell) for cell in row) for row in part.rows),
        )

    def clean_paper(self, paper: Paper) -> Paper:
        """The same paper so; its facts say how often, where it was."""
        parts = tuple(self.clean_part(part) for part in paper.parts)
        facts = [(term, self.clean(value)) for term, value in paper.facts]
        return replace(paper, parts=parts, facts=[*facts, self.fact()])

    def fact(self) -> tuple[str, str]:
        """How many names were taken out, as a paper says it; without words where none was."""
        places = ngettext("%d place", "%d places", self.taken_out) % self.taken_out
        return _("Other clients' names taken out"), places if self.taken_out else ""
