"""Cards: made at the desk or by the client, used once, replaced by the next one."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.accounts.models import Account
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, NOBODY, Actor
from homeward.doorways.actions.identity import keep_check
from homeward.doorways.models import Card, Doorway
from homeward.doorways.reaching import (
    came_in_before,
    client_by,
    gives_record,
    has_consent,
    has_died,
    is_by,
    numbers_of,
    rows_of,
    whose_of,
)
from homeward.doorways.refusals import WayInRefused
from homeward.doorways.rules.cards import OPENS, CardState, plain_code, plain_name, redeem, spaced
from homeward.doorways.rules.identity import What
from homeward.doorways.rules.whose import MAY, Whose, may_open
from homeward.doorways.secrets import digest_of_code, new_code, new_name
from homeward.kernel.reasons import State
from homeward.people.models import Client, Contact


@dataclass(frozen=True, slots=True)
class Printed:
    """A card as it is told, once: nothing of it can be told again."""

    card: Card
    user_name: str
    code: str

    @property
    def spaced(self) -> str:
        """The code in groups."""
        return spaced(self.code)


@action
def print_card(
    *,
    actor: Actor,
    client_id: UUID,
    now: datetime,
    seen: Collection[str] = (),
    paper: str = "",
    contact_id: UUID | None = None,
    is_client_present: bool = False,
    what: What = What.CARD,
) -> Printed:
    """A card for the client, or for somebody beside them; the card before it ends.

    Staff say how they knew whom they have before them: the client, also where a relative is
    invited; for an officer, the officer. A client invites from their own device and is known by
    it. Raises Client.DoesNotExist, Contact.DoesNotExist, WayInRefused, IdentityUnclear.
    """
    client = client_by(actor, client_id, Access.WRITE)
    contact = _contact(client, contact_id)
    whose = whose_of(contact)
    decision = may_open(
        whose,
        is_by(actor, client),
        is_client_present=is_client_present,
        has_consent=has_consent(contact_id, now),
        is_dead=has_died(client.pk),
        is_used=contact is not None and bool(came_in_before([contact])),
    )
    if decision.outcome != MAY:
        raise WayInRefused(*(line.code for line in decision.reasons if line.state is State.NOT_MET))
    doorway = _doorway(actor, client, contact, whose, now)
    if actor.kind != CLIENT:
        keep_check(
            actor, doorway, what, seen, paper, now,
            is_client_present=is_client_present or whose is Whose.CLIENT,
        )  # fmt: skip
    return _printed(actor, client, doorway, now)


@action
def redeem_card(
    *, actor: Actor, user_name: str, code: str, now: datetime, only: Whose | None = None
) -> Card | None:
    """The card, used from this instant on; None for whatever does not open, and no word why.

    A wrong code counts on the card it was tried on. Nothing here raises for what was typed.
    `only`: whose cards open here at all, where that is not everybody's.
    """
    names = {plain_name(user_name), user_name.strip()}
    account = Account.objects.filter(username__in=names).order_by("username").first()
    rows = rows_of(Card).select_for_update(of=("self",)).select_related("doorway", "client__site")
    cards = rows.filter(doorway__account=account) if account else rows.none()
    # The one that waits, where one does; otherwise the last, so that its end is what is said.
    cards = cards.order_by("-printed_at", "-pk")
    card: Card | None = cards.filter(used_at=None, ended_at=None).first() or cards.first()
    is_right = digest_of_code(card.pk if card else None, plain_code(code)) == (
        card.digest if card else ""
    )
    if card is None or account is None:
        audit.record("doorways.card.refused", actor=actor, at=now, permitted=False)
        return None
    decision = redeem(
        CardState(
            expires_at=card.expires_at, tries=card.tries, is_used=card.used_at is not None,
            is_ended=card.ended_at is not None,
            is_theirs=account.is_active and may_come_in(card.doorway, now)
            and only in (None, card.doorway.whose),
        ),
        is_right=is_right, numbers=numbers_of(card.client, now)[0], now=now,
    )  # fmt: skip
    who = replace(NOBODY, account_id=account.pk)
    if decision.outcome != OPENS:
        if not is_right:
            card.change(tries=min(card.tries + 1, 1000))
        missing = [line.code for line in decision.reasons if line.state is State.NOT_MET]
        audit.record(
            "doorways.card.refused", actor=who, subject=card, at=now, permitted=False,
            reason=missing[0],
        )  # fmt: skip
        return None
    card.change(used_at=now)
    audit.record("doorways.card.redeemed", actor=who, subject=card, at=now)
    return card


def may_come_in(doorway: Doorway, now: datetime) -> bool:
    """Whether this way in stands; an officer's only while a consent in force names them."""
    if doorway.ended_at is not None:
        return False
    return doorway.whose != Whose.AGENCY or has_consent(doorway.contact_id, now)


def end_cards(actor: Actor, doorway: Doorway, now: datetime) -> None:
    """No card of this way in opens any more."""
    rows = rows_of(Card).select_for_update(of=("self",))
    for card in rows.filter(doorway=doorway, used_at=None, ended_at=None).order_by("pk"):
        card.change(ended_at=now)
        audit.record("doorways.card.ended", actor=actor, subject=card, at=now)


def _printed(actor: Actor, client: Client, doorway: Doorway, now: datetime) -> Printed:
    end_cards(actor, doorway, now)
    hours = int(numbers_of(client, now)[0].door_card_hours)
    code = new_code()
    card = Card(
        client=client, site_id=client.site_id, doorway=doorway, printed_at=now,
        printed_by_id=actor.worker_id, expires_at=now + timedelta(hours=hours),
        opens_record=doorway.whose == Whose.CLIENT and gives_record(actor, client),
    )  # fmt: skip
    card.digest = digest_of_code(card.pk, code)
    card.save()
    audit.record("doorways.card.printed", actor=actor, subject=card, at=now, reason=doorway.whose)
    return Printed(card, doorway.account.username, code)


def _contact(client: Client, contact_id: UUID | None) -> Contact | None:
    if contact_id is None:
        return None
    rows = rows_of(Contact).filter(client_id=client.pk).exclude(kind=Contact.Kind.EMERGENCY)
    contact: Contact = rows.get(pk=contact_id)
    return contact


def _doorway(
    actor: Actor, client: Client, contact: Contact | None, whose: Whose, now: datetime
) -> Doorway:
    """The way in of this person, opened or opened again; an account they have stays theirs."""
    owner: Client | Contact = contact or client
    rows = rows_of(Doorway).select_for_update(of=("self",)).select_related("account")
    # The client's row is held first, so that two desks at once make one way in.
    rows_of(Client).select_for_update(of=("self",), no_key=True).get(pk=client.pk)
    doorway: Doorway | None = rows.filter(client_id=client.pk, contact=contact).first()
    if doorway is not None and doorway.ended_at is None:
        return doorway
    if doorway is None:
        doorway = Doorway.objects.create(
            client=client, site_id=client.site_id, whose=whose.value, contact=contact,
            account=owner.account or _account(client, contact), opened_at=now,
            opened_by_id=actor.worker_id,
        )  # fmt: skip
        if owner.account_id is None:
            _owner(owner).change(account=doorway.account)
    else:
        doorway.change(ended_at=None, ended_by=None, ending="", opened_at=now)
        doorway.account.is_active = True
        doorway.account.save(update_fields=["is_active"])
    audit.record("doorways.way_in.opened", actor=actor, subject=doorway, at=now, reason=whose.value)
    return doorway


def _owner(owner: Client | Contact) -> Client | Contact:
    found: Client | Contact = rows_of(type(owner)).select_for_update(of=("self",)).get(pk=owner.pk)
    return found


def _account(client: Client, contact: Contact | None) -> Account:
    """An account without a password: only its devices open it.

    A client's pages speak the language they told us; what somebody else speaks, nobody said yet.
    """
    while True:
        name = new_name(client.language)
        if not Account.objects.filter(username=name).exists():
            language = client.language if contact is None else ""
            return Account.objects.create_user(name, language=language)
