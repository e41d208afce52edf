"""The names of everybody else who sat in a client's sessions, taken out of a file's words."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.actors import Actor
from homeward.desk.prints.papers.composing import Facts, Paper, Part
from homeward.kernel.purposes import Purpose
from homeward.notes.rules.names import CERTAIN, Person, forms_of, people_found, without_names
from homeward.people.models import Client
from homeward.staff.models import Worker
from homeward.timetable.models import Seat

# The reader may not know these people at all; they are looked for, and nothing of them is shown.
_LOOKING = Actor.of_service("prints.others")


@dataclass(slots=True)
class Others:
    """People who must not be named, the client's own names, and how often one was taken out."""

    people: tuple[Person, ...]
    own: tuple[str, ...]
    taken_out: int = 0
    staff: tuple[str, ...] = ()
    _seen: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

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
            staff=tuple(Worker.objects.values_list("name", flat=True)),
        )

    def clean(self, text: str, staff: tuple[str, ...] = ()) -> str:
        """The text with others' names replaced; the same text is looked through once.

        `staff` are names of colleagues: in the facts of a paper a name that is theirs stays.
        """
        if not text or not self.people:
            return text
        if (text, staff) not in self._seen:
            everyone = people_found(text, self.people, self.own, elsewhere=staff)
            found = [each for each in everyone if each.sure == CERTAIN]
            self.taken_out += len(found)
            self._seen[text, staff] = without_names(text, found, _("another member"))
        return self._seen[text, staff]

    def clean_part(self, part: Part) -> Part:
        """The same part with other clients' names taken out of its words."""
        return replace(
            part,
            text=self.clean(part.text),
            facts=self._facts(part.facts),
            rows=tuple(tuple(self.clean(cell) for cell in row) for row in part.rows),
        )

    def clean_paper(self, paper: Paper) -> Paper:
        """The same paper so; its facts say how often, where it was."""
        parts = tuple(self.clean_part(part) for part in paper.parts)
        return replace(paper, parts=parts, facts=[*self._facts(paper.facts), self.fact()])

    def _facts(self, facts: Facts) -> Facts:
        return [(term, self.clean(value, self.staff)) for term, value in facts]

    def fact(self) -> tuple[str, str]:
        """How many names were taken out, as a paper says it; without words where none was."""
        places = ngettext("%d place", "%d places", self.taken_out) % self.taken_out
        return _("Other clients' names taken out"), places if self.taken_out else ""
