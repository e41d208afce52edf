"""What a telephone number itself says about our texts: STOP counts at once, START lifts it.

It is the number that is asked, not the person: whoever a text to it would be for, and whatever it
would say, none leaves once STOP is heard. A sending and a STOP for one number wait for each other,
so that a text is gone before the STOP is acknowledged, or does not go.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.crypto import digest_of
from homeward.notices.carriers.port import Inbound
from homeward.notices.models import NumberWord
from homeward.notices.rules.inbound import OTHER, number_of, word_of

SAID_STOP = "number_said_stop"
_RECEIVING = Actor.of_service("notices.inbound")


def receive(message: Inbound, now: datetime) -> str:
    """A carrier hands over what came in: `stop`, `start` or `other`. It may hand it over twice."""
    return hear(actor=_RECEIVING, message=message, now=now)


@action
def hear(*, actor: Actor, message: Inbound, now: datetime) -> str:
    """Keep what the number said, once for each message; of other words nothing is kept."""
    word = word_of(message.body)
    number = number_of(message.address)
    if word == OTHER or not number:
        return OTHER
    digest = _digest(number)
    hold_number(message.address)
    heard = digest_of(f"notices.inbound {message.key}")
    row, is_new = NumberWord.objects.get_or_create(
        message_digest=heard, defaults={"number_digest": digest, "word": word, "heard_at": now}
    )
    if is_new:
        audit.record(f"notices.number.{word}", actor=actor, subject=row, at=now)
    return str(row.word)


def said_stop(address: str) -> bool:
    """Whether the newest word of a number is STOP."""
    return bool(those_stopped([address]))


def those_stopped(addresses: Iterable[str]) -> frozenset[str]:
    """The addresses whose number's newest word is STOP; at most one query."""
    digests = {each: _digest(number) for each in addresses if (number := number_of(each))}
    if not digests:
        return frozenset()
    rows = NumberWord.objects.filter(number_digest__in=set(digests.values()))
    said = rows.order_by("heard_at", "created_at").values_list("number_digest", "word")
    newest = dict(said)
    return frozenset(
        each for each, digest in digests.items() if newest.get(digest) == NumberWord.Word.STOP
    )


def hold_number(address: str) -> None:
    """Wait for whoever sends to this number, or hears from it, just now; until the commit."""
    digest = _digest(number_of(address))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(digest[:15], 16)])


def _digest(number: str) -> str:
    return digest_of(f"notices.number {number}")
