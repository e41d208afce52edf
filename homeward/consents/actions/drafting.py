"""A consent before it is signed: drafted, offered, signed or refused."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import (
    ConsentAlreadySigned,
    ConsentKindUnknown,
    ConsentWasRefused,
    GuardianMustSign,
    NameIsAnother,
    OpenEndUnexplained,
    WitnessNeeded,
)
from homeward.consents.actions.sealing import fingerprint, refuse_defects
from homeward.consents.actions.signatories import signatory_of
from homeward.consents.actions.signing import contact_for, evidence_of, recipients_of
from homeward.consents.actions.through import members_named
from homeward.consents.facts import ConsentSigned
from homeward.consents.models import Consent, ConsentRefusal, OutsideParty
from homeward.consents.queries import DISCLOSER
from homeward.consents.rules.signing import is_same_name
from homeward.consents.terms import NEEDS_WITNESS, TERMS
from homeward.consents.texts import VERSION, language_for
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


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
    party = OutsideParty.objects.get(pk=party_id) if usual.names_party and party_id else None
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
    draft = _draft(actor, consent_id)
    if draft.kind in NEEDS_WITNESS:
        raise WitnessNeeded
    if draft.offered_at is None:
        draft.change(offered_at=now)
        audit.record("consents.consent.offered", actor=actor, subject=draft, at=now)
    return draft


@action
def sign_draft(
    *,
    actor: Actor,
    consent_id: UUID,
    signer_name: str,
    now: datetime,
    witness_id: UUID | None = None,
    copy_given: bool = True,
    place: str = "",
    expected_version: int | None = None,
) -> Consent:
    """The client's own name makes the draft a consent, from this instant; then it never changes."""
    client = _held_client(actor, consent_id)
    draft = _draft(actor, consent_id)
    expect_version(draft, expected_version)
    signatory = signatory_of(client, None, now)
    if signatory.is_half:
        raise GuardianMustSign
    if not is_same_name(signer_name, signatory.names):
        raise NameIsAnother
    if draft.kind in NEEDS_WITNESS and witness_id is None:
        raise WitnessNeeded
    draft.signed_at, draft.signer_authority = now, signatory.authority
    refuse_defects(draft, signed=True)
    draft.change(
        signed_at=now,
        signer_name=" ".join(signer_name.split())[:120],
        signer_authority=signatory.authority,
        witnessed_by_id=witness_id,
        copy_given_at=now if copy_given else None,
        evidence=evidence_of(actor, place),
        text_hash=fingerprint(draft),
    )
    audit.record("consents.consent.signed", actor=actor, subject=draft, at=now, reason=draft.kind)
    announce(ConsentSigned(draft.pk, client.pk, draft.kind, now))
    return draft


@action
def refuse_consent(
    *, actor: Actor, consent_id: UUID, words: str = "", now: datetime
) -> ConsentRefusal:
    """The client read the draft and does not sign. Nothing else changes for them."""
    draft = _draft(actor, consent_id)
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


def _held_client(actor: Actor, consent_id: UUID) -> Client:
    """The client's row, held: what is decided about sending comes before this signature or after.

    The client first, then the consent, as in revoking and disclosing.
    """
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    clients = Client.objects.for_actor(Actor.of_service("consents"), Purpose.TREATMENT)
    held = clients.select_related("site").select_for_update(of=("self",), no_key=True)
    return held.get(pk=rows.get(pk=consent_id).client_id)  # type: ignore[no-any-return]


def _draft(actor: Actor, consent_id: UUID) -> Consent:
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    draft: Consent = rows.select_for_update(of=("self",)).get(pk=consent_id)
    if draft.signed_at is not None:
        raise ConsentAlreadySigned
    service = Actor.of_service("consents")
    if ConsentRefusal.objects.for_actor(service, Purpose.OPERATIONS).filter(draft=draft).exists():
        raise ConsentWasRefused
    return draft
