"""A note that was deleted or voided, and what may be done about it, on the note's own page."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.desk.clients.reach import short_name_for
from homeward.desk.notes.forms import AnewForm, DeleteForm, RestoreForm
from homeward.notes.asides import history_of, words_before
from homeward.notes.correction_words import KIND_WORDS, REASON_WORDS, WHY_KEPT
from homeward.notes.models import ClientNote, EarlierWords, SettingAside
from homeward.timetable.queries import seats_for


@dataclass(frozen=True, slots=True)
class AsideLine:
    """One time the note was set aside or brought back."""

    what: str
    reason: str
    words: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class VoidMark:
    """The visible mark of a note that left its chart, with every reason in order."""

    is_voided: bool
    reason: str
    history: tuple[AsideLine, ...]


@dataclass(frozen=True, slots=True)
class KeptWords:
    """Words that stood in the draft before."""

    words_id: str
    text: str
    why: str
    at: str
    url: str


@dataclass(frozen=True, slots=True)
class AsideActs:
    """What this reader may do beside writing: forms, or None where they may not."""

    void_url: str
    delete_form: DeleteForm | None
    restore_form: RestoreForm | None
    anew_form: AnewForm | None
    show_url: str
    kept: tuple[KeptWords, ...]


def mark_of(actor: Actor, note: ClientNote, zone: ZoneInfo) -> VoidMark:
    """Why the note is not among those of its chart."""
    history = history_of(actor, note)
    last = history[-1] if history else None
    return VoidMark(
        note.signed_at is not None,
        str(REASON_WORDS.get(last.reason, last.reason)) if last else "",
        tuple(_line(each, zone) for each in history),
    )


def acts_for(
    actor: Actor,
    note: ClientNote,
    *,
    approves: bool,
    is_fresh: bool,
    delete_form: DeleteForm | None,
    restore_form: RestoreForm | None,
    anew_form: AnewForm | None,
) -> AsideActs:
    """The author's and the supervisor's ways; a typed form comes back as it was typed."""
    is_mine, is_signed = note.author_id == actor.worker_id, note.signed_at is not None
    is_aside = note.set_aside_at is not None
    answers = is_mine or approves
    url = reverse("desk:note", args=[note.pk])
    writes_anew = is_aside and is_signed and is_mine and _wrong_chart(actor, note)
    restores = is_aside and (answers if is_signed else is_mine)
    return AsideActs(
        void_url=reverse("desk:note_void", args=[note.pk])
        if is_signed and answers and not is_aside
        else "",
        delete_form=delete_form or DeleteForm(version=note.version)
        if is_mine and not is_signed and not is_aside
        else None,
        restore_form=restore_form
        or RestoreForm(is_signed=is_signed, is_fresh=is_fresh, version=note.version)
        if restores
        else None,
        anew_form=anew_form or AnewForm(clients=others_of(actor, note)) if writes_anew else None,
        show_url=f"{url}?show=written" if is_aside and answers else "",
        kept=_kept(actor, note) if is_mine and not is_signed and not is_aside else (),
    )


def others_of(actor: Actor, note: ClientNote) -> list[tuple[str, str]]:
    """The other clients of the session, for the author to say whose note it is."""
    seats = sorted(seats_for(actor, note.session), key=lambda seat: seat.client.name)
    return [
        (str(seat.client_id), short_name_for(actor, seat.client))
        for seat in seats
        if seat.client_id != note.client_id
    ]


def _wrong_chart(actor: Actor, note: ClientNote) -> bool:
    history = history_of(actor, note)
    return bool(history) and history[-1].reason == SettingAside.Reason.WRONG_CHART


def _kept(actor: Actor, note: ClientNote) -> tuple[KeptWords, ...]:
    zone = ZoneInfo(note.session.site.time_zone)
    return tuple(_kept_line(each, zone) for each in words_before(actor, note))


def _kept_line(words: EarlierWords, zone: ZoneInfo) -> KeptWords:
    return KeptWords(
        str(words.pk),
        str(words.body),
        str(WHY_KEPT.get(words.why, words.why)),
        moment(words.saved_at, zone),
        reverse("desk:note_words", args=[words.note_id, words.pk]),
    )


def _line(why: SettingAside, zone: ZoneInfo) -> AsideLine:
    return AsideLine(
        str(KIND_WORDS.get(why.kind, why.kind)),
        str(REASON_WORDS.get(why.reason, why.reason)) if why.kind != "restored" else "",
        str(why.words),
        ", ".join(filter(None, (why.worker.name, why.credential))),
        moment(why.at, zone),
    )


def moment(at: datetime, zone: ZoneInfo) -> str:
    """A moment as notes show it."""
    local = at.astimezone(zone)
    return _("%(day)s %(time)s") % {
        "day": date_format(local, "j M Y"),
        "time": time_format(local, "H:i"),
    }
