"""A passphrase everybody may know, this morning's pack, and words keyed from paper."""

from datetime import datetime, timedelta

from homeward.accounts.models import Account
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actors import Actor, actor_of
from homeward.downtime import actions
from homeward.kernel.purposes import Purpose
from homeward.people.models import Contact
from homeward.program.models import Site
from homeward.timetable.models import GroupSession, Seat

# The demo's people are made up, so its passphrase stands in the documentation.
DEMO_PHRASE = "DEMO-0NLY-DEMO-0NLY-DEMO"
DEMO = Actor.of_service("demo")
ALLERGIES = ("Penicillin", "Latex", "Sulfa medicines", "Peanuts", "Codeine")
FIRST = ("Lena", "Marco", "Ines", "Theo", "Rosa", "Amir", "June")
RELATIONS = ("sister", "brother", "mother", "partner", "friend", "father", "aunt")
WORDS = "Network down from 9:40. Calm, took part, named two people to call tonight."


def add_dark_day(now: datetime) -> int:
    """Each site's packs open with the demo's own passphrase; one sheet waits for its author."""
    count = 0
    for site in Site.objects.order_by("code"):
        actions.set_passphrase(
            actor=DEMO, site_id=site.pk, phrase=DEMO_PHRASE, repeated=DEMO_PHRASE,
            now=now - timedelta(days=30),
        )  # fmt: skip
        count += _known_by_now(site)
        actions.make_pack(actor=DEMO, site_id=site.pk, now=now)
        count += 2
    return count + _keyed(now)


def _known_by_now(site: Site) -> int:
    """Allergies of a few, and whom to call for most, as the front desk wrote them down."""
    episodes = Episode.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(site=site, ended_at=None)
    clients = [row.client for row in episodes.select_related("client").order_by("admitted_at")]
    for number, client in enumerate(clients):
        if number % 6 == 1:
            client.change(allergies=ALLERGIES[number // 6 % len(ALLERGIES)])
    fresh = [
        Contact(
            client=client, site_id=client.site_id, kind=Contact.Kind.EMERGENCY,
            name=f"{FIRST[number % len(FIRST)]} {client.name.rsplit(' ', 1)[-1]}",
            relation=RELATIONS[number % len(RELATIONS)], phone=f"312-555-{1200 + number:04}",
        )
        for number, client in enumerate(clients)
        if number % 5
    ]  # fmt: skip
    Contact.objects.bulk_create(fresh)
    return len(fresh)


def _keyed(now: datetime) -> int:
    """The counselor's last finished group: a colleague who reaches somebody there keys for them."""
    author = _actor("counselor")
    if author is None or author.worker_id is None:
        return 0
    session = (
        GroupSession.objects.filter(
            cancelled_at=None, ends_at__lt=now, leaders__worker_id=author.worker_id
        )
        .order_by("-starts_at")
        .first()
    )
    for name in ("technician", "nurse", "case_manager", "counselor"):
        keyer = _actor(name)
        if session is None or keyer is None:
            continue
        seats = Seat.objects.for_actor(keyer, Purpose.TREATMENT, to=Access.WRITE)
        seat = seats.filter(session=session, released_at=None).order_by("number").first()
        if seat is not None:
            actions.key_paper_entry(
                actor=keyer, session_id=session.pk, client_id=seat.client_id,
                author_id=author.worker_id, written_at=session.ends_at, words=WORDS, now=now,
            )  # fmt: skip
            return 1
    return 0


def _actor(name: str) -> Actor | None:
    account = Account.objects.filter(username=name).first()
    return actor_of(account) if account else None
