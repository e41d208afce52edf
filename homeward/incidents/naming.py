"""No client who stands in an incident by code is named in its words: the one place that looks.

The notes room above knows how people write names (in full, by a part, a short form); it registers
how here. Until it has, nothing is found.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.incidents.models import FollowUp, Incident, IncidentPerson
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

LOOKING = Actor.of_service("incidents.naming")
# The texts of an incident, each with the code of its refusal.
TEXTS = {
    "place": "incident_named_in_place",
    "what": "incident_named_in_what",
    "immediate_action": "incident_named_in_action",
    "root_cause": "incident_named_in_cause",
    "lessons": "incident_named_in_lessons",
}
# Why it is no breach: few may write it better, so that a name in it is replaced, never refused.
RULING = "breach_ruled_out_because"
ELSEWHERE = {
    "follow_up": "incident_named_in_follow_up",
    "reference": "incident_named_in_reference",
    "words": "incident_named_in_words",
    "why": "incident_named_in_why",
}


class NamesSomebody(Refusal):
    """Whoever stands in an incident by code is not named in its text; the codes say where."""


@dataclass(frozen=True, slots=True)
class Called:
    """A client in an incident: the code, and what they are called."""

    code: str
    name: str
    preferred: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A place of a text, from `start` up to, not including, `end`: a name of whoever has a code."""

    start: int
    end: int
    code: str


Looks = Callable[[str, Sequence[Called]], tuple[Named, ...]]
_looking: list[Looks] = []


def register(looks: Looks) -> None:
    """Look for names this way."""
    if looks not in _looking:
        _looking.append(looks)


def named_in(text: str, people: Sequence[Called]) -> tuple[Named, ...]:
    """Where a text names one of them, in order."""
    if not people or not text.strip():
        return ()
    found = [place for looks in _looking for place in looks(text, people)]
    return tuple(sorted(found, key=lambda each: each.start))


def refuse_names(people: Sequence[Called], texts: Mapping[str, str]) -> None:
    """Raises NamesSomebody with a code for each of the texts (by name) that names one of them."""
    codes = {**TEXTS, **ELSEWHERE}
    found = [codes[name] for name, text in texts.items() if named_in(text, people)]
    if found:
        raise NamesSomebody(*found)


def coded(text: str, people: Sequence[Called]) -> str:
    """The text with each name replaced by its code; everything else stays letter by letter."""
    for place in reversed(named_in(text, people)):
        text = text[: place.start] + place.code + text[place.end :]
    return text


def called_in(incident: Incident) -> tuple[Called, ...]:
    """The clients who stand in an incident."""
    rows = IncidentPerson.objects.for_actor(LOOKING, Purpose.OPERATIONS).filter(
        incident=incident, client__isnull=False
    )
    return called({row.client_id: row.code for row in rows if row.client_id is not None})


def called(codes: Mapping[UUID, str]) -> tuple[Called, ...]:
    """What these clients are called, by their codes."""
    if not codes:
        return ()
    rows = Client.objects.for_actor(LOOKING, Purpose.OPERATIONS).filter(pk__in=list(codes))
    return tuple(Called(codes[row.pk], row.name, row.preferred_name) for row in rows)


def texts_of(incident: Incident) -> dict[str, str]:
    """What was written so far and can be written better."""
    return {name: getattr(incident, name) for name in TEXTS}


def say_codes(incident: Incident) -> None:
    """Put the code where another room's words, or an open follow-up, say a name."""
    people = called_in(incident)
    if not people:
        return
    texts = texts_of(incident) | {RULING: getattr(incident, RULING)}
    told = {name: coded(text, people) for name, text in texts.items()}
    if told != texts:
        incident.change(**told)
    rows = FollowUp.objects.for_actor(LOOKING, Purpose.OPERATIONS)
    for row in rows.select_for_update(of=("self",)).filter(incident=incident, done_at=None):
        if (what := coded(row.what, people)) != row.what:
            row.change(what=what)
