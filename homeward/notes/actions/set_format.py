"""A program's format, from a day on."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.records import RecordClass
from homeward.notes.models import NoteFormat
from homeward.program.models import Organisation, SessionType


class UnknownFormatOrKind(Refusal):
    """Not one of the formats, or of the kinds of session."""


class FormatStartsInPast(Refusal):
    """Notes already written keep the format they were written in."""


@action
def set_format(
    *, actor: Actor, program_id: UUID, kind: str, style: str, starts_on: date, now: datetime
) -> NoteFormat:
    """Write a kind of session in a format from a day on; `kind` empty is every other kind.

    Notes begun before keep theirs. Raises NotAllowed, UnknownFormatOrKind, FormatStartsInPast.
    """
    if actor.kind != SERVICE and not may(actor.roles, RecordClass.SETUP, Access.WRITE):
        raise NotAllowed
    if style not in NoteFormat.Style.values or (kind and kind not in SessionType.Kind.values):
        raise UnknownFormatOrKind
    zone = Organisation.objects.values_list("time_zone", flat=True).first() or "UTC"
    today = now.astimezone(ZoneInfo(zone)).date()
    if starts_on < today and actor.kind != SERVICE:
        raise FormatStartsInPast
    row = NoteFormat.objects.create(
        program_id=program_id, kind=kind, style=style, starts_on=starts_on, set_at=now,
        set_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("notes.format.set", actor=actor, subject=row, at=now, reason=style)
    return row
