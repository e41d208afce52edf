"""Who would receive, as the engine and the ledger name them."""

from dataclasses import dataclass

from homeward.consents.models import OutsideParty
from homeward.consents.rules.parties import Recipient
from homeward.people.models import Client, Contact
from homeward.staff.models import Worker

# What the program has verified about a client's contacts by the kind it filed them under.
CONTACT_CLASSES = {
    Contact.Kind.FAMILY: frozenset({"family"}),
    Contact.Kind.SUPPORT: frozenset({"family"}),
    Contact.Kind.EMERGENCY: frozenset({"family"}),
    Contact.Kind.AGENCY: frozenset({"probation_officer"}),
    Contact.Kind.EMPLOYER: frozenset({"employer"}),
}


@dataclass(frozen=True, slots=True)
class Addressee:
    """A recipient with the name the ledger keeps."""

    recipient: Recipient
    name: str


def the_client(client: Client) -> Addressee:
    """The client in person."""
    return Addressee(Recipient("person", str(client.pk), frozenset({"client"})), client.name)


def contact(row: Contact) -> Addressee:
    """Family, another support or an officer."""
    classes = CONTACT_CLASSES[Contact.Kind(row.kind)]
    return Addressee(Recipient("person", str(row.pk), classes), row.name)


def party(row: OutsideParty) -> Addressee:
    """An outside person or organization the program has looked up."""
    found = Recipient(row.type, str(row.pk), frozenset(row.classes), row.is_covered_entity)
    return Addressee(found, row.name)


def worker(row: Worker) -> Addressee:
    """A worker of the program."""
    return Addressee(Recipient("person", str(row.pk), frozenset({"staff"})), row.name)


def medical_personnel(name: str, affiliation: str) -> Addressee:
    """Whoever treats an emergency: known by name and place, never looked up before."""
    words = " · ".join((name.strip(), affiliation.strip()))
    key = f"emergency {words.casefold()}"[:80]
    return Addressee(Recipient("person", key, frozenset({"medical_personnel"})), words[:120])
