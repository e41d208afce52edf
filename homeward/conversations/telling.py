"""A neutral word that something is there, by the channel somebody chose; never what, or from whom.

Consent, hours, a stop and a STOP are asked by the notices room when it is queued and again when it
goes; here it is asked once more whether there is still something new to see.
"""

from datetime import datetime
from typing import Any

from homeward.conversations.desk_models import DeskWord
from homeward.conversations.models import Message, OutsideMessage
from homeward.conversations.reaching import SERVICE
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import queue_notice
from homeward.notices.asking_again import asks_again
from homeward.notices.inbound import said_stop
from homeward.notices.models import Channel, Notice
from homeward.notices.queries import choices_of
from homeward.people.models import Client, Contact

BEGINS, BEGINS_OUTSIDE = "conversations:client:", "conversations:outside:"
BEGINS_DESK = "conversations:desk:"
CODE = "update"
# A letter would come after the answer was needed; what stands on the page needs no word.
QUICK = (Channel.TEXT.value, Channel.EMAIL.value)


def tell_client(client: Client, message: Message, now: datetime) -> Notice | None:
    """Queue the neutral word to a client who chose text or e-mail; None where they did not."""
    channel = _quick(client, None)
    if not channel:
        return None
    return queue_notice(
        actor=SERVICE, client_id=client.pk, code=CODE, channel=channel, now=now,
        origin=f"{BEGINS}{message.pk}",
    )  # fmt: skip


def tell_contact(
    client: Client, contact: Contact, message: OutsideMessage, now: datetime
) -> Notice | None:
    """The same to a relative or an officer; the notice asks their consent for itself."""
    channel = _quick(client, contact)
    if not channel:
        return None
    return queue_notice(
        actor=SERVICE, client_id=client.pk, code=CODE, channel=channel, now=now,
        contact_id=contact.pk, origin=f"{BEGINS_OUTSIDE}{message.pk}",
    )  # fmt: skip


def _quick(client: Client, contact: Contact | None) -> str:
    """A number that said STOP takes no text; what is written stands on their page all the same."""
    said = choices_of(client, contact.pk if contact else None)
    wanted = [code for code in QUICK if code in said and said[code].is_wanted]
    open_ones = (
        code for code in wanted if code != Channel.TEXT or not said_stop(said[code].address)
    )
    return next(open_ones, "")


def tell_of_desk_word(client: Client, word: DeskWord, now: datetime) -> Notice | None:
    """The same neutral word for a text of the front desk: even that one is read on the page."""
    channel = _quick(client, None)
    if not channel:
        return None
    return queue_notice(
        actor=SERVICE, client_id=client.pk, code=CODE, channel=channel, now=now,
        origin=f"{BEGINS_DESK}{word.pk}",
    )  # fmt: skip


@asks_again(BEGINS_DESK)
def still_unseen(notice: Notice, now: datetime) -> str:
    """Nothing goes out about a text that was seen meanwhile."""
    rows = DeskWord.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    word = rows.filter(pk=notice.origin.removeprefix(BEGINS_DESK)).first()
    return "message_read_already" if word is None or word.seen_at else ""


@asks_again(BEGINS)
def still_new(notice: Notice, now: datetime) -> str:
    """Nothing goes out about a message that was seen or taken back meanwhile."""
    return _why_not(Message, notice.origin.removeprefix(BEGINS), notice.client.account_id)


@asks_again(BEGINS_OUTSIDE)
def still_new_outside(notice: Notice, now: datetime) -> str:
    """The same for a relative or an officer."""
    account_id = notice.contact.account_id if notice.contact else None
    return _why_not(OutsideMessage, notice.origin.removeprefix(BEGINS_OUTSIDE), account_id)


def _why_not(model: Any, pk: str, account_id: Any) -> str:
    rows = model.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    row = rows.filter(pk=pk).first()
    if row is None or row.withdrawn_at is not None:
        return "message_was_taken_back"
    seen = account_id and row.reads.filter(account_id=account_id).exists()
    return "message_read_already" if seen else ""
