"""The rest of the company: one player for each remaining row of the access matrix.

Fern (family counselor), Hugo (physician), Iris (psychologist), Bo (billing), Vera (peer), Cass
(case manager), Alma (auditor), Max (system admin), Nora and Gil (other counselors of the main
site), Lou (Jo's probation officer, with a consent in force) and Nell (Jo's sister, with one too).
Kim had one as well, and it was revoked. They join only where they are needed.
"""

from datetime import timedelta
from typing import Any

from homeward.accounts.models import Account
from homeward.consents.models import Consent, Revocation
from homeward.consents.queries import DISCLOSER
from homeward.kernel.roles import Role
from homeward.people.models import Contact
from homeward.testing.stage import NOON, PASSWORD, Cast, Player, make_worker

STAFF = (
    ("fern", "Fern Adeyemi", Role.FAMILY_COUNSELOR, "LMFT"),
    ("hugo", "Hugo Lindqvist", Role.PHYSICIAN, "MD"),
    ("iris", "Iris Sato", Role.PSYCHOLOGIST, "PhD"),
    ("bo", "Bo Carver", Role.BILLING, ""),
    ("vera", "Vera Nunez", Role.PEER, "CPRS"),
    ("cass", "Cass Doyle", Role.CASE_MANAGER, "LSW"),
    ("alma", "Alma Winther", Role.AUDITOR, ""),
    ("max", "Max Petrov", Role.ADMIN, ""),
    ("nora", "Nora Castillo", Role.COUNSELOR, "LPC"),
    ("gil", "Gil Ferreira", Role.COUNSELOR, "LPC"),
)
FAMILY_CLASSES = ["schedule", "assessment", "consents", "messages"]
COURT_CLASSES = ["identity", "schedule", "notes", "drug_tests", "consents", "messages"]


def join(cast: Cast) -> None:
    """Bring everybody on, with the consents of Jo's that let family and officer in."""
    for code, name, role, credential in STAFF:
        cast.people[code] = make_worker(cast, code, name, role, credential, True, ())
    kim = cast.kim.row
    cast.people["nell"] = _contact(cast, "nell", "Nell Avery", Contact.Kind.FAMILY, "sister")
    cast.people["lou"] = _contact(cast, "lou", "Lou Ferrante", Contact.Kind.AGENCY, "officer")
    consent(cast, Consent.Kind.FAMILY, "family_support", cast.nell.row, FAMILY_CLASSES)
    consent(
        cast, Consent.Kind.CRIMINAL_JUSTICE, "criminal_justice_monitoring", cast.lou.row,
        COURT_CLASSES,
    )  # fmt: skip
    ended = consent(cast, Consent.Kind.FAMILY, "family_support", kim, FAMILY_CLASSES)
    Revocation.objects.create(
        client=cast.jo.row, site=cast.site, consent=ended, at=NOON - timedelta(days=3),
        taken_by=cast.dana.row, how="in_person",
    )  # fmt: skip


def consent(cast: Cast, kind: str, purpose: str, contact: Any, classes: list[str]) -> Consent:
    """A signed consent of Jo's naming this contact, in force since two weeks ago."""
    signed_at = NOON - timedelta(days=14)
    return Consent.objects.create(
        client=cast.jo.row, site=cast.site, kind=kind, contact=contact, disclosers=[DISCLOSER],
        purposes=[purpose], classes=classes, recipients=[{"type": "person", "id": str(contact.pk)}],
        text_version="1", text_hash="0" * 64, signed_at=signed_at, starts_at=signed_at,
        expires_at=NOON + timedelta(days=180), signer_name="Jo Avery",
    )  # fmt: skip


def _contact(cast: Cast, code: str, name: str, kind: str, relation: str) -> Player:
    account = Account.objects.create_user(code, PASSWORD, is_demo=True)
    contact = Contact.objects.create(
        client=cast.jo.row, site=cast.site, kind=kind, name=name, relation=relation,
        account=account,
    )  # fmt: skip
    return Player(contact, account)
