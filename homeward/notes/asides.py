"""Reads of what was set aside: deleted drafts, voided notes, words that were replaced."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.documents.models import Document
from homeward.kernel.purposes import Purpose
from homeward.notes.models import ClientNote, EarlierWords, SettingAside, SignatureProof
from homeward.notes.queries import UNREAD

MOST = 60
SHOWN_FOR = timedelta(days=90)
LOOKING = Actor.of_service("notes.asides.papers")


@dataclass(frozen=True, slots=True)
class Aside:
    """A note that was set aside, with when, by whom and why."""

    note: ClientNote
    why: SettingAside


def set_aside_by(actor: Actor, now: datetime) -> list[Aside]:
    """What this person may bring back: their own notes, and those of whom they supervise."""
    own = ClientNote.kept.for_actor(actor, Purpose.TREATMENT).filter(author_id=actor.worker_id)
    supervised = ClientNote.kept.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
    recent = Q(set_aside_at__gte=now - SHOWN_FOR)
    rows = {
        note.pk: note
        for notes in (own, supervised.filter(signed_at__isnull=False))
        for note in notes.filter(recent)
        .select_related("client", "session__site", "author")
        .defer(*UNREAD, "client__phone")
        .order_by("-set_aside_at", "pk")[:MOST]
    }
    whys = reasons_of(actor, list(rows))
    found = [Aside(note, whys[note.pk]) for note in rows.values() if note.pk in whys]
    return sorted(found, key=lambda each: each.why.at, reverse=True)[:MOST]


def note_kept(actor: Actor, note_id: UUID) -> ClientNote:
    """One note with everything its page prints, set aside or not; DoesNotExist out of scope."""
    notes = ClientNote.kept.for_actor(actor, Purpose.TREATMENT)
    found: ClientNote = (
        notes.select_related(
            "client", "author", "signed_by", "objective", "cosignature__worker", "episode",
            "session__room", "session__session_type", "session__topic", "session__site",
            "session__program",
        )
        .defer("client__phone")
        .get(pk=note_id)
    )  # fmt: skip
    return found


def proofs_of(actor: Actor, note: ClientNote) -> dict[str, SignatureProof]:
    """What the signatures under a note stand on, by meaning."""
    rows = SignatureProof.objects.for_actor(actor, Purpose.TREATMENT).filter(note=note)
    return {row.meaning: row for row in rows.select_related("worker", "held")}


def voided_of_client(actor: Actor, client_id: UUID) -> list[Aside]:
    """Signed notes that were voided in this chart: that there was one, and why it left."""
    rows = ClientNote.kept.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client_id, set_aside_at__isnull=False, signed_at__isnull=False
    )
    notes = {
        note.pk: note
        for note in rows.select_related("session", "author")
        .defer(*UNREAD)
        .order_by("-on", "pk")[:MOST]
    }
    whys = reasons_of(actor, list(notes))
    return [Aside(note, whys[note.pk]) for note in notes.values() if note.pk in whys]


def not_standing(note_ids: Collection[UUID]) -> set[UUID]:
    """Which of these notes are set aside now, whoever asks: their papers are given to nobody."""
    rows = ClientNote.kept.for_actor(LOOKING, Purpose.OPERATIONS)
    aside = rows.filter(pk__in=list(note_ids), set_aside_at__isnull=False)
    return set(aside.values_list("pk", flat=True))


def holding_what_left(documents: Collection[Document]) -> set[UUID]:
    """Which of these files were made of a chart with a note in it that was voided since.

    Whether the days of the file hold it is not looked at: the file is made anew in one press.
    """
    rows = ClientNote.kept.for_actor(LOOKING, Purpose.OPERATIONS).filter(
        client_id__in={each.client_id for each in documents},
        signed_at__isnull=False, set_aside_at__isnull=False,
    )  # fmt: skip
    left = list(rows.values_list("client_id", "signed_at", "set_aside_at"))
    return {
        each.pk
        for each in documents
        for client_id, signed_at, set_aside_at in left
        if each.client_id == client_id and signed_at <= each.made_at <= set_aside_at
    }


def reasons_of(actor: Actor, note_ids: list[UUID]) -> dict[UUID, SettingAside]:
    """The last reason of each of these notes, by note."""
    if not note_ids:
        return {}
    rows = SettingAside.objects.for_actor(actor, Purpose.TREATMENT).filter(note__in=note_ids)
    return {row.note_id: row for row in rows.select_related("worker").order_by("at", "created_at")}


def history_of(actor: Actor, note: ClientNote) -> list[SettingAside]:
    """Each time a note was set aside or brought back, in order."""
    rows = SettingAside.objects.for_actor(actor, Purpose.TREATMENT).filter(note=note)
    return list(rows.select_related("worker").order_by("at", "created_at"))


def words_before(actor: Actor, note: ClientNote) -> list[EarlierWords]:
    """Words of a draft that something newer took the place of, the newest first."""
    rows = EarlierWords.objects.for_actor(actor, Purpose.TREATMENT).filter(note=note)
    return list(rows.order_by("-kept_at", "pk")[:MOST])
