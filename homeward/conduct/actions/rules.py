"""Writing the program's rules, publishing an edition, and a client's signature under it."""

import hashlib
import json
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from homeward import audit
from homeward.conduct.actions.refusals import NothingPublished, RulesFaulty, WordsMissing
from homeward.conduct.first_edition import first_words
from homeward.conduct.models import RulesEdition, RulesSignature
from homeward.conduct.reaching import edition_in_force, every, program_for
from homeward.conduct.rules.wording import faults_between, read_rules
from homeward.consents.rules.signing import is_same_name
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import CLIENT, SERVICE, Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.program.models import Program


def writes_rules(actor: Actor) -> bool:
    """Whether the actor writes drafts of the rules; the same as of the public words."""
    return actor.kind == SERVICE or may(actor.roles, RecordClass.PUBLIC, Access.APPROVE)


@action
def start_rules_draft(*, actor: Actor, program_id: UUID, now: datetime) -> RulesEdition:
    """Begin the next edition from the one in force; the first from what the program holds.

    The first is made of the rules in the program's file and of the paper of the packet. An open
    draft is simply returned.
    """
    if not writes_rules(actor):
        raise NotAllowed
    program = Program.objects.select_for_update(of=("self",)).get(pk=program_id)
    rows = RulesEdition.objects.filter(program=program)
    if (draft := rows.filter(published_at=None).first()) is not None:
        return draft
    base = edition_in_force(program)
    english, spanish = (base.english, base.spanish) if base else first_words(program)
    draft = RulesEdition.objects.create(
        program=program,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        english=english,
        spanish=spanish,
        made_at=now,
        made_by_id=actor.worker_id,
    )
    audit.record("conduct.rules.draft_started", actor=actor, subject=draft, at=now)
    return draft


@action
def save_rules_draft(
    *,
    actor: Actor,
    edition_id: UUID,
    english: str,
    spanish: str,
    now: datetime,
    note: str = "",
    asks_again: bool = True,
    expected_version: int | None = None,
) -> RulesEdition:
    """Keep the words typed so far, sound or not; clients read the edition in force meanwhile."""
    if not writes_rules(actor):
        raise NotAllowed
    draft = RulesEdition.objects.select_for_update().get(pk=edition_id, published_at=None)
    expect_version(draft, expected_version)
    values = {
        "english": english, "spanish": spanish, "note": note.strip()[:200],
        "asks_again": asks_again,
    }  # fmt: skip
    changed = {name: value for name, value in values.items() if getattr(draft, name) != value}
    if changed:
        draft.change(**changed, made_at=now, made_by_id=actor.worker_id)
        audit.record(
            "conduct.rules.draft_saved", actor=actor, subject=draft, at=now, fields=tuple(changed)
        )
    return draft


@action
def publish_rules(
    *, actor: Actor, edition_id: UUID, now: datetime, expected_version: int | None = None
) -> RulesEdition:
    """Put the draft in force; it never changes again. Clients are asked to sign it.

    Raises RulesFaulty with what is wrong, WordsMissing without a note on what changed.
    """
    if not writes_rules(actor):
        raise NotAllowed
    draft = RulesEdition.objects.select_for_update().get(pk=edition_id, published_at=None)
    expect_version(draft, expected_version)
    english, spanish = read_rules(draft.english), read_rules(draft.spanish)
    faults = (*english.faults, *spanish.faults, *faults_between(english, spanish))
    if faults:
        raise RulesFaulty(*dict.fromkeys(code for code, _where in faults))
    if draft.number > 1 and not draft.note:
        raise WordsMissing("rules_note_missing")
    draft.change(published_at=now, published_by_id=actor.worker_id)
    audit.record("conduct.rules.published", actor=actor, subject=draft, at=now)
    return draft


@action
def sign_rules(
    *, actor: Actor, edition_id: UUID, signer_name: str, language: str, now: datetime
) -> RulesSignature:
    """The client signs the edition in force with their name; twice is once.

    Raises WordsMissing where the name is not theirs, NothingPublished for an edition that is not
    the one in force.
    """
    if actor.kind != CLIENT or actor.client_id is None:
        raise NotAllowed
    client: Client = every(Client).select_related("site").get(pk=actor.client_id)
    edition = edition_in_force(program_for(client.pk))
    if edition is None or edition.pk != edition_id:
        raise NothingPublished("no_rules_in_force")
    if not is_same_name(signer_name, (client.name,)):
        raise WordsMissing("signer_name_wrong")
    return keep_signature(
        actor=actor, client=client, edition=edition, name=signer_name, language=language,
        place="phone", now=now,
    )  # fmt: skip


def keep_signature(
    *,
    actor: Actor,
    client: Client,
    edition: RulesEdition,
    name: str,
    language: str,
    place: str,
    now: datetime,
    item_id: UUID | None = None,
) -> RulesSignature:
    """One signature a client and edition; the caller proved who signs."""
    held = every(RulesSignature).filter(client_id=client.pk, edition=edition).first()
    if held is not None:
        return held  # type: ignore[no-any-return]
    tongue = "es" if language[:2] == "es" else "en"
    words = edition.spanish if tongue == "es" else edition.english
    row: RulesSignature = RulesSignature.objects.create(
        client=client,
        site_id=client.site_id,
        edition=edition,
        at=now,
        name=" ".join(name.split())[:120],
        language=tongue,
        place=place,
        content_hash=signed_hash(words, str(client.pk), name),
        item_id=item_id,
    )
    audit.record("conduct.rules.signed", actor=actor, subject=row, at=now)
    return row


def signed_hash(words: str, client_id: str, name: str) -> str:
    """The digest of what was signed: the very words, by whom."""
    said = json.dumps([words, client_id, " ".join(name.split())], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()
