"""What a family member or officer may be shown at this instant: asked item by item, then released.

The consent engine decides with each client's row held, the ledger row is written, and what it
permitted becomes rows of `released`. The page is rendered from those rows alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.consents import disclosing, recipients
from homeward.consents.accompanying import Accompanying, accompanying, is_uuid
from homeward.consents.disclosing import Outgoing, preview, purpose_for, release_to_contact
from homeward.consents.rules.disclosure import Disclosure as Answer
from homeward.consents.rules.request import Item
from homeward.consents.versions import RecordVersion
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Contact
from homeward.released.models import Kind
from homeward.released.told import Told, Under

MEDIUM = "portal"
# What one page may show about everybody one account stands beside, and what each rests on.
Found = list[tuple[Contact, Told, Under]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What might be shown, as plain JSON, how the engine knows it, and which version it is.

    `row` is the record itself, for whoever has more to do with it than to show it.
    """

    item: Item
    content: Any
    version: RecordVersion | None = None
    row: Any = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown, which classes are open, and the words that must stand beside it."""

    candidates: list[Candidate]
    classes: frozenset[str]
    along: Accompanying | None
    whole: Under = field(default_factory=Under)
    each: Mapping[str, Under] = field(default_factory=dict)

    def told(self, contact: Contact) -> Found:
        """Item by item; then classes of which there is nothing now, and what goes along."""
        found: Found = [
            (
                contact,
                Told(contact.pk, Kind.ITEM, asked.content, asked.item.record_class),
                self.each[asked.item.id],
            )
            for asked in self.candidates
        ]
        there = {asked.item.record_class for asked in self.candidates}
        found += [
            (contact, Told(contact.pk, Kind.OPEN, None, each), self.whole)
            for each in sorted(self.classes - there)
        ]
        if self.along is not None:
            beside = Told(contact.pk, Kind.ALONG, _along_content(self.along))
            found.append((contact, beside, self.whole))
        return found


def contacts_behind(actor: Actor) -> list[Contact]:
    """Everybody this account stands beside; one account may stand beside two people."""
    service = Actor.of_service("portal")
    rows = Contact.objects.for_actor(service, Purpose.CLIENT_REQUEST)
    return list(rows.filter(account_id=actor.account_id).order_by("created_at", "pk"))


def contact_ids_behind(actor: Actor) -> list[UUID]:
    """The same people in the same order, by nothing but their ids."""
    service = Actor.of_service("portal")
    rows = Contact.objects.for_actor(service, Purpose.CLIENT_REQUEST)
    found = rows.filter(account_id=actor.account_id).order_by("created_at", "pk")
    return list(found.values_list("pk", flat=True))


def held_contacts(actor: Actor) -> list[Contact]:
    """The same with each client's row held, until what is decided about them is committed."""
    contacts = contacts_behind(actor)
    for client_id in sorted({each.client_id for each in contacts}):
        disclosing.held(client_id)
    return contacts


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
    return Shown(
        shown, frozenset(open_classes), along, _under(release.answer, release.row.pk, None),
        {each.item.id: _under(release.answer, release.row.pk, each.item.id) for each in shown},
    )  # fmt: skip


def papers_open(contact: Contact, classes: Sequence[RecordClass], now: datetime) -> frozenset[UUID]:
    """The papers under which this contact may be shown anything of these classes now.

    Nothing is shown on it by itself, so nothing is written. The contact's client is held.
    """
    client = disclosing.held(contact.client_id)
    outgoing = Outgoing(
        addressee=recipients.contact(contact),
        purpose=purpose_for(contact).value,
        items=tuple(Item(f"any {each.value}", each.value) for each in classes),
        medium=MEDIUM,
    )
    return frozenset(_under(preview(client, outgoing, now), None, None).consent_ids)


def _under(answer: Answer, disclosure_id: UUID | None, item_id: str | None) -> Under:
    """The papers cited for one item, or for everything that was permitted."""
    cites = {
        cited
        for each in answer.items
        if item_id in (None, each.id) and each.id in answer.released
        for cited in each.cites
        if is_uuid(cited)
    }
    rules = f"{answer.rule_set} {answer.version}"[:40]
    return Under(tuple(UUID(each) for each in sorted(cites)), disclosure_id, rules)


def _along_content(along: Accompanying) -> dict[str, list[str]]:
    return {
        "notice": list(along.notice),
        "scope": [str(each) for each in along.scope],
        "labels": list(along.labels),
    }


def along_in(told: Sequence[Told]) -> tuple[Accompanying, ...]:
    """The words that must stand beside what was released."""
    return tuple(
        Accompanying(**{name: tuple(parts) for name, parts in each.content.items()})
        for each in told
        if each.kind is Kind.ALONG
    )


def items_in(told: Sequence[Told], record_class: RecordClass) -> tuple[Any, ...]:
    """The items of one class of record, as they are shown."""
    return tuple(
        each.content
        for each in told
        if each.kind is Kind.ITEM and each.shown_class == record_class.value
    )
