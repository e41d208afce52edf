"""Links to sign by: made with a code of their own, opened with both, counted and locked."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor, Grant
from homeward.core.crypto import digest_of
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.packets.actions.refusals import GuardianNotNamed
from homeward.packets.models import Packet, SigningLink
from homeward.packets.queries import SERVICE
from homeward.packets.rules.links import (
    CODE_DIGITS,
    LASTS,
    MOST_TRIES,
    OPEN,
    OPEN_FOR,
    link_state,
    plain_code,
)
from homeward.packets.rules.papers import CLIENT as CLIENT_SIGNS
from homeward.packets.rules.papers import GUARDIAN

GIVEN = ("spoken", "paper")
# Compared against when no link has the token, so that both ways take the same steps.
NO_LINK = "0" * 64


class CodeGivenHow(Refusal):
    """The code is said aloud or handed over on paper, never sent the way of the link."""


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link with its secrets, shown once and kept nowhere."""

    link: SigningLink
    token: str
    code: str


@action
def make_link(
    *, actor: Actor, packet_id: UUID, code_given: str, now: datetime, who: str = CLIENT_SIGNS
) -> NewLink:
    """A new link for the client or the guardian; their links made before stop working."""
    if actor.worker_id is None:
        raise NotAllowed
    if code_given not in GIVEN:
        raise CodeGivenHow
    if who not in (CLIENT_SIGNS, GUARDIAN):
        raise NotAllowed
    rows = Packet.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    packet = rows.select_for_update(of=("self",)).get(pk=packet_id, closed_at=None)
    if who == GUARDIAN and packet.guardianship_id is None:
        raise GuardianNotNamed
    end_links(packet, who, now)
    token = secrets.token_urlsafe(24)
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    link: SigningLink = SigningLink.objects.create(
        packet=packet,
        client_id=packet.client_id,
        site_id=packet.site_id,
        who=who,
        token_digest=_of_token(token),
        code_digest=_of_code(_of_token(token), code),
        made_at=now,
        made_by_id=actor.worker_id,
        code_given=code_given,
        expires_at=now + LASTS,
    )
    audit.record("packets.link.made", actor=actor, subject=link, at=now, reason=code_given)
    return NewLink(link, token, code)


def end_links(packet: Packet, who: str, now: datetime) -> None:
    """What was made for this signer opens nothing any more: a new link, or somebody else, is."""
    links = SigningLink.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    for old in links.filter(packet=packet, who=who, ended_at=None):
        old.change(ended_at=now)


@action
def open_link(*, actor: Actor, token: str, code: str, now: datetime) -> SigningLink | None:
    """The link when token and code fit and it may still be tried; otherwise None, counted.

    An unknown token, a wrong code, an ended, expired or locked link: the caller cannot tell.
    """
    digest = _of_token(token)
    typed = _of_code(digest, plain_code(code))
    links = SigningLink.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    link: SigningLink | None = (
        links.select_for_update(of=("self",)).filter(token_digest=digest).first()
    )
    fits = secrets.compare_digest(link.code_digest if link else NO_LINK, typed)
    if link is None:
        return None
    state = _state_of(link, link.tries, now)
    if state != OPEN:
        audit.record("packets.link.refused", actor=actor, subject=link, at=now, reason=state)
        return None
    if not fits:
        link.change(tries=link.tries + 1)
        code_word = "packets.link.locked" if link.tries >= MOST_TRIES else "packets.link.wrong_code"
        audit.record(code_word, actor=actor, subject=link, at=now)
        return None
    link.change(opened_at=now)
    audit.record("packets.link.opened", actor=actor, subject=link, at=now)
    return link


def link_of(link_id: str, token: str, now: datetime) -> SigningLink | None:
    """The link a browser opened before, while it still stands and fits the address."""
    links = SigningLink.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    link: SigningLink | None = (
        links.select_related("client", "packet__guardianship__contact")
        .filter(pk=link_id, token_digest=_of_token(token))
        .first()
    )
    if link is None or link.opened_at is None or now - link.opened_at > OPEN_FOR:
        return None
    return link if _state_of(link, 0, now) == OPEN else None


def _state_of(link: SigningLink, tries: int, now: datetime) -> str:
    """Ended as well with its packet, and a guardian's with the right they sign by."""
    packet = link.packet
    ends = [link.ended_at, packet.closed_at]
    if link.who == GUARDIAN:
        ends.append(packet.guardianship.ends_at if packet.guardianship else now)
    ended_at = min((each for each in ends if each is not None), default=None)
    return link_state(expires_at=link.expires_at, ended_at=ended_at, tries=tries, now=now)


def client_behind(link: SigningLink) -> Actor:
    """Whoever the link is for, as an actor; a guardian reaches the client's papers by name."""
    right = link.packet.guardianship if link.who == GUARDIAN else None
    return Actor(
        kind=CLIENT,
        client_id=link.client_id,
        name=right.contact.name if right else link.client.called,
        grants=(Grant(Role.CLIENT),),
    )


def _of_token(token: str) -> str:
    return digest_of(f"packets.link.token|{token}")


def _of_code(token_digest: str, code: str) -> str:
    return digest_of(f"packets.link.code|{token_digest}|{code}")
