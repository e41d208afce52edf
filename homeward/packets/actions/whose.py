"""Whose signature a paper takes: the client, or the guardian by the right that was seen."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.consents.actions import sign_consent
from homeward.consents.actions.refusals import NameIsAnother
from homeward.consents.facts_of.signers import own_authority
from homeward.core.actors import Actor
from homeward.packets.actions.refusals import (
    CapacityMissing,
    GuardianNotNamed,
    NotAskedToSign,
    SignerNameWrong,
)
from homeward.packets.capacity import may_sign_now
from homeward.packets.models import PacketItem
from homeward.packets.rules.papers import CLIENT, GUARDIAN


@dataclass(frozen=True, slots=True)
class Signatory:
    """The names that sign, by what right; for a guardian what they are to the client."""

    names: tuple[str, ...] = ()
    authority: str = ""
    relation: str = ""
    guardianship_id: UUID | None = None


def signatory_for(item: PacketItem, who: str, now: datetime) -> Signatory:
    """The right person, and for the client the capacity to sign now.

    Raises GuardianNotNamed where a guardian signs and nobody wrote down who and by what right.
    """
    client = item.client
    if who == CLIENT:
        if not may_sign_now(client, now):
            raise CapacityMissing
        authority, _is_half = own_authority(client, now)
        return Signatory((client.name, client.preferred_name), authority)
    if who != GUARDIAN:
        raise NotAskedToSign
    right = item.packet.guardianship
    if right is None or (right.ends_at is not None and right.ends_at <= now):
        raise GuardianNotNamed
    return Signatory((right.contact.name,), "guardian", right.relation, right.pk)


def sign_the_consent(
    *,
    actor: Actor,
    item: PacketItem,
    kind: str,
    name: str,
    signatory: Signatory,
    place: str,
    language: str,
    witness_id: UUID | None,
    copy_given: bool,
    now: datetime,
) -> None:
    """Take the consent in its own room; the packet's listener settles the paper when it is whole.

    Where the client and a parent both sign, each signature is a consent of its own and one half.
    """
    try:
        sign_consent(
            actor=actor,
            client_id=item.client_id,
            kind=kind,
            signer_name=name,
            language=language,
            witness_id=witness_id,
            copy_given=copy_given,
            place=place,
            guardianship_id=signatory.guardianship_id,
            both_sign={CLIENT, GUARDIAN} <= set(item.signers),
            now=now,
        )
    except NameIsAnother as wrong:
        raise SignerNameWrong from wrong
