"""What a family member or officer may see at this instant: rows, asked item by item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.consents.disclosing import disclose_to_contact
from homeward.consents.rules.request import Item
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact

MEDIUM = "portal"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that might be shown, and how the consent engine knows it."""

    item: Item
    row: object


def contacts_behind(actor: Actor) -> list[Contact]:
    """Everybody this account stands beside; one account may stand beside two people."""
    service = Actor.of_service("portal")
    rows = Contact.objects.for_actor(service, Purpose.CLIENT_REQUEST)
    return list(rows.filter(account_id=actor.account_id).order_by("created_at", "pk"))


def released(
    actor: Actor,
    contact: Contact,
    candidates: Sequence[Candidate],
    classes: Sequence[RecordClass],
    now: datetime,
) -> tuple[list[Candidate], frozenset[str]]:
    """The candidates that may be shown, and the classes that are open; one ledger row a view.

    A class without any row is asked about as well, so that a view that shows nothing is on
    record with its reason.
    """
    there = {each.item.record_class for each in candidates}
    probes = [Item(f"any {each.value}", each.value) for each in classes if each.value not in there]
    answer = disclose_to_contact(
        actor=actor,
        contact_id=contact.pk,
        items=[*(each.item for each in candidates), *probes],
        medium=MEDIUM,
        now=now,
    )
    may = frozenset(answer.released)
    shown = [each for each in candidates if each.item.id in may]
    open_classes = {each.item.record_class for each in shown}
    open_classes |= {probe.record_class for probe in probes if probe.id in may}
    return shown, frozenset(open_classes)
