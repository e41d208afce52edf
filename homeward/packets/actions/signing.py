"""Signing one paper, refusing it: each signature with what proves it, once and for good."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.consents.rules.signing import is_same_name
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, STAFF, Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.packets import duties
from homeward.packets.actions.answers import answers_to, asks
from homeward.packets.actions.refusals import (
    NotAskedToSign,
    PaperSettled,
    ProofTooOld,
    RefusalWithoutReason,
    SignedBefore,
    SignerNameWrong,
    SignsUnderAnotherRole,
    WitnessMissing,
)
from homeward.packets.actions.whose import Signatory, sign_the_consent, signatory_for
from homeward.packets.facts import PaperSigned
from homeward.packets.library import content_hash, papers, spoken
from homeward.packets.models import PacketItem, PacketRefusal, PacketSignature
from homeward.packets.queries import SERVICE, item_for, plain
from homeward.packets.rules.papers import CLIENT as BY_CLIENT
from homeward.packets.rules.papers import GUARDIAN, PHYSICIAN, WITNESS, Paper
from homeward.packets.rules.papers import STAFF as BY_STAFF
from homeward.packets.rules.signers import still_missing
from homeward.people.models import Contact
from homeward.staff.models import Worker

FRESH_FOR = timedelta(minutes=30)
SHORTEST_REASON = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How it is known who signed: where, by what, and when that was shown."""

    place: str
    by: str
    at: datetime
    link_id: UUID | None = None
    written_on: date | None = None


@action
def sign_paper(
    *,
    actor: Actor,
    item_id: UUID,
    who: str,
    signer_name: str,
    proof: Proof,
    now: datetime,
    answers: Mapping[str, str] | None = None,
    language: str = "",
    witness_id: UUID | None = None,
    copy_given: bool = True,
    expected_version: int | None = None,
) -> PacketItem:
    """Keep one signature, and a witness's beside it; the paper settles with the last one.

    A paper that is a consent is signed in the consents room, with its own words and checks.
    """
    by_worker = who in (BY_STAFF, PHYSICIAN)
    signatory = Signatory()
    item = _to_sign(actor, item_id, by_worker)
    expect_version(item, expected_version)
    paper = papers()[item.paper]
    if who not in item.signers or who == WITNESS:
        raise NotAskedToSign
    if not timedelta(0) <= now - proof.at <= FRESH_FOR:
        raise ProofTooOld
    there = {each.who for each in _signatures(item)}
    if who in there:
        raise SignedBefore
    if WITNESS in item.signers and WITNESS not in there and not by_worker and witness_id is None:
        raise WitnessMissing
    kept = answers_to(paper, answers or {}) if asks(paper, who) else {}
    if by_worker:
        signer_name = _worker_name(actor, paper, who)
    else:
        signatory = signatory_for(item, who, now)
        if not is_same_name(signer_name, signatory.names):
            raise SignerNameWrong
    tongue = spoken(language or item.client.language)
    if paper.consent and who in (BY_CLIENT, GUARDIAN):
        sign_the_consent(
            actor=actor, item=item, kind=paper.consent, name=signer_name, signatory=signatory,
            place=proof.place, language=tongue, witness_id=witness_id, copy_given=copy_given,
            now=now,
        )  # fmt: skip
        item.refresh_from_db(fields=["settled_at", "settled_as", "consent_id", "version"])
    _keep(
        item, paper, who, plain(signer_name), proof, kept, tongue, actor, copy_given, now,
        worker_id=actor.worker_id if by_worker else None, signatory=signatory,
    )  # fmt: skip
    if witness_id is not None and WITNESS not in there:
        witness = Worker.objects.get(pk=witness_id)
        _keep(
            item, paper, WITNESS, witness.name, replace(proof, by="password"), {}, tongue, actor,
            False, now, worker_id=witness.pk,
        )  # fmt: skip
    announce(
        PaperSigned(
            item.pk, item.client_id, item.paper, item.text_version, who, plain(signer_name),
            tongue, now,
        )
    )  # fmt: skip
    _after(item, paper, kept, who)
    _settle_when_whole(item, actor, now)
    return item


@action
def refuse_paper(*, actor: Actor, item_id: UUID, reason: str, now: datetime) -> PacketRefusal:
    """Record that the paper was read and not signed. Care goes on; it may be offered again."""
    item = _to_sign(actor, item_id, False)
    if len(reason.strip()) < SHORTEST_REASON:
        raise RefusalWithoutReason
    row: PacketRefusal = PacketRefusal.objects.create(
        item=item,
        client_id=item.client_id,
        site_id=item.site_id,
        at=now,
        recorded_by_id=actor.worker_id,
        reason=reason.strip()[:1000],
    )
    item.change(settled_at=now, settled_as=PacketItem.Ending.REFUSED)
    duties.close(item, actor, now)
    audit.record("packets.paper.refused", actor=actor, subject=item, at=now, reason=item.paper)
    return row


def may_sign_as(paper: Paper, actor: Actor, who: str) -> bool:
    """Whether a worker's roles sign this paper in that place."""
    if actor.kind != STAFF or actor.worker_id is None:
        return False
    roles = {"physician"} if who == PHYSICIAN else set(paper.staff_roles)
    return bool(roles & {role.value for role in actor.roles})


def _to_sign(actor: Actor, item_id: UUID, by_worker: bool) -> PacketItem:
    """The paper, locked. A worker's own signature asks to read it; all else asks to write it."""
    if by_worker:
        item_for(actor, item_id, Access.READ)
        item = item_for(SERVICE, item_id, Access.WRITE, lock=True)
    else:
        item = item_for(actor, item_id, Access.WRITE, lock=True)
    if item.settled_at is not None:
        raise PaperSettled
    return item


def _signatures(item: PacketItem) -> list[PacketSignature]:
    rows = PacketSignature.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    return list(rows.filter(item=item))


def _worker_name(actor: Actor, paper: Paper, who: str) -> str:
    if actor.worker_id is None:
        raise NotAllowed
    if not may_sign_as(paper, actor, who):
        raise SignsUnderAnotherRole
    return str(Worker.objects.get(pk=actor.worker_id).name)


def _keep(
    item: PacketItem,
    paper: Paper,
    who: str,
    name: str,
    proof: Proof,
    answers: Mapping[str, str],
    language: str,
    actor: Actor,
    copy_given: bool,
    now: datetime,
    *,
    worker_id: UUID | None = None,
    signatory: Signatory | None = None,
) -> None:
    row = PacketSignature.objects.create(
        item=item,
        client_id=item.client_id,
        site_id=item.site_id,
        who=who,
        meaning=paper.meaning,
        name=name[:120],
        authority=signatory.authority if signatory else "",
        relation=signatory.relation if signatory else "",
        worker_id=worker_id,
        at=now,
        written_on=proof.written_on,
        place=proof.place,
        proof=proof.by,
        proven_at=proof.at,
        account_id=actor.account_id,
        link_id=proof.link_id,
        text_version=item.text_version,
        language=language,
        content_hash=content_hash(
            paper=paper,
            version=item.text_version,
            language=language,
            client_id=str(item.client_id),
            who=who,
            name=name[:120],
            answers=answers,
        ),
        answers=json.dumps(dict(answers), ensure_ascii=False, sort_keys=True) if answers else "",
        copy_given_at=now if copy_given else None,
    )
    audit.record("packets.paper.signed", actor=actor, subject=row, at=now, reason=item.paper)


def _after(item: PacketItem, paper: Paper, answers: Mapping[str, str], who: str) -> None:
    """The person named for an emergency stands among the client's people from now on."""
    if (
        paper.code != "emergency_contact"
        or not answers.get("name")
        or who not in (CLIENT, GUARDIAN)
    ):
        return
    rows = Contact.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    same = rows.filter(client_id=item.client_id, kind=Contact.Kind.EMERGENCY)
    found = same.filter(name=answers["name"]).first()
    told = {"relation": answers.get("relation", "")[:60], "phone": answers.get("phone", "")[:40]}
    if found is not None:
        found.change(**told)
        return
    Contact.objects.create(
        client_id=item.client_id,
        site_id=item.site_id,
        kind=Contact.Kind.EMERGENCY,
        name=answers["name"][:120],
        **told,
    )


def _settle_when_whole(item: PacketItem, actor: Actor, now: datetime) -> None:
    if item.settled_at is None:
        if still_missing(item.signers, [each.who for each in _signatures(item)]):
            return
        item.change(settled_at=now, settled_as=PacketItem.Ending.SIGNED)
    duties.close(item, actor, now)
