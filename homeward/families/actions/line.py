"""The send-only line: taken from anybody in one way, laid to a client later, closed by a person.

Taking looks nobody up. Whether a client is named is found out afterwards by the worker, so that
the answer and the time it takes are the same for every name (42 CFR 2.13).
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core import outbox
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed
from homeward.families import duties
from homeward.families import words as said
from homeward.families.actions.refusals import EndUnclear, LineUnclear, NobodyOnTeam, WordClosed
from homeward.families.models import SentIn, Urgency, Word
from homeward.families.reaching import SERVICE, contacts_of_account, due_of, hearer_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.people.models import Client
from homeward.program.models import Site

ROUTE = "families.route"
LONGEST = 2000


@action
def send_in(
    *,
    actor: Actor,
    urgency: str,
    words: str,
    now: datetime,
    about: str = "",
    sender: str = "",
    site_id: UUID | None = None,
) -> SentIn:
    """Keep what somebody tells the team. Nothing is looked up and nothing ever goes back.

    A family account is kept with it; from the public page there is none. Raises LineUnclear.
    """
    wrong = {
        "told_urgency_missing": urgency not in Urgency.values,
        "told_words_missing": not words.strip(),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise LineUnclear(*codes)
    sites = Site.objects.order_by("code")
    site = sites.get(pk=site_id) if site_id else sites.first()
    if site is None:
        raise LineUnclear("told_words_missing")
    row: SentIn = SentIn.objects.create(
        site=site, sent_at=now, urgency=urgency, due_at=due_of(urgency, now, site.time_zone),
        account_id=actor.account_id, sender=sender.strip()[:120], about=about.strip()[:120],
        words=words.strip()[:LONGEST],
    )  # fmt: skip
    audit.record("families.sent.taken", actor=actor, subject=row, at=now)
    outbox.send(ROUTE, key=f"{ROUTE}:{row.pk}", payload={"sent_id": str(row.pk)}, now=now)
    return row


@action
def place_sent(
    *,
    actor: Actor,
    sent_id: UUID,
    client_id: UUID,
    now: datetime,
    expected_version: int | None = None,
) -> Word:
    """Somebody of staff says whom it is about; it goes to that client's team and leaves this desk.

    Raises SentIn.DoesNotExist, Client.DoesNotExist out of reach, WordClosed, NobodyOnTeam.
    """
    row = locked_sent(actor, sent_id, expected_version)
    clients = Client.objects.for_actor(actor, Purpose.INTERNAL_CARE, to=Access.MINIMAL)
    client = clients.get(pk=client_id)
    return lay_to(actor, row, client.pk, now)


@action
def close_sent(
    *,
    actor: Actor,
    sent_id: UUID,
    disposition: str,
    now: datetime,
    note: str = "",
    expected_version: int | None = None,
) -> SentIn:
    """Close a word that belongs to nobody in care here. Raises WordClosed, EndUnclear."""
    row = locked_sent(actor, sent_id, expected_version)
    _whole_end(said.SENT_DISPOSITIONS, disposition, note)
    row.change(
        closed_at=now, closed_by_id=actor.worker_id, disposition=disposition,
        note=note.strip()[:600],
    )  # fmt: skip
    audit.record("families.sent.closed", actor=actor, subject=row, at=now, reason=disposition)
    return row


@action
def close_word(
    *,
    actor: Actor,
    word_id: UUID,
    disposition: str,
    now: datetime,
    note: str = "",
    expected_version: int | None = None,
) -> Word:
    """Say what was done about a word; its duty ends with it. Raises WordClosed, EndUnclear."""
    rows = Word.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row: Word = rows.select_for_update(of=("self",)).get(pk=word_id)
    expect_version(row, expected_version)
    if row.closed_at is not None:
        raise WordClosed("word_is_closed")
    _whole_end(said.DISPOSITIONS, disposition, note)
    row.change(
        closed_at=now, closed_by_id=actor.worker_id, disposition=disposition,
        note=note.strip()[:600],
    )  # fmt: skip
    audit.record("families.word.closed", actor=actor, subject=row, at=now, reason=disposition)
    duties.end(actor=actor, kind=duties.WORD, row=row, now=now)
    return row


def locked_sent(actor: Actor, sent_id: UUID, expected_version: int | None = None) -> SentIn:
    """A word that waits for somebody to lay it to a client, locked."""
    rows = SentIn.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE)
    row: SentIn = rows.select_for_update(of=("self",)).get(pk=sent_id)
    expect_version(row, expected_version)
    if row.placed_at is not None or row.closed_at is not None:
        raise WordClosed("word_is_closed")
    return row


def lay_to(
    actor: Actor, row: SentIn, client_id: UUID, now: datetime, decision: Decision | None = None
) -> Word:
    """The word becomes the team's: its text moves, so that the desk no longer keeps it."""
    if actor.kind not in ("staff", "service"):
        raise NotAllowed
    clients = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).select_related("site")
    client: Client = clients.get(pk=client_id)
    owner_id = hearer_of(client.pk, now)
    if owner_id is None:
        raise NobodyOnTeam("told_nobody_on_team")
    beside = {each.client_id: each for each in contacts_of_account(row.account_id)}
    word: Word = Word.objects.create(
        client=client, site_id=client.site_id, sent=row, contact=beside.get(client.pk),
        sent_at=row.sent_at, urgency=row.urgency,
        due_at=due_of(row.urgency, now, client.site.time_zone), sender=row.sender,
        about=row.about, words=row.words, owner_id=owner_id, placed_by_id=actor.worker_id,
        decision=decision.to_json() if decision else None,
    )  # fmt: skip
    emptied: dict[str, Any] = {"sender": "", "about": "", "words": ""}
    row.change(placed_at=now, routed_at=row.routed_at or now, **emptied)
    audit.record("families.word.placed", actor=actor, subject=word, at=now)
    duties.open_for_word(word, client, now)
    return word


def _whole_end(words: said.Words, disposition: str, note: str) -> None:
    if disposition not in words:
        raise EndUnclear("word_end_unknown")
    if disposition in said.NEED_NOTE and not note.strip():
        raise EndUnclear("word_note_missing")
