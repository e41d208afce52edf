"""A consent before it is signed: drafted, offered or refused."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import (
    ConsentKindUnknown,
    OpenEndUnexplained,
    WitnessNeeded,
)
from homeward.consents.actions.sealing import fingerprint, refuse_defects
from homeward.consents.actions.signing import contact_for, recipients_of
from homeward.consents.actions.signing_drafts import draft_to_sign
from homeward.consents.actions.through import members_named
from homeward.consents.models import Consent, ConsentRefusal, OutsideParty
from homeward.consents.queries import DISCLOSER
from homeward.consents.terms import NEEDS_WITNESS, TERMS
from homeward.consents.texts import VERSION, language_for
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact

# An employer neither treats nor pays: what their paper is for is its own.
EMPLOYER_PURPOSES = (Purpose.OTHER.value,)


@action
def draft_consent(
    *,
    actor: Actor,
    client_id: UUID,
    kind: str,
    now: datetime,
    contact_id: UUID | None = None,
    recipient_name: str = "",
    recipient_relation: str = "",
    party_id: UUID | None = None,
    purposes: Sequence[str] = (),
    classes: Sequence[str] = (),
    records_from: date | None = None,
    records_to: date | None = None,
    expires_at: datetime | None = None,
    ends_on_event: str = "",
    no_end_reason: str = "",
    designation: str = "",
    member_ids: Sequence[UUID | str] = (),
    language: str = "",
) -> Consent:
    """Keep what is to be signed; refused unless it would be sound once signed.

    Nothing that must stand alone is combined, and an event nobody could compute is no ending. To
    an exchange only one paper goes, which says to which of its members (2.31(a)(4)(ii)). Research
    without an end is kept with the reason why it has none.
    """
    if kind not in TERMS:
        raise ConsentKindUnknown
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT)
    client: Client = rows.get(pk=client_id)
    usual = TERMS[kind]
    contact = contact_for(
        actor, client, usual.contact_kind, contact_id, recipient_name, recipient_relation
    )
    party = None
    if usual.names_party and party_id and contact is None:
        party = OutsideParty.objects.get(pk=party_id)
    if contact is not None and contact.kind == Contact.Kind.EMPLOYER:
        purposes = EMPLOYER_PURPOSES
    members = members_named(kind, party, designation, member_ids, now)
    open_end = kind == Consent.Kind.RESEARCH and not (expires_at or ends_on_event)
    if open_end and not no_end_reason.strip():
        raise OpenEndUnexplained
    draft = Consent(
        client=client,
        site_id=client.site_id,
        kind=kind,
        contact=contact,
        party=party,
        disclosers=[DISCLOSER],
        recipients=recipients_of(kind, contact, party),
        purposes=list(purposes or usual.purposes),
        classes=[str(each) for each in (classes or usual.classes)],
        records_from=records_from,
        records_to=records_to,
        expires_at=expires_at,
        expires_on_event=ends_on_event or ("" if expires_at else usual.ends_on_event),
        irrevocable_until_event=usual.irrevocable_until_event,
        designation=designation if party is not None and party.is_intermediary else "",
        members=members,
        no_end_reason=" ".join(no_end_reason.split())[:300] if open_end else "",
        text_version=VERSION,
        language=language_for(kind, language or client.language),
        drafted_by_id=actor.worker_id,
    )
    refuse_defects(draft, signed=False)
    draft.text_hash = fingerprint(draft)
    draft.save()
    Consent.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=draft.pk)
    audit.record("consents.consent.drafted", actor=actor, subject=draft, at=now, reason=kind)
    return draft


@action
def offer_draft(*, actor: Actor, consent_id: UUID, now: datetime) -> Consent:
    """Put the draft on the client's own page, to be read and signed there.

    Raises WitnessNeeded for a kind that nobody signs alone.
    """
    draft = draft_to_sign(actor, consent_id)
    if draft.kind in NEEDS_WITNESS:
        raise WitnessNeeded
    if draft.offered_at is None:
        draft.change(offered_at=now)
        audit.record("consents.consent.offered", actor=actor, subject=draft, at=now)
    return draft


@action
def refuse_consent(
    *, actor: Actor, consent_id: UUID, words: str = "", now: datetime
) -> ConsentRefusal:
    """The client read the draft and does not sign. Nothing else changes for them."""
    draft = draft_to_sign(actor, consent_id)
    refusal: ConsentRefusal = ConsentRefusal.objects.create(
        client_id=draft.client_id,
        site_id=draft.site_id,
        kind=draft.kind,
        draft=draft,
        at=now,
        recorded_by_id=actor.worker_id,
        words=" ".join(words.split())[:300],
    )
    audit.record("consents.consent.refused", actor=actor, subject=draft, at=now, reason=draft.kind)
    return refusal
