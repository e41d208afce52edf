"""A note that was voided in one chart, written anew in the chart where it belongs."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notes.actions.save_note_draft import save_note_draft
from homeward.notes.actions.sign_note import NotTheAuthor
from homeward.notes.kinds import CONTACTS, FAMILY, LATE, TELEHEALTH, TIMES
from homeward.notes.models import ClientNote, SettingAside


class NotVoided(Refusal):
    """The note still stands, or was set aside for another reason than the wrong chart."""


class SameChart(Refusal):
    """The chart it was taken out of."""


class RightChartHasWords(Refusal):
    """There is a note of this session in that chart already."""


@action
def write_anew(*, actor: Actor, note_id: UUID, client_id: UUID, now: datetime) -> ClientNote:
    """Begin a draft in the right chart with the words of a note voided for the wrong one.

    The plan objective stays behind, it was another's plan. Nothing in either chart tells of the
    other; each has its own audit row. Raises NotTheAuthor, NotVoided, SameChart,
    RightChartHasWords, and what `save_note_draft` raises; DoesNotExist out of reach.
    """
    rows = ClientNote.kept.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    note = rows.get(pk=note_id)
    if note.author_id != actor.worker_id:
        raise NotTheAuthor
    if note.set_aside_at is None or note.signed_at is None or not _was_wrong_chart(note):
        raise NotVoided
    if note.client_id == client_id:
        raise SameChart
    there = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    begun = there.filter(session_id=note.session_id, client_id=client_id).first()
    if begun is not None and (begun.signed_at is not None or begun.body.strip()):
        raise RightChartHasWords
    made: ClientNote = save_note_draft(
        actor=actor, session_id=note.session_id, client_id=client_id, now=now,
        participation=note.participation, response=note.response, body=str(note.body),
        style=note.style, sections=dict(note.sections or {}), details=_answers(note),
        expected_version=begun.version if begun else None,
    )  # fmt: skip
    audit.record("notes.note.written_anew", actor=actor, subject=made, at=now)
    return made


def _answers(note: ClientNote) -> dict[str, Any]:
    """Without what signing and lateness put there, and without what is known of one client alone.

    Where they sat, whom to call for them and who came with them was filled in from the chart the
    note was taken out of. All of it is asked anew.
    """
    theirs = {TIMES, LATE, *TELEHEALTH, *(each for each in FAMILY if each.look == CONTACTS)}
    codes = {each.code for each in theirs}
    return {code: said for code, said in (note.details or {}).items() if code not in codes}


def _was_wrong_chart(note: ClientNote) -> bool:
    service = Actor.of_service("notes.anew")
    rows = SettingAside.objects.for_actor(service, Purpose.TREATMENT).filter(note=note)
    last = rows.order_by("-at", "-created_at").first()
    return last is not None and last.reason == SettingAside.Reason.WRONG_CHART
