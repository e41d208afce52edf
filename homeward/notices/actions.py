"""Saying how one may be reached, and queueing a notice."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.consents import recipients
from homeward.consents.disclosing import Outgoing, disclose_now, held, purpose_for
from homeward.consents.recipients import Addressee
from homeward.consents.rules.request import Item
from homeward.core import outbox
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notices.inbound import said_stop
from homeward.notices.models import Channel, ContactChoice, Notice, NoticeOutcome
from homeward.notices.queries import choices_of, own_names, sender_name
from homeward.notices.rules.hours import next_allowed
from homeward.notices.rules.lexicon import hits
from homeward.notices.wording import LANGUAGES, wording_of
from homeward.people.models import Client, Contact
from homeward.people.stops import REASON as STOPPED
from homeward.people.stops import is_stopped

OUTBOX_KIND = "notices.notice"
# A notice tells that there is something to see; to the client it belongs to their own record,
# to a contact it may only go where a consent lets them have messages.
CONTENT = "messages"


class ChannelNotAgreed(Refusal):
    """Nobody said yes to this channel."""


class AddressMissing(Refusal):
    """A channel that goes somewhere needs to know where."""


class HoursReversed(Refusal):
    """The first hour must lie before the last."""


class NumberSaidStop(Refusal):
    """The number itself said STOP; only START from it lifts that."""


class NotNeutral(Refusal):
    """The lexicon found a word that says too much."""


@action
def choose_channel(
    *,
    actor: Actor,
    client_id: UUID,
    channel: str,
    is_wanted: bool,
    now: datetime,
    address: str = "",
    from_hour: int = 9,
    until_hour: int = 20,
    contact_id: UUID | None = None,
) -> ContactChoice:
    """Keep what the client said about a channel; a "no" counts at once, queued notices too."""
    client = _client(actor, client_id)
    if channel not in Channel.values:
        raise ChannelNotAgreed
    if not 0 <= from_hour < until_hour <= 24:
        raise HoursReversed
    if is_wanted and channel != Channel.NOTE and not address.strip():
        raise AddressMissing
    if is_wanted and channel == Channel.TEXT and said_stop(address):
        raise NumberSaidStop
    # What is leaving this way holds the client: a "no" is acknowledged before it or after.
    held(client.pk)
    choice: ContactChoice = ContactChoice.objects.create(
        client=client,
        site_id=client.site_id,
        contact_id=contact_id,
        channel=channel,
        is_wanted=is_wanted,
        address=" ".join(address.split()),
        from_hour=from_hour,
        until_hour=until_hour,
        said_at=now,
        said_to_id=actor.worker_id,
    )
    ContactChoice.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=choice.pk)
    audit.record("notices.choice.said", actor=actor, subject=choice, at=now, reason=channel)
    return choice


@action
def queue_notice(
    *,
    actor: Actor,
    client_id: UUID,
    code: str,
    channel: str,
    origin: str,
    now: datetime,
    contact_id: UUID | None = None,
    link: str = "",
) -> Notice:
    """Decide, write the ledger row, and promise the sending; the same origin is one notice.

    A denial is kept as a withheld notice with its ledger row. The sender decides again. About
    somebody who died, is in hospital or in jail nothing goes out: kept as withheld, disclosed to
    nobody.
    """
    found = Notice.objects.for_actor(_service(), Purpose.OPERATIONS).filter(origin=origin).first()
    if found is not None:
        return found
    client = _client(_service() if actor.kind == "service" else actor, client_id)
    contact = _contact(client, contact_id)
    choice = choices_of(client, contact_id).get(channel)
    if channel != Channel.NOTE and (choice is None or not choice.is_wanted):
        raise ChannelNotAgreed
    if channel == Channel.TEXT and choice is not None and said_stop(choice.address):
        raise ChannelNotAgreed
    language = _language(client, contact)
    said = wording_of(code, channel, language, sender=sender_name(), link=link)
    if hits(said.everything, own_names()):
        raise NotNeutral
    release = None
    if not is_stopped(client.pk):
        release = disclose_now(
            actor=actor,
            client_id=client.pk,
            outgoing=outgoing_to(client, contact, channel, origin),
            now=now,
        )
    notice: Notice = Notice.objects.create(
        client=client,
        site_id=client.site_id,
        code=code,
        channel=channel,
        contact=contact,
        language=language,
        link=link,
        queued_at=now,
        queued_by_id=actor.worker_id,
        origin=origin,
        disclosure=release.row if release else None,
    )
    audit.record("notices.notice.queued", actor=actor, subject=notice, at=now, reason=code)
    if release is None or not release.is_open:
        reason = release.answer.items[0].reasons[0] if release else STOPPED
        NoticeOutcome.objects.create(
            client=client, site_id=client.site_id, notice=notice, at=now,
            state=NoticeOutcome.State.WITHHELD, reason=reason,
        )  # fmt: skip
        return notice
    due = now
    if choice is not None and channel in (Channel.TEXT, Channel.EMAIL):
        due = next_allowed(now, client.site.time_zone, choice.from_hour, choice.until_hour)
    outbox.send(
        OUTBOX_KIND,
        key=f"notice {notice.pk}",
        payload={"notice_id": str(notice.pk)},
        now=now,
        due_at=due,
    )
    return notice


def outgoing_to(client: Client, contact: Contact | None, channel: str, origin: str) -> Outgoing:
    """What the gate is asked for a notice, when it is queued and when it is sent."""
    addressee: Addressee
    if contact is None:
        addressee, purpose = recipients.the_client(client), Purpose.CLIENT_REQUEST
    else:
        addressee, purpose = recipients.contact(contact), purpose_for(contact)
    return Outgoing(
        addressee=addressee,
        purpose=purpose.value,
        items=(Item("notice", CONTENT),),
        medium=channel,
        origin=origin,
    )


def _service() -> Actor:
    return Actor.of_service("notices")


def _client(actor: Actor, client_id: UUID) -> Client:
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT)
    return rows.select_related("site", "account").get(pk=client_id)  # type: ignore[no-any-return]


def _contact(client: Client, contact_id: UUID | None) -> Contact | None:
    if contact_id is None:
        return None
    rows = Contact.objects.for_actor(_service(), Purpose.OPERATIONS)
    return rows.select_related("account").get(  # type: ignore[no-any-return]
        pk=contact_id, client_id=client.pk
    )


def _language(client: Client, contact: Contact | None) -> str:
    """What they read their pages in; a client who never chose, what they told us they speak."""
    account = (contact or client).account
    chosen = account.language if account else ""
    if chosen in LANGUAGES:
        return str(chosen)
    return "en" if contact else str(client.language)
