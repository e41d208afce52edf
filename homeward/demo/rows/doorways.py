"""Ways in: the demo's client with who they are seen, and others of the same counselor beside."""

from datetime import datetime, timedelta

from homeward.accounts.models import Account
from homeward.core.actors import NOBODY, Actor, actor_of
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.doorways.actions import keep_pin_device, print_card, prove_identity, redeem_card
from homeward.doorways.models import Doorway
from homeward.doorways.reaching import HOUSE, has_consent
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact, TeamMembership

SEEN, PHOTO = ("birth_date", "phone"), ("photo_paper", "birth_date")
BEFORE, PHONE_BEFORE = timedelta(days=12), timedelta(days=3)
DIGITS = "482915"  # of a phone that nobody has


def add_doorways(now: datetime) -> int:
    """Once, when the accounts are there; returns how many ways in were opened."""
    account = Account.objects.filter(username=DEMO_CLIENT_ACCOUNT).first()
    rows = Client.objects.for_actor(HOUSE, Purpose.OPERATIONS)
    client = rows.filter(account=account).first() if account else None
    if client is None or Doorway.objects.for_actor(HOUSE, Purpose.OPERATIONS).exists():
        return 0
    primary = _primary(client)
    if primary is None or primary.worker.account is None:
        return 0
    counselor = actor_of(primary.worker.account)
    about = {"actor": counselor, "client_id": client.pk}
    print_card(**about, seen=SEEN, now=now - BEFORE)
    prove_identity(**about, seen=PHOTO, paper="state_id", now=now - BEFORE)
    return 1 + _beside(client, counselor, now) + _others(counselor, client, now)


def _beside(client: Client, counselor: Actor, now: datetime) -> int:
    """The relative whom the client asked in at the desk, and the officer whom the director did."""
    director = Account.objects.filter(username="director").first()
    rows = Contact.objects.for_actor(HOUSE, Purpose.OPERATIONS).filter(client=client)
    written = 0
    for contact in rows.exclude(account=None).order_by("pk"):
        about = {"client_id": client.pk, "contact_id": contact.pk, "now": now}
        if contact.kind != Contact.Kind.AGENCY:
            print_card(actor=counselor, seen=SEEN, is_client_present=True, **about)
        elif director is not None and has_consent(contact.pk, now):
            print_card(actor=actor_of(director), seen=SEEN, **about)
        else:
            continue
        written += 1
    return written


def _others(counselor: Actor, client: Client, now: datetime) -> int:
    """One with a phone for three days, one with a card of today."""
    teams = TeamMembership.objects.for_actor(HOUSE, Purpose.OPERATIONS).filter(
        worker_id=counselor.worker_id, is_primary=True, ends_at=None, client__account=None
    )
    found = list(teams.exclude(client=client).order_by("starts_at", "pk")[:2])
    for number, team in enumerate(found):
        about = {"actor": counselor, "client_id": team.client_id}
        at = now if number else now - PHONE_BEFORE
        printed = print_card(**about, seen=SEEN, now=at)
        if number:
            continue
        redeem_card(actor=NOBODY, user_name=printed.user_name, code=printed.code, now=at)
        keep_pin_device(actor=NOBODY, card_id=printed.card.pk, pin=DIGITS, looks="phone", now=at)
        prove_identity(**about, seen=PHOTO, paper="driver_license", now=at)
    return len(found)


def _primary(client: Client) -> TeamMembership | None:
    rows = TeamMembership.objects.for_actor(HOUSE, Purpose.OPERATIONS).select_related(
        "worker__account"
    )
    return rows.filter(client=client, is_primary=True, ends_at=None).first()  # type: ignore[no-any-return]
