"""Looking for other clients' names in a text about one client, the way notes do."""

from datetime import date

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.notes.rules.names import CERTAIN, Person, forms_of, people_found
from homeward.people.models import Client, Contact
from homeward.safety import naming
from homeward.timetable.models import Seat

LOOKING = Actor.of_service("safety.naming")


def others_named(client: Client, on: date, text: str) -> tuple[str, ...]:
    """Of the clients expected at the site that day, those the text surely names."""
    seats = (
        Seat.objects.for_actor(LOOKING, Purpose.OPERATIONS)
        .filter(site_id=client.site_id, session__on=on)
        .exclude(client_id=client.pk)
        .select_related("client")
        .only("client__name", "client__preferred_name", "client_id")
    )
    others = {
        seat.client_id: Person(
            str(seat.client_id), forms_of(seat.client.name, seat.client.preferred_name)
        )
        for seat in seats
    }
    contacts = Contact.objects.for_actor(LOOKING, Purpose.OPERATIONS).filter(client_id=client.pk)
    elsewhere = tuple(row.name for row in contacts.only("client", "site", "name"))
    own = forms_of(client.name, client.preferred_name)
    found = people_found(text, list(others.values()), own, elsewhere=elsewhere)
    return tuple(dict.fromkeys(each.name for each in found if each.sure == CERTAIN))


def register() -> None:
    """Let the safety room ask."""
    naming.register(others_named)
