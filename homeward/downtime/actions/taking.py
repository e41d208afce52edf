"""The author takes what was keyed into the record by the ordinary way, or declines it."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.downtime.models import PaperEntry
from homeward.kernel.purposes import Purpose
from homeward.notes.actions import add_addendum, save_note_draft
from homeward.notes.actions.observe import observe
from homeward.notes.capacities import signs_notes
from homeward.notes.models import Addendum, ClientNote
from homeward.tasks.actions import complete_task
from homeward.tasks.models import CareTask


class PaperNotTheAuthor(Refusal):
    """Somebody else wrote it."""


class PaperTakenAlready(Refusal):
    """It was taken or declined before."""


@action
def take_paper_entry(
    *, actor: Actor, entry_id: UUID, now: datetime, expected_version: int | None = None
) -> PaperEntry:
    """Take the words into the author's note of that session: a draft grows, a signed note gets a
    late entry beneath it, and who signs no notes leaves an observation. All say when it was written
    and who keyed it.

    Raises PaperNotTheAuthor, PaperTakenAlready, StaleVersion, and what the note's action raises;
    PaperEntry.DoesNotExist out of scope.
    """
    entry = _waiting(actor, entry_id, expected_version)
    rows = ClientNote.objects.for_actor(actor, Purpose.TREATMENT)
    note = rows.filter(session_id=entry.session_id, client_id=entry.client_id).first()
    became: Any
    if not signs_notes(actor):
        became = observe(
            actor=actor, session_id=entry.session_id, client_id=entry.client_id,
            body=labelled(entry), now=now,
        )  # fmt: skip
        kind = PaperEntry.Became.OBSERVATION
    elif note is not None and note.signed_at is not None:
        became = add_addendum(
            actor=actor, note_id=note.pk, kind=Addendum.Kind.LATE_ENTRY, body=labelled(entry),
            now=now,
        )  # fmt: skip
        kind = PaperEntry.Became.LATE_ENTRY
    else:
        became = save_note_draft(
            actor=actor, session_id=entry.session_id, client_id=entry.client_id, now=now,
            expected_version=note.version if note else None, **_grown(note, labelled(entry)),
        )  # fmt: skip
        kind = PaperEntry.Became.NOTE_DRAFT
    return _taken(entry, actor, kind, became.pk, now)


@action
def decline_paper_entry(
    *, actor: Actor, entry_id: UUID, now: datetime, expected_version: int | None = None
) -> PaperEntry:
    """The author says that it is not theirs or was keyed wrong; it enters no record."""
    entry = _waiting(actor, entry_id, expected_version)
    return _taken(entry, actor, PaperEntry.Became.DECLINED, None, now)


def labelled(entry: PaperEntry) -> str:
    """The words under a line that says when and by whom they were written and keyed."""
    zone = ZoneInfo(entry.site.time_zone)
    return "\n".join(
        (
            _("Late entry from paper: written %(when)s, keyed %(keyed)s by %(who)s.")
            % {
                "when": date_format(entry.written_at.astimezone(zone), "j M Y H:i"),
                "keyed": date_format(entry.keyed_at.astimezone(zone), "j M Y H:i"),
                "who": entry.keyed_by.name,
            },
            entry.words,
        )
    )


def _waiting(actor: Actor, entry_id: UUID, expected_version: int | None) -> PaperEntry:
    entry: PaperEntry = (
        PaperEntry.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .select_related("keyed_by", "site")
        .get(pk=entry_id)
    )
    if entry.author_id != actor.worker_id:
        raise PaperNotTheAuthor
    if entry.taken_at is not None:
        raise PaperTakenAlready
    expect_version(entry, expected_version)
    return entry


def _grown(note: ClientNote | None, words: str) -> dict[str, Any]:
    """The draft as it is with these words at its end."""
    if note is None:
        return {"body": words}
    kept: dict[str, Any] = {
        "participation": note.participation, "response": note.response,
        "objective_id": note.objective_id, "progress": note.progress,
    }  # fmt: skip
    if note.style and note.sections:
        sections = dict(note.sections)
        last = list(sections)[-1]
        sections[last] = "\n\n".join(filter(None, (sections[last], words)))
        return {**kept, "style": note.style, "sections": sections}
    return {**kept, "body": "\n\n".join(filter(None, (note.body, words)))}


def _taken(
    entry: PaperEntry, actor: Actor, became: str, became_id: UUID | None, now: datetime
) -> PaperEntry:
    entry.change(taken_at=now, became=became, became_id=became_id)
    audit.record("downtime.entry.taken", actor=actor, subject=entry, at=now, reason=became)
    duty = (
        CareTask.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(origin=f"paper:{entry.pk}", closed_at=None)
        .first()
    )
    if duty is not None:
        declined = became == PaperEntry.Became.DECLINED
        complete_task(
            actor=actor, task_id=duty.pk, disposition="not_mine" if declined else "taken",
            note=_("declined under Paper entries") if declined else "", now=now,
        )  # fmt: skip
    return entry
