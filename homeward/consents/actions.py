"""Signing a consent and taking it back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.consents import events
from homeward.consents.facts import ConsentRevoked, ConsentSigned
from homeward.consents.models import Consent, Revocation
from homeward.consents.queries import DISCLOSER, as_rule
from homeward.consents.rules.signing import is_same_name
from homeward.consents.rules.validation import problems
from homeward.consents.rules.wording import text_hash
from homeward.consents.terms import TERMS
from homeward.consents.texts import VERSION, language_for, text_of
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact

AGREED_ANYWAY = frozenset({"description_missing", "recipient_missing", "expiry_missing"})


class ConsentIncomplete(Refusal):
    """Something the law asks for is missing; the codes say what."""


class NameIsAnother(Refusal):
    """The typed name is not the name of the person who must sign."""


class ConsentKindUnknown(Refusal):
    """No text is shipped for this kind of consent."""


class ConsentNotSigned(Refusal):
    """Only a signed consent can be taken back."""


class ConsentAlreadyRevoked(Refusal):
    """The client took this consent back before."""


@action
def sign_consent(
    *,
    actor: Actor,
    client_id: UUID,
    kind: str,
    signer_name: str,
    now: datetime,
    contact_id: UUID | None = None,
    recipient_name: str = "",
    recipient_relation: str = "",
    purposes: Sequence[str] = (),
    classes: Sequence[str] = (),
    expires_at: datetime | None = None,
    ends_on_event: str = "",
    irrevocable_until_event: str | None = None,
    language: str = "",
    witness_id: UUID | None = None,
    copy_given: bool = True,
) -> Consent:
    """Keep what the client signed, with the fingerprint of the words, complete or not at all.

    What is not given is as the kind usually says (`consents.terms`). A recipient is a contact of
    the client, by id or by a name that becomes one. The client signs with their own name.
    """
    if kind not in TERMS:
        raise ConsentKindUnknown
    client = (
        Client.objects.for_actor(actor, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .get(pk=client_id)
    )
    if not is_same_name(signer_name, (client.name, client.preferred_name)):
        raise NameIsAnother
    usual = TERMS[kind]
    contact = _contact_for(
        actor, client, usual.contact_kind, contact_id, recipient_name, recipient_relation
    )
    spoken = language_for(kind, language or client.language)
    consent = Consent(
        client=client,
        site_id=client.site_id,
        kind=kind,
        contact=contact,
        disclosers=[DISCLOSER],
        recipients=_recipients(kind, contact),
        purposes=list(purposes or usual.purposes),
        classes=[str(each) for each in (classes or usual.classes)],
        expires_at=expires_at or (now + timedelta(days=usual.days) if usual.days else None),
        expires_on_event=ends_on_event or ("" if expires_at else usual.ends_on_event),
        irrevocable_until_event=usual.irrevocable_until_event
        if irrevocable_until_event is None
        else irrevocable_until_event,
        text_version=VERSION,
        language=spoken,
        signed_at=now,
        signer_name=" ".join(signer_name.split())[:120],
        signer_authority="client",
        witnessed_by_id=witness_id,
        copy_given_at=now if copy_given else None,
    )
    if found := _problems_of(consent):
        raise ConsentIncomplete(*found)
    consent.text_hash = fingerprint(consent)
    consent.save()
    # The row must lie within what the actor may write; otherwise nothing happened.
    Consent.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=consent.pk)
    audit.record("consents.consent.signed", actor=actor, subject=consent, at=now, reason=kind)
    announce(ConsentSigned(consent.pk, client.pk, kind, now))
    return consent


@action
def revoke_consent(
    *, actor: Actor, consent_id: UUID, how: str = "in_writing", now: datetime
) -> Revocation:
    """Take a consent back from now on; what was shared relying on it stays shared.

    A criminal justice consent may be irrevocable until its event: the revocation is kept and
    counts from then.
    """
    service = Actor.of_service("consents")
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    # The client first, as in disclosing: nothing is decided while this is being taken back.
    clients = Client.objects.for_actor(service, Purpose.TREATMENT)
    clients.select_for_update(of=("self",), no_key=True).get(pk=rows.get(pk=consent_id).client_id)
    consent = rows.select_for_update(of=("self",)).get(pk=consent_id)
    if consent.signed_at is None:
        raise ConsentNotSigned
    if Revocation.objects.for_actor(service, Purpose.TREATMENT).filter(consent=consent).exists():
        raise ConsentAlreadyRevoked
    revocation = Revocation.objects.create(
        client_id=consent.client_id,
        site_id=consent.site_id,
        consent=consent,
        at=now,
        taken_by_id=actor.worker_id,
        how=how,
    )
    audit.record("consents.consent.revoked", actor=actor, subject=consent, at=now, reason=how)
    announce(ConsentRevoked(consent.pk, consent.client_id, consent.kind, now))
    return revocation


def fingerprint(consent: Consent) -> str:
    """The hash of the words and terms of a consent row, computed anew."""
    text = text_of(consent.kind, consent.text_version, consent.language)
    return text_hash(text, _terms_of(consent))


def _terms_of(consent: Consent) -> dict[str, Any]:
    return {
        "kind": consent.kind,
        "disclosers": sorted(consent.disclosers),
        "recipients": consent.recipients,
        "purposes": sorted(consent.purposes),
        "classes": sorted(consent.classes),
        "records_from": consent.records_from and consent.records_from.isoformat(),
        "records_to": consent.records_to and consent.records_to.isoformat(),
        "expires_at": consent.expires_at and int(consent.expires_at.timestamp()),
        "expires_on_event": consent.expires_on_event,
        "irrevocable_until_event": consent.irrevocable_until_event,
    }


def _contact_for(
    actor: Actor, client: Client, kind: str, contact_id: UUID | None, name: str, relation: str
) -> Contact | None:
    if not kind:
        return None
    contacts = Contact.objects.for_actor(actor, Purpose.TREATMENT)
    if contact_id is not None:
        return contacts.get(pk=contact_id, client=client)
    named = " ".join(name.split())
    if not named:
        return None
    found = contacts.filter(client=client, name=named).first()
    return found or Contact.objects.create(
        client=client, site_id=client.site_id, kind=kind, name=named[:120], relation=relation[:60]
    )


def _recipients(kind: str, contact: Contact | None) -> list[dict[str, str]]:
    if contact is not None:
        return [{"type": "person", "id": str(contact.pk)}]
    return [{"type": "class", "id": each} for each in TERMS[kind].recipient_classes]


def _problems_of(consent: Consent) -> tuple[str, ...]:
    found = problems(as_rule(consent, None), events.codes())
    if consent.kind == Consent.Kind.TREATMENT:
        return tuple(code for code in found if code not in AGREED_ANYWAY)
    return found
