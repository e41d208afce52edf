"""Consents as they were signed, with the people they name."""

from datetime import datetime, time, timedelta
from typing import Any

from homeward.consents.actions import fingerprint
from homeward.consents.models import Consent, Revocation
from homeward.consents.queries import DISCLOSER
from homeward.consents.terms import TERMS
from homeward.consents.texts import VERSION, language_for
from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.people.models import Contact

# Treatment and TPO consents end as their kind says; the others on the day the client chose.
AS_USUAL = ("treatment", "tpo")
ON_THE_DESK = {"account": "", "place": "desk"}


@tells(events.ConsentSigned)
def consent_signed(told: Teller, event: events.ConsentSigned) -> None:
    """One consent, complete, with the fingerprint of its words."""
    life, at, usual = told.life(event), utc(event.at), TERMS[event.kind]
    contact = _contact(told, life, event, usual.contact_kind)
    expires_at = expiry_of(event, told.setting.zone(told.setting.site_of[life.client.site_id]))
    about = {"client": life.client, "site_id": life.client.site_id}
    terms: dict[str, Any] = {
        "kind": event.kind,
        "contact": contact,
        "disclosers": [DISCLOSER],
        "recipients": [{"type": "person", "id": str(contact.pk)}]
        if contact
        else [{"type": "class", "id": each} for each in usual.recipient_classes],
        "purposes": list(event.purposes or usual.purposes),
        "classes": [str(each) for each in (event.classes or usual.classes)],
        "expires_at": expires_at or (at + timedelta(days=usual.days) if usual.days else None),
        "expires_on_event": event.ends_on_event or ("" if expires_at else usual.ends_on_event),
        "irrevocable_until_event": usual.irrevocable_until_event,
        "text_version": VERSION,
        "language": language_for(event.kind, life.client.language),
    }
    life.consents[event.key] = told.book.add(
        Consent,
        event.key,
        text_hash=fingerprint(Consent(**about, **terms)),
        signed_at=at,
        signer_name=life.client.name[:120],
        signer_authority="client",
        witnessed_by_id=told.setting.worker_id(event.witness),
        copy_given_at=at,
        evidence=ON_THE_DESK,
        **about,
        **terms,
    )


def expiry_of(event: events.ConsentSigned, zone: Any) -> datetime | None:
    """The first instant of the day on which the client wants a consent to end."""
    if event.kind in AS_USUAL or event.expires_on is None:
        return None
    return utc(datetime.combine(event.expires_on, time(), zone))


def _contact(told: Teller, life: Life, event: events.ConsentSigned, kind: str) -> Contact | None:
    if not kind or not event.recipient_name:
        return None
    name = event.recipient_name
    if name not in life.contacts:
        life.contacts[name] = told.book.add(
            Contact,
            f"{life.key}|{name}",
            client=life.client,
            site_id=life.client.site_id,
            kind=kind,
            name=name[:120],
            relation=event.recipient_relation[:60],
        )
    return life.contacts[name]  # type: ignore[no-any-return]


@tells(events.ConsentRevoked)
def consent_revoked(told: Teller, event: events.ConsentRevoked) -> None:
    """The client takes a consent back."""
    life = told.life(event)
    told.book.add(
        Revocation,
        event.key,
        client=life.client,
        site_id=life.client.site_id,
        consent=life.consents[event.key],
        at=utc(event.at),
        taken_by_id=told.setting.worker_id(event.by),
        how="in_writing",
    )
