"""What a family member or officer may see at this instant: rows, asked item by item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from homeward.consents.accompanying import Accompanying, accompanying
from homeward.consents.disclosing import release_to_contact
from homeward.consents.rules.request import Item
from homeward.consents.versions import RecordVersion
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact

MEDIUM = "portal"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that might be shown, how the consent engine knows it, and which version it is."""

    item: Item
    row: object
    version: RecordVersion | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown, which classes are open, and the words that must stand beside it."""

    candidates: list[Candidate]
    classes: frozenset[str]
    along: Accompanying | None


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
    medium: str = MEDIUM,
) -> Shown:
    """What may be shown to this contact now; one ledger row a view.

    A class without any row is asked about as well, so that a view that shows nothing is on
    record with its reason.
    """
    there = {each.item.record_class for each in candidates}
    probes = [Item(f"any {each.value}", each.value) for each in classes if each.value not in there]
    release = release_to_contact(
        actor=actor,
        contact_id=contact.pk,
        items=[*(each.item for each in candidates), *probes],
        medium=medium,
        now=now,
        versions={each.item.id: each.version for each in candidates if each.version},
    )
    may = frozenset(release.answer.released)
    shown = [each for each in candidates if each.item.id in may]
    open_classes = {each.item.record_class for each in shown}
    open_classes |= {probe.record_class for probe in probes if probe.id in may}
    along = accompanying(release.row) if release.is_open else None
    return Shown(shown, frozenset(open_classes), along)
