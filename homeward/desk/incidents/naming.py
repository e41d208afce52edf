"""Looking for the names of those who stand in an incident by code, the way notes do."""

from collections.abc import Sequence

from homeward.incidents import naming
from homeward.incidents.naming import Called, Named
from homeward.notes.rules.names import CERTAIN, Person, forms_of, people_found
from homeward.notes.rules.wording import folded


def places_of(text: str, people: Sequence[Called]) -> tuple[Named, ...]:
    """Every place that names one of them, surely or by a name that may be a word as well.

    A name that is a word, too, counts when it is written like one: few people stand in an
    incident, and a sentence is soon said another way. Initials and near misses do not count.
    """
    others = [Person(each.code, forms_of(each.name, each.preferred)) for each in people]
    forms = {folded(form) for other in others for form in other.forms}
    return tuple(
        Named(each.start, each.end, each.ref)
        for each in people_found(text, others)
        if each.sure == CERTAIN or folded(each.name) in forms
    )


def register() -> None:
    """Let the incidents room ask."""
    naming.register(places_of)
