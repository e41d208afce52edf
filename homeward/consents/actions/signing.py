"""Signing a consent on one page: the words, the terms and the name, complete or not at all."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import ConsentKindUnknown, GuardianMustSign, NameIsAnother
from homeward.consents.actions.sealing import fingerprint, refuse_defects
from homeward.consents.actions.signatories import signatory_of
from homeward.consents.facts import ConsentSigned
from homeward.consents.models import Consent, OutsideParty
from homeward.consents.queries import DISCLOSER
from homeward.consents.rules.signing import is_same_name
from homeward.consents.terms import SIGNED_AT_ONCE, TERMS
from homeward.consents.texts import VERSION, language_for
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact


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
    place: str = "",
    guardianship_id: UUID | None = None,
    both_sign: bool = False,
) -> Consent:
    """Keep what the client signed, with the fingerprint of the words, complete or not at all.

    What is not given is as the kind usually says (`consents.terms`). A recipient is a contact of
    the client, by id or by a name that becomes one. The client signs with their own name, or the
    guardian with theirs. Where a minor and a parent must both sign, each paper is one half and
    carries nothing alone; `both_sign` says that the other half is taken too, otherwise
    GuardianMustSign.
    """
    if kind not in SIGNED_AT_ONCE:
        raise ConsentKindUnknown
    client = (
        Client.objects.for_actor(actor, Purpose.TREATMENT)
        .select_related("site")
        .select_for_update(of=("self",))
        .get(pk=client_id)
    )
    signatory = signatory_of(client, guardianship_id, now)
    if signatory.is_half and not both_sign:
        raise GuardianMustSign
    if not is_same_name(signer_name, signatory.names):
        raise NameIsAnother
    usual = TERMS[kind]
    contact = contact_for(
        actor, client, usual.contact_kind, contact_id, recipient_name, recipient_relation
    )
    spoken = language_for(kind, language or client.language)
    consent = Consent(
        client=client,
        site_id=client.site_id,
        kind=kind,
        contact=contact,
        disclosers=[DISCLOSER],
        recipients=recipients_of(kind, contact),
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
        signer_authority=signatory.authority,
        signer_contact_id=signatory.contact_id,
        signer_relation=signatory.relation,
        is_half=signatory.is_half,
        witnessed_by_id=witness_id,
        copy_given_at=now if copy_given else None,
        evidence=evidence_of(actor, place),
    )
    refuse_defects(consent, signed=True)
    consent.text_hash = fingerprint(consent)
    consent.save()
    # The row must lie within what the actor may write; otherwise nothing happened.
    Consent.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=consent.pk)
    audit.record("consents.consent.signed", actor=actor, subject=consent, at=now, reason=kind)
    announce(ConsentSigned(consent.pk, client.pk, kind, now))
    return consent


def evidence_of(actor: Actor, place: str = "") -> dict[str, Any]:
    """How it was signed: on whose screen, and through which account."""
    return {
        "place": place or ("phone" if actor.kind == CLIENT else "desk"),
        "account": str(actor.account_id or ""),
    }


def contact_for(
    actor: Actor, client: Client, kind: str, contact_id: UUID | None, name: str, relation: str
) -> Contact | None:
    """The contact a consent names: one of the client's, or a new one by name."""
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


def recipients_of(
    kind: str, contact: Contact | None, party: OutsideParty | None = None
) -> list[dict[str, str]]:
    """The recipients as the engine reads them."""
    if contact is not None:
        return [{"type": "person", "id": str(contact.pk)}]
    if party is not None:
        return [{"type": party.type, "id": str(party.pk)}]
    return [{"type": "class", "id": each} for each in TERMS[kind].recipient_classes]
