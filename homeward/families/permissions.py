"""What each relative may be told now: the consent engine asked, class by class.

Nothing is decided here. Every answer is the engine's at this instant, with a safety flag and an
agreed restriction counted, and is asked again when something is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.consents import recipients
from homeward.consents.disclosing import Outgoing, preview
from homeward.consents.rules.request import Item
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.gathering import saw
from homeward.core.reach import Scope
from homeward.families.reaching import SERVICE
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client, Contact

RELATIVES = (Contact.Kind.FAMILY, Contact.Kind.SUPPORT)
# What a page for relatives can show: planned days, goals, and what is arranged with them.
ASKED = (RecordClass.SCHEDULE, RecordClass.ASSESSMENT, RecordClass.MESSAGES)
MEDIUM = "portal"


@dataclass(frozen=True, slots=True)
class Relative:
    """One person beside a client: what they may be told now, and why no more."""

    contact: Contact
    has_account: bool
    may: frozenset[str]
    why_not: tuple[str, ...]


def relatives_of(client: Client) -> list[Contact]:
    """The family and supports of a client, read by the house."""
    rows = Contact.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    return list(rows.filter(client_id=client.pk, kind__in=RELATIVES).order_by("name", "pk"))


def permissions_of(
    client: Client, now: datetime, *, seen_by: Actor | None = None
) -> list[Relative]:
    """Every relative with what the consents in force let them be told at this instant.

    `seen_by` is who reads the answer on a page: the look at these people is theirs in the audit.
    """
    relatives = relatives_of(client)
    if seen_by is not None and relatives:
        scope = Scope(seen_by, Purpose.TREATMENT, Access.READ)
        saw(Contact, scope, [each.pk for each in relatives], [client.pk])
    return [_asked(client, contact, now) for contact in relatives]


def may_be_told(client: Client, contact_ids: Sequence[UUID], now: datetime) -> frozenset[UUID]:
    """Those of these relatives who may hear what is arranged with them now."""
    told = RecordClass.MESSAGES.value
    return frozenset(
        each.contact.pk
        for each in permissions_of(client, now)
        if each.contact.pk in set(contact_ids) and told in each.may
    )


def _asked(client: Client, contact: Contact, now: datetime) -> Relative:
    items = tuple(Item(f"any {each.value}", each.value) for each in ASKED)
    outgoing = Outgoing(recipients.contact(contact), Purpose.FAMILY_SUPPORT.value, items, MEDIUM)
    answer = preview(client, outgoing, now)
    released = set(answer.released)
    return Relative(
        contact=contact,
        has_account=contact.account_id is not None,
        may=frozenset(each.record_class for each in items if each.id in released),
        why_not=tuple(
            dict.fromkeys(
                code for told in answer.items if told.id not in released for code in told.reasons
            )
        ),
    )
