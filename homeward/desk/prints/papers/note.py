"""One signed note as a paper, or as a part of a file."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.desk.notes.answers import answers_of
from homeward.desk.prints.papers.composing import Facts, Paper, Part, Signed, day, moment
from homeward.notes import choices
from homeward.notes.models import Addendum, ClientNote
from homeward.notes.queries import addenda_of, shared_part


class NotSignedYet(Refusal):
    """A draft is nobody's record; it is printed once it is signed."""


def paper_of_note(actor: Actor, note: ClientNote, zone: ZoneInfo) -> Paper:
    """A signed note with everything beneath it; raises NotSignedYet."""
    if note.signed_at is None:
        raise NotSignedYet("note_not_signed")
    shared = shared_part(note.session)
    parts = parts_of_note(note, shared.body if shared else "", addenda_of(note), zone)
    return Paper(
        _("Progress note"),
        facts_of_note(actor, note, zone),
        tuple(parts),
        signatures_of_note(note, zone),
    )


def facts_of_note(actor: Actor, note: ClientNote, zone: ZoneInfo) -> Facts:
    """The short facts the standard asks of a note."""
    session, objective = note.session, note.objective
    times = f"{_clock(session.starts_at, zone)}–{_clock(session.ends_at, zone)}"
    return [
        (_("Session"), session.name),
        (_("Service"), session.session_type.name),
        (_("Date"), day(note.on)),
        (_("Time"), times),
        (_("Minutes credited"), str(note.minutes)),
        (_("Place"), session.room.name if session.room else _("by telehealth")),
        (_("Topic"), session.topic.title if session.topic else ""),
        (_("Took part"), _words(note.participation, choices.PARTICIPATION)),
        (_("Response"), _words(note.response, choices.RESPONSE)),
        (
            _("Plan objective"),
            f"{objective.number} {objective.statement}" if objective else _("none chosen"),
        ),
        (_("Progress"), str(choices.PROGRESS.get(note.progress, ""))),
        *answers_of(actor, session, note),
    ]


def parts_of_note(
    note: ClientNote, shared: str, addenda: list[Addendum], zone: ZoneInfo, level: int = 2
) -> list[Part]:
    """The shared part, the client's own, and what was added later, each under its heading."""
    parts = [Part(_("The group, once for everyone"), level, text=shared)] if shared else []
    parts.append(Part(_("The client's own part"), level, text=note.body))
    parts.extend(_beneath(added, level, zone) for added in addenda)
    return parts


def _beneath(added: Addendum, level: int, zone: ZoneInfo) -> Part:
    signed = Signed(
        added.author.name, added.credential, _("author"), moment(added.at, zone),
        added.content_hash[:16],
    )  # fmt: skip
    title = str(choices.KIND_TITLES.get(added.kind, added.kind))
    return Part(title, level, text=added.body, signatures=(signed,))


def signatures_of_note(note: ClientNote, zone: ZoneInfo) -> tuple[Signed, ...]:
    """The author's signature and the co-signature."""
    if note.signed_by is None:
        return ()
    made = [
        Signed(
            note.signed_by.name, note.credential, str(choices.meaning_of(note)),
            moment(note.signed_at, zone), note.content_hash[:16],
        )
    ]  # fmt: skip
    second = getattr(note, "cosignature", None)
    if second is not None:
        made.append(
            Signed(
                second.worker.name, second.credential, _("co-signature"), moment(second.at, zone),
                second.content_hash[:16],
            )
        )  # fmt: skip
    return tuple(made)


def _words(codes: list[str], words: Any) -> str:
    return ", ".join(str(words.get(code, code)) for code in codes)


def _clock(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"
