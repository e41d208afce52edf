"""Signing what was drafted: the client, their guardian, or each of two with a half."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import (
    ConsentAlreadyRevoked,
    ConsentAlreadySigned,
    ConsentWasRefused,
    HalfThere,
    NameIsAnother,
    WitnessNeeded,
    WrittenAhead,
)
from homeward.consents.actions.sealing import fingerprint, refuse_defects
from homeward.consents.actions.signatories import Signatory, signatory_of
from homeward.consents.actions.signing import evidence_of
from homeward.consents.facts import ConsentSigned
from homeward.consents.models import Consent, ConsentRefusal, Revocation
from homeward.consents.rules.signing import is_same_name
from homeward.consents.terms import NEEDS_WITNESS
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

_service = Actor.of_service("consents")
# What both halves of one paper say alike.
SAID_ALIKE = (
    "client", "site_id", "kind", "contact_id", "party_id", "disclosers", "recipients", "purposes",
    "classes", "records_from", "records_to", "starts_at", "expires_at", "expires_on_event",
    "irrevocable_until_event", "designation", "members", "no_end_reason", "text_version",
    "text_hash", "language", "drafted_by_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ink:
    """A sheet signed in ink: the day written beside the name, and where the sheet is kept."""

    written_on: date
    kept_at: str


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
    guardianship_id: UUID | None = None,
    ink: Ink | None = None,
) -> Consent:
    """A name makes the draft a consent, from this instant; then it never changes.

    The client signs with their own name, or the guardian of `guardianship_id` with theirs. Where
    a minor and a parent must both sign, this is one half: it carries nothing alone, and the same
    paper waits for the other. Raises NameIsAnother, WitnessNeeded, GuardianUnproven, HalfThere,
    ConsentAlreadySigned, ConsentWasRefused, ConsentAlreadyRevoked, WrittenAhead, StaleVersion;
    NotAllowed for a guardian on the client's own account.
    """
    client = _held_client(actor, consent_id)
    draft = draft_to_sign(actor, consent_id)
    expect_version(draft, expected_version)
    if guardianship_id is not None and actor.kind == CLIENT:
        raise NotAllowed
    signatory = signatory_of(client, guardianship_id, now)
    _refuse_second_of_one_side(draft, signatory)
    if not is_same_name(signer_name, signatory.names):
        raise NameIsAnother
    if draft.kind in NEEDS_WITNESS and witness_id is None:
        raise WitnessNeeded
    if ink is not None and ink.written_on > local_day(now):
        raise WrittenAhead
    draft.signed_at, draft.signer_authority = now, signatory.authority
    draft.signer_contact_id, draft.is_half = signatory.contact_id, signatory.is_half
    refuse_defects(draft, signed=True)
    draft.change(
        signed_at=now,
        signer_name=" ".join(signer_name.split())[:120],
        signer_authority=signatory.authority,
        signer_contact_id=signatory.contact_id,
        signer_relation=signatory.relation,
        is_half=signatory.is_half,
        witnessed_by_id=witness_id,
        copy_given_at=now if copy_given else None,
        evidence=evidence_of(actor, place) | _inked(ink),
        text_hash=fingerprint(draft),
    )
    audit.record("consents.consent.signed", actor=actor, subject=draft, at=now, reason=draft.kind)
    if signatory.is_half and draft.beside_id is None:
        _other_half(actor, draft, signatory, now)
    announce(ConsentSigned(draft.pk, client.pk, draft.kind, now))
    return draft


def draft_to_sign(actor: Actor, consent_id: UUID) -> Consent:
    """The draft, held. Raises ConsentAlreadySigned, ConsentWasRefused."""
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    draft: Consent = rows.select_for_update(of=("self",)).get(pk=consent_id)
    if draft.signed_at is not None:
        raise ConsentAlreadySigned
    refused = ConsentRefusal.objects.for_actor(_service, Purpose.OPERATIONS)
    if refused.filter(draft=draft).exists():
        raise ConsentWasRefused
    return draft


def _held_client(actor: Actor, consent_id: UUID) -> Client:
    """The client's row, held: what is decided about sending comes before this signature or after.

    The client first, then the consent, as in revoking and disclosing.
    """
    rows = Consent.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    clients = Client.objects.for_actor(_service, Purpose.TREATMENT)
    held = clients.select_related("site").select_for_update(of=("self",), no_key=True)
    return held.get(pk=rows.get(pk=consent_id).client_id)  # type: ignore[no-any-return]


def _refuse_second_of_one_side(draft: Consent, signatory: Signatory) -> None:
    """The second half is the other's, and only while the first stands."""
    if draft.beside_id is None:
        return
    rows = Consent.objects.for_actor(_service, Purpose.TREATMENT)
    first = rows.get(pk=draft.beside_id)
    if signatory.is_half and first.signer_authority == signatory.authority:
        raise HalfThere
    revoked = Revocation.objects.for_actor(_service, Purpose.TREATMENT)
    if revoked.filter(consent_id=first.pk).exists():
        raise ConsentAlreadyRevoked


def _other_half(actor: Actor, signed: Consent, signatory: Signatory, now: datetime) -> None:
    """The same paper for who has not signed; on the client's phone where it was put there."""
    other = Consent(
        **{name: getattr(signed, name) for name in SAID_ALIKE},
        beside=signed,
        offered_at=signed.offered_at if signatory.authority == "guardian" else None,
    )
    other.save()
    audit.record(
        "consents.consent.drafted", actor=actor, subject=other, at=now, reason="other_half"
    )


def _inked(ink: Ink | None) -> dict[str, Any]:
    if ink is None:
        return {}
    return {
        "written_on": ink.written_on.isoformat(),
        "kept_at": " ".join(ink.kept_at.split())[:120],
    }
