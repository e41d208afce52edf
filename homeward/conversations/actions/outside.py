"""A relative or an officer writes to the program, and the program to them, under a consent.

What comes in opens nothing. What goes out is asked of the consent engine at that instant, and its
ledger row stands before the words do.
"""

import uuid
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents import recipients
from homeward.consents.disclosing import Outgoing, disclose_now, preview, purpose_for
from homeward.consents.rules.request import Item
from homeward.conversations.actions import waiting
from homeward.conversations.actions.writing import (
    Written,
    answered,
    client_to_write,
    tell_of_danger,
    whole,
)
from homeward.conversations.danger import danger_said
from homeward.conversations.models import OutsideConversation, OutsideMessage, Said
from homeward.conversations.queries import standing
from homeward.conversations.reaching import SERVICE, client_of, expected_for
from homeward.conversations.refusals import ConsentMissing, NobodyReads
from homeward.conversations.rules.answering import NOBODY
from homeward.conversations.rules.danger import DANGER
from homeward.conversations.telling import tell_contact
from homeward.core.actions import action
from homeward.core.actors import AGENCY, FAMILY, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client, Contact

MEDIUM = "portal"


@action
def write_from_outside(*, actor: Actor, contact_id: UUID, body: str, now: datetime) -> Written:
    """What the person behind this account writes about one client, while a consent lets us talk.

    Raises NothingWritten, ConsentMissing, NobodyReads; NotAllowed and Contact.DoesNotExist for
    anybody but the account of that contact.
    """
    if actor.kind not in (FAMILY, AGENCY) or actor.account_id is None:
        raise NotAllowed
    words = whole(body)
    rows = Contact.objects.for_actor(SERVICE, Purpose.FAMILY_SUPPORT)
    contact: Contact = rows.get(pk=contact_id, account_id=actor.account_id)
    client = client_of(contact.client_id)
    if not may_be_written_to(client, contact, now):
        raise ConsentMissing("message_no_consent")
    answer = expected_for(client, _first_for(contact), now)
    if answer.who == NOBODY:
        raise NobodyReads("message_nobody_reads")
    thread = _thread_with(client, contact, UUID(answer.who), now)
    danger = danger_said(words)
    message: OutsideMessage = OutsideMessage.objects.create(
        client=client, site_id=client.site_id, conversation=thread, at=now,
        channel=Said.Channel.PAGE, body=words, danger=danger.to_json(),
    )  # fmt: skip
    waiting.begin(thread, client, answer, now)
    audit.record("conversations.outside.written", actor=actor, subject=message, at=now)
    told: tuple[str, ...] = ()
    if danger.outcome == DANGER:
        told = tell_of_danger(actor=actor, thread=thread, message=message, client=client, now=now)
    return Written(message, answer, told)


@action
def answer_contact(*, actor: Actor, contact_id: UUID, body: str, now: datetime) -> Written:
    """What the team writes to a relative or an officer, as far as a consent lets it now.

    Raises NothingWritten, ConsentMissing; Contact.DoesNotExist or Client.DoesNotExist out of reach.
    """
    rows = Contact.objects.for_actor(SERVICE, Purpose.FAMILY_SUPPORT)
    contact: Contact = rows.get(pk=contact_id)
    client = client_to_write(actor, contact.client_id, now)
    words = whole(body)
    pk = uuid.uuid4()
    outgoing = _outgoing(contact, pk)
    if not preview(client, outgoing, now).released:
        raise ConsentMissing("message_no_consent")
    release = disclose_now(actor=actor, client_id=client.pk, outgoing=outgoing, now=now)
    if not release.is_open:
        raise ConsentMissing("message_no_consent")
    assert actor.worker_id is not None
    thread = _thread_with(client, contact, actor.worker_id, now)
    message: OutsideMessage = OutsideMessage.objects.create(
        pk=pk, client=client, site_id=client.site_id, conversation=thread, at=now,
        worker_id=actor.worker_id, channel=Said.Channel.DESK, body=words, disclosure=release.row,
    )  # fmt: skip
    answered(actor, thread, now)
    audit.record("conversations.outside.written", actor=actor, subject=message, at=now)
    tell_contact(client, contact, message, now)
    return Written(message, None)


def may_be_written_to(client: Client, contact: Contact, now: datetime) -> bool:
    """Whether a consent in force lets the program write to this person at this instant."""
    return bool(preview(client, _outgoing(contact, None), now).released)


def _outgoing(contact: Contact, message_id: UUID | None) -> Outgoing:
    purpose = purpose_for(contact)
    name = f"message {message_id}" if message_id else "any messages"
    return Outgoing(
        addressee=recipients.contact(contact), purpose=purpose.value,
        items=(Item(name, RecordClass.MESSAGES.value),), medium=MEDIUM,
    )  # fmt: skip


def _first_for(contact: Contact) -> str:
    """Whom a contact's message is for: relatives the family counselor, officers the counselor."""
    is_agency = contact.kind in Contact.OUTSIDE
    return Role.COUNSELOR if is_agency else Role.FAMILY_COUNSELOR


def _thread_with(
    client: Client, contact: Contact, owner_id: UUID, now: datetime
) -> OutsideConversation:
    thread: OutsideConversation | None = standing(OutsideConversation, contact_id=contact.pk)
    if thread is None:
        rows = OutsideConversation.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
        thread, _made = rows.get_or_create(
            contact=contact,
            defaults={
                "client": client, "site_id": client.site_id, "owner_id": owner_id, "last_at": now,
            },
        )  # fmt: skip
    return thread
