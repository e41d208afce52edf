"""What waits from the device, for its writer's eyes."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.attendance import words
from homeward.attendance.models import OfflineEntry
from homeward.attendance.offline import waiting_entries
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.desk.admissions.times import when
from homeward.notes import words as notes_words

WHAT = {
    "mark": gettext_lazy("A mark of attendance"),
    "draft": gettext_lazy("A client's part of a note"),
    "shared": gettext_lazy("The shared part of a note"),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry that was not taken in, with its words and why."""

    entry_id: UUID
    what: str
    session: str
    room_url: str
    written: str
    why: str
    text: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """Everything the page prints."""

    title: str
    entries: tuple[Waiting, ...]


def waiting_page(actor: Actor) -> WaitingPage:
    """The account's own refused entries, the oldest first."""
    return WaitingPage(
        title=_("Written without network"),
        entries=tuple(_waiting(entry) for entry in waiting_entries(actor)),
    )


def _waiting(entry: OfflineEntry) -> Waiting:
    session = entry.session
    client = f"?client={entry.client_id}" if entry.client_id else ""
    return Waiting(
        entry_id=entry.pk,
        what=str(WHAT.get(entry.what, entry.what)),
        session=f"{session.name} · {date_format(session.on, 'D j M')}",
        room_url=reverse("desk:group_room", args=[session.pk]) + client,
        written=when(entry.said_at),
        why=_why(entry.code),
        text=entry.words,
        form=ActionForm(),
    )


def _why(code: str) -> str:
    """The refusal in words, whichever room said it."""
    return words.refusal(code) if code in words.REFUSALS else notes_words.refusal(code)
