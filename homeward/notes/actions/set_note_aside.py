"""A note leaves its chart's notes, or comes back: drafts deleted, signed notes voided."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.accounts.freshness import expect_fresh
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.notes.drafting import people_of
from homeward.notes.facts import NoteCameBack, NoteSetAside
from homeward.notes.models import ClientNote, SettingAside
from homeward.notes.proofs import held_at
from homeward.notes.rules.asides import ALLOWED, Aside, deleting, restoring, voiding
from homeward.notes.rules.names import names_found

ASIDE = Actor.of_service("notes.asides")


class CannotSetAside(Refusal):
    """Its arguments are what is in the way, `decision` every line."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(*(line.code for line in decision.lines(State.NOT_MET)))


class UnknownReason(Refusal):
    """A reason nobody offers."""


@action
def delete_draft(
    *,
    actor: Actor,
    note_id: UUID,
    now: datetime,
    reason: str = SettingAside.Reason.NOT_NEEDED,
    expected_version: int | None = None,
) -> ClientNote:
    """Take a draft out of its chart; its author brings it back whenever they want.

    Raises CannotSetAside, UnknownReason, StaleVersion; ClientNote.DoesNotExist out of reach.
    """
    note = _reached(actor, note_id, Access.WRITE)
    _expect(deleting(_aside(actor, note)))
    expect_version(note, expected_version)
    return _moved(actor, note, SettingAside.Kind.DELETED, reason, "", now)


@action
def void_note(
    *,
    actor: Actor,
    note_id: UUID,
    reason: str,
    words: str,
    authenticated_at: datetime | None,
    now: datetime,
    expected_version: int | None = None,
) -> ClientNote:
    """Take a signed note out of its chart's notes, visibly, with a reason; it is never deleted.

    The reason names no client: neither chart may tell of the other. Raises CannotSetAside,
    UnknownReason, NotFresh, StaleVersion; ClientNote.DoesNotExist out of reach.
    """
    note = _reached(actor, note_id, Access.SIGN, Access.APPROVE)
    _expect(voiding(_aside(actor, note, words)))
    expect_fresh(authenticated_at, now)
    expect_version(note, expected_version)
    return _moved(actor, note, SettingAside.Kind.VOIDED, reason, words, now)


@action
def restore_note(
    *,
    actor: Actor,
    note_id: UUID,
    now: datetime,
    words: str = "",
    authenticated_at: datetime | None = None,
    expected_version: int | None = None,
) -> ClientNote:
    """Bring a deleted draft or a voided note back as it was; a signed one needs a reason.

    A draft that took its place meanwhile is set aside in turn, and can be brought back as well.
    Raises CannotSetAside, NotFresh, StaleVersion; ClientNote.DoesNotExist out of reach.
    """
    note = _reached(actor, note_id, Access.WRITE, Access.APPROVE)
    another = _in_its_place(note)
    is_signed_there = another is not None and another.signed_at is not None
    _expect(restoring(_aside(actor, note, words, another_is_signed=is_signed_there)))
    if note.signed_at is not None:
        expect_fresh(authenticated_at, now)
    expect_version(note, expected_version)
    if another is not None:
        _moved(
            actor, another, SettingAside.Kind.DELETED, SettingAside.Reason.WRITTEN_TWICE, "", now
        )
    return _moved(
        actor, note, SettingAside.Kind.RESTORED, SettingAside.Reason.BY_MISTAKE, words, now
    )


def _reached(actor: Actor, note_id: UUID, *accesses: Access) -> ClientNote:
    for access in accesses:
        rows = ClientNote.kept.for_actor(actor, Purpose.TREATMENT, to=access)
        note: ClientNote | None = (
            rows.select_for_update(of=("self",))
            .select_related("session__site", "client")
            .filter(pk=note_id)
            .first()
        )
        if note is not None:
            return note
    raise ClientNote.DoesNotExist


def _aside(actor: Actor, note: ClientNote, words: str = "", **more: bool) -> Aside:
    approving = ClientNote.kept.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
    is_author = note.author_id == actor.worker_id
    return Aside(
        is_signed=note.signed_at is not None,
        is_aside=note.set_aside_at is not None,
        is_author=is_author,
        approves=not is_author and approving.filter(pk=note.pk).exists(),
        words=words,
        names_somebody=bool(words and names_found(words, people_of(note.session))),
        **more,
    )


def _in_its_place(note: ClientNote) -> ClientNote | None:
    rows = ClientNote.objects.for_actor(ASIDE, Purpose.TREATMENT)
    found: ClientNote | None = (
        rows.select_for_update(of=("self",))
        .filter(session_id=note.session_id, client_id=note.client_id)
        .exclude(pk=note.pk)
        .first()
    )
    return found


def _moved(
    actor: Actor, note: ClientNote, kind: str, reason: str, words: str, now: datetime
) -> ClientNote:
    if reason not in SettingAside.Reason.values:
        raise UnknownReason
    held = held_at(note, actor.worker_id, now)
    why = SettingAside.objects.create(
        client_id=note.client_id, site_id=note.site_id, note=note, kind=kind, reason=reason,
        words=words.strip(), author_id=note.author_id, worker_id=actor.worker_id,
        credential=held.title if held else "", at=now, content_hash=note.content_hash,
    )  # fmt: skip
    is_back = kind == SettingAside.Kind.RESTORED
    note.change(set_aside_at=None if is_back else now)
    audit.record(f"notes.note.{kind}", actor=actor, subject=note, at=now, reason=reason)
    fact = NoteCameBack if is_back else NoteSetAside
    is_signed = note.signed_at is not None
    announce(fact(note.pk, note.client_id, note.session_id, is_signed, why.pk, now, actor))
    return note


def _expect(decision: Decision) -> None:
    if decision.outcome != ALLOWED:
        raise CannotSetAside(decision)
