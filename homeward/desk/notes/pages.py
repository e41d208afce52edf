"""What one note prints: its parts, its signatures, what was added beneath."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Signature
from homeward.desk.clients.reach import initials_for, short_name_for
from homeward.desk.notes.answers import answers_of
from homeward.desk.notes.asides import AsideActs, VoidMark, acts_for, mark_of
from homeward.desk.notes.forms import AddendumForm, AnewForm, DeleteForm, RestoreForm, SignForm
from homeward.desk.notes.honest import Honest, Piece, honest_of
from homeward.desk.notes.verifying import verify
from homeward.desk.plans.links import thread_url
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.notes import choices
from homeward.notes.asides import note_kept
from homeward.notes.choices import meaning_of
from homeward.notes.correction_words import PART_WORDS
from homeward.notes.drafting import SessionDrafting
from homeward.notes.models import Addendum, ClientNote, CoSignature
from homeward.notes.queries import addenda_of, shared_part
from homeward.notes.rules.signing import READY, signing_of


@dataclass(frozen=True, slots=True)
class Added:
    """One addition beneath a note."""

    title: str
    body: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class NotePage:
    """Everything a note's template prints."""

    note_id: UUID
    title: str
    subline: str
    print_initials: str
    record_number: str
    chart_url: str
    notes_url: str
    facts: tuple[Fact, ...]
    shared: str
    pieces: tuple[Piece, ...]
    is_signed: bool
    is_intact: bool
    changed: tuple[str, ...]
    verification_url: str
    signatures: tuple[Signature, ...]
    added: tuple[Added, ...]
    decision: Decision | None
    is_ready: bool
    honest: Honest | None
    is_mine: bool
    edit_url: str
    void: VoidMark | None
    acts: AsideActs
    sign_form: SignForm | None
    cosign_form: SignForm | None
    addendum_form: AddendumForm | None

    @property
    def addendum_begun(self) -> bool:
        """Whether somebody wrote in it before."""
        form = self.addendum_form
        return form is not None and (form.is_bound or bool(form.initial))


def note_page(
    actor: Actor,
    note_id: UUID,
    now: datetime,
    *,
    is_fresh: bool,
    sign_form: SignForm | None = None,
    cosign_form: SignForm | None = None,
    addendum_form: AddendumForm | None = None,
    delete_form: DeleteForm | None = None,
    restore_form: RestoreForm | None = None,
    anew_form: AnewForm | None = None,
    shows_written: bool = False,
) -> NotePage:
    """One note with everything around it; ClientNote.DoesNotExist out of scope.

    Of a voided note its words are shown only where `shows_written` is asked for by its author or
    who supervises them: they may tell of somebody else.
    """
    note = note_kept(actor, note_id)
    session = note.session
    zone = ZoneInfo(session.site.time_zone)
    is_signed = note.signed_at is not None
    is_mine = note.author_id == actor.worker_id
    is_aside = note.set_aside_at is not None
    decision: Decision | None = None
    honest: Honest | None = None
    minutes, is_intact = note.minutes, False
    changed: tuple[str, ...] = ()
    if is_signed:
        shared = shared_part(session)
        shared_text = shared.body if shared else ""
        checked, _proofs = verify(actor, note)
        is_intact, changed = checked.is_intact, checked.changed
    else:
        drafting = _drafting(actor, note, now)
        shared_text = drafting.shared_text
        draft = drafting.draft_of(note)
        decision, honest = signing_of(draft), honest_of(note, drafting)
        minutes = draft.minutes or 0
    approves = is_signed and not is_mine and _may_cosign(actor, note)
    cosignature = _cosignature(note)
    may_cosign = approves and cosignature is None and not is_aside
    sees_written = not is_aside or (shows_written and (is_mine or approves))
    return NotePage(
        note_id=note.pk,
        title=_("Note: %(session)s") % {"session": session.name},
        subline=_subline(actor, note, zone),
        print_initials=initials_for(actor, note.client),
        record_number=note.client.chart_number,
        chart_url=reverse("desk:chart", args=[note.client_id]),
        notes_url=reverse("desk:chart_notes", args=[note.client_id]),
        facts=_facts(actor, note, minutes, zone) if sees_written else _facts_of_void(note, zone),
        shared=shared_text if sees_written else "",
        pieces=_pieces(note, honest) if sees_written else (),
        is_signed=is_signed,
        is_intact=is_intact,
        changed=tuple(str(PART_WORDS.get(code, code)) for code in changed),
        verification_url=reverse("desk:note_verification", args=[note.pk]) if is_signed else "",
        signatures=_signatures(note, cosignature, zone),
        added=tuple(_added(each, zone) for each in addenda_of(note))
        if is_signed and sees_written
        else (),
        decision=None if is_aside else decision,
        is_ready=decision is not None and decision.outcome == READY,
        honest=None if is_aside else honest,
        is_mine=is_mine,
        edit_url=f"{reverse('desk:group_room', args=[session.pk])}?client={note.client_id}",
        void=mark_of(actor, note, zone) if is_aside else None,
        acts=acts_for(
            actor,
            note,
            approves=approves,
            is_fresh=is_fresh,
            delete_form=delete_form,
            restore_form=restore_form,
            anew_form=anew_form,
        ),
        sign_form=_sign_form(note, sign_form, is_fresh)
        if is_mine and not is_signed and not is_aside
        else None,
        cosign_form=(cosign_form or SignForm(is_fresh=is_fresh, prefix_id="cosign"))
        if may_cosign
        else None,
        addendum_form=(addendum_form or AddendumForm())
        if is_signed and not is_aside and may(actor.roles, RecordClass.NOTES, Access.SIGN)
        else None,
    )


def corrects_notes(actor: Actor) -> bool:
    """Whether the actor voids notes or brings them back at all: who signs, and who approves."""
    return may(actor.roles, RecordClass.NOTES, Access.SIGN) or may(
        actor.roles, RecordClass.NOTES, Access.APPROVE
    )


def _drafting(actor: Actor, note: ClientNote, now: datetime) -> SessionDrafting:
    """The draft, for its author beside the other notes of its session to compare it with.

    Nobody else's look at a draft reads the notes of its neighbours.
    """
    if note.author_id != actor.worker_id:
        return SessionDrafting(actor, note.session, [note], now)
    rows = ClientNote.objects.for_actor(actor, Purpose.TREATMENT).filter(session=note.session)
    others = [each for each in rows if each.pk != note.pk]
    return SessionDrafting(actor, note.session, [note, *others], now)


def _pieces(note: ClientNote, honest: Honest | None) -> tuple[Piece, ...]:
    return honest.pieces if honest else (Piece(str(note.body)),)


def _sign_form(note: ClientNote, typed: SignForm | None, is_fresh: bool) -> SignForm:
    return typed or SignForm(is_fresh=is_fresh, version=note.version, prefix_id=str(note.pk))


def _may_cosign(actor: Actor, note: ClientNote) -> bool:
    if not may(actor.roles, RecordClass.NOTES, Access.APPROVE):
        return False
    reachable = ClientNote.kept.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
    return bool(reachable.filter(pk=note.pk).exists())


def _cosignature(note: ClientNote) -> CoSignature | None:
    return getattr(note, "cosignature", None)


def _subline(actor: Actor, note: ClientNote, zone: ZoneInfo) -> str:
    session = note.session
    begins, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    return " · ".join(
        (
            short_name_for(actor, note.client),
            date_format(session.on, "D j M Y"),
            f"{time_format(begins, 'H:i')}–{time_format(ends, 'H:i')}",
            note.author.name,
        )
    )


def _facts(actor: Actor, note: ClientNote, minutes: int, zone: ZoneInfo) -> tuple[Fact, ...]:
    session = note.session
    took = ", ".join(str(choices.PARTICIPATION.get(code, code)) for code in note.participation)
    answered = ", ".join(str(choices.RESPONSE.get(code, code)) for code in note.response)
    objective = note.objective
    place = session.room.name if session.room else ""
    return (
        Fact(_("Service"), session.session_type.name),
        Fact(_("Topic"), session.topic.title if session.topic else "", empty=_("none")),
        Fact(_("Place"), place, empty=_("not in a room")),
        Fact(_("Time credited"), _("%(minutes)s min") % {"minutes": minutes} if minutes else ""),
        Fact(_("Took part"), took),
        Fact(_("Response"), answered),
        Fact(
            _("Plan objective"),
            f"{objective.number} {objective.statement}" if objective else "",
            Act(_("The thread"), thread_url(note.client_id, note=note.pk)) if objective else None,
            empty=_("none chosen"),
        ),
        Fact(_("Progress"), str(choices.PROGRESS.get(note.progress, ""))),
        *(Fact(label, words) for label, words in answers_of(actor, session, note)),
        Fact(_("Due"), _moment(note.due_at, zone)),
    )


def _facts_of_void(note: ClientNote, zone: ZoneInfo) -> tuple[Fact, ...]:
    """What may be said of a voided note: when and which session, nothing about anybody."""
    return (
        Fact(_("Service"), note.session.session_type.name),
        Fact(_("Due"), _moment(note.due_at, zone)),
    )


def _signatures(
    note: ClientNote, cosignature: CoSignature | None, zone: ZoneInfo
) -> tuple[Signature, ...]:
    if note.signed_at is None or note.signed_by is None:
        return ()
    made = [
        Signature(
            note.signed_by.name,
            note.credential,
            _moment(note.signed_at, zone),
            str(meaning_of(note)),
            locked=True,
            fingerprint=note.content_hash[:12],
        )
    ]
    if cosignature is not None:
        made.append(
            Signature(
                cosignature.worker.name,
                cosignature.credential,
                _moment(cosignature.at, zone),
                _("co-signature"),
                locked=True,
                fingerprint=cosignature.content_hash[:12],
            )
        )
    return tuple(made)


def _added(addendum: Addendum, zone: ZoneInfo) -> Added:
    by = ", ".join(filter(None, (addendum.author.name, addendum.credential)))
    return Added(
        str(choices.KIND_TITLES.get(addendum.kind, addendum.kind)),
        addendum.body,
        by,
        _moment(addendum.at, zone),
    )


def _moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{date_format(local, 'j M Y')} {time_format(local, 'H:i')}"
