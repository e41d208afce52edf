"""A consent through an exchange with its members, an approved study, and a court's guardian."""

from datetime import datetime, timedelta
from typing import Any

from homeward.admissions.models import Episode
from homeward.consents.actions import fingerprint
from homeward.consents.models import (
    Approval,
    Consent,
    Guardianship,
    IntermediaryMember,
    OutsideParty,
)
from homeward.consents.queries import DISCLOSER
from homeward.consents.texts import VERSION, language_for
from homeward.core.actors import Actor
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.demo.rows.book import Book
from homeward.demo.rows.writing import write_all
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.people.models import Client, Contact, TeamMembership
from homeward.staff.queries import workers_with_duty

SEED = 17
SERVICE = Actor.of_service("demo")
EXCHANGE = "Lake Prairie Health Exchange"
# Members of the exchange: name, what it is, for how many days it has taken part.
MEMBERS = (
    ("Birchwood Family Clinic", ("treating_provider",), 400),
    ("Northshore Pain and Recovery Clinic", ("treating_provider",), 210),
    ("Millrace Community Pharmacy", ("treating_provider",), 95),
)
# On the paper by name; the third member is meant by nobody.
NAMED = 2
STUDY = {
    "protocol": "Staying in care after intensive outpatient treatment",
    "responsible": "Dr. Ines Calloway",
    "board": "Review board of Linden State University",
    "conditions": "No re-identification, no linking; results in groups of ten or more.",
}
GUARDIAN, RELATION = "Theodora Vance", "aunt, guardian of the person"
ORDER = "Linden County Court, 26-GD-0417, seen as a certified copy"


def add_through_exchange(now: datetime) -> int:
    """The rows; returns how many. Nothing when the exchange is known already."""
    if OutsideParty.objects.filter(name=EXCHANGE).exists():
        return 0
    book = Book(SEED, "through exchange")
    officer = workers_with_duty(Duty.PRIVACY_OFFICER, now.date()).order_by("code").first()
    by = officer.pk if officer else None
    exchange, members = _exchange(book, now, by)
    _study(book, now, by)
    clients = _in_care()
    # Whose portal the demo shows comes first; a short story may not have them.
    first = sorted(clients, key=lambda each: not _is_shown(each))[:2]
    if first:
        _consent(book, first[0], exchange, members[:NAMED], now - timedelta(days=2))
    if len(first) > 1:
        _guardian(book, first[1], now - timedelta(days=1))
    return int(write_all(book, now))


def _party(book: Book, name: str, now: datetime, by: Any, **more: Any) -> OutsideParty:
    told = {
        "type": "entity", "name": name, "is_covered_entity": True, "verified_at": now,
        "verified_by_id": by, "verified_how": "State licence register", **more,
    }  # fmt: skip
    return book.add(OutsideParty, name, **told)


def _exchange(book: Book, now: datetime, by: Any) -> tuple[OutsideParty, list[OutsideParty]]:
    exchange = _party(book, EXCHANGE, now, by, is_intermediary=True, verified_how="Its list")
    members = []
    for name, classes, days in MEMBERS:
        member = _party(book, name, now, by, classes=list(classes))
        book.add(
            IntermediaryMember, name, intermediary=exchange, member=member,
            starts_at=now - timedelta(days=days), how="The exchange's list of participants",
            entered_by_id=by,
        )  # fmt: skip
        members.append(member)
    return exchange, members


def _study(book: Book, now: datetime, by: Any) -> None:
    university = _party(book, "Linden State University", now, by, is_covered_entity=False)
    today = now.date()
    book.add(
        Approval, STUDY["protocol"], kind=Approval.Kind.RESEARCH, party=university,
        reviewed_on=today - timedelta(days=80), agreement_signed_on=today - timedelta(days=62),
        has_written_agreement=True, classes=[str(RecordClass.OUTCOMES)],
        starts_at=now - timedelta(days=60), ends_at=now + timedelta(days=305),
        entered_by_id=by, **STUDY,
    )  # fmt: skip


def _in_care() -> list[Client]:
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(ended_at=None)
    held = rows.select_related("client__site", "client__account").order_by("admitted_at", "pk")
    return [each.client for each in held]


def _is_shown(client: Client) -> bool:
    return client.account is not None and client.account.username == DEMO_CLIENT_ACCOUNT


def _counselor_of(client: Client) -> Any:
    team = TeamMembership.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    found = team.filter(client=client, is_primary=True, ends_at=None).first()
    return found.worker_id if found else None


def _consent(
    book: Book, client: Client, exchange: OutsideParty, named: list[OutsideParty], at: datetime
) -> None:
    """Signed on the desk's screen: to two members by name, for half a year."""
    about: dict[str, Any] = {"client": client, "site_id": client.site_id}
    kind = Consent.Kind.SPECIFIC
    terms: dict[str, Any] = {
        "kind": kind,
        "party": exchange,
        "disclosers": [DISCLOSER],
        "recipients": [{"type": exchange.type, "id": str(exchange.pk)}],
        "purposes": ["treatment"],
        "classes": [str(RecordClass.MEDICAL), str(RecordClass.ASSESSMENT)],
        "expires_at": at + timedelta(days=180),
        "designation": Consent.Designation.MEMBERS,
        "members": [{"id": str(each.pk), "name": each.name} for each in named],
        "text_version": VERSION,
        "language": language_for(kind, client.language),
    }
    by = _counselor_of(client)
    book.add(
        Consent, "through the exchange", text_hash=fingerprint(Consent(**about, **terms)),
        signed_at=at, signer_name=client.name[:120], signer_authority="client",
        witnessed_by_id=by, drafted_by_id=by, copy_given_at=at,
        evidence={"place": "desk", "account": ""}, **about, **terms,
    )  # fmt: skip


def _guardian(book: Book, client: Client, at: datetime) -> None:
    """Named by a court two days ago: what the client signed before stands."""
    about: dict[str, Any] = {"client": client, "site_id": client.site_id}
    contact = book.add(
        Contact, GUARDIAN, kind=Contact.Kind.FAMILY, name=GUARDIAN, relation="aunt", **about
    )
    book.add(
        Guardianship, GUARDIAN, contact=contact, right=Guardianship.Right.COURT,
        relation=RELATION, paper=ORDER, starts_at=at, entered_by_id=_counselor_of(client),
        **about,
    )  # fmt: skip
