"""What waits for a supervisor's signature, and what is late with their people, as counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.today.lines import clock_words
from homeward.kernel.records import RecordClass
from homeward.notes.cosign_queue import waiting_by_author
from homeward.notes.late import late_notes


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One count with the way to it."""

    title: str
    sub: str
    act: Act


def waiting_lines(actor: Actor, now: datetime) -> Iterator[WaitingLine]:
    """Nothing for who approves no notes; two reads for who does."""
    if not may(actor.roles, RecordClass.NOTES, Access.APPROVE):
        return
    if waiting := waiting_by_author(actor, now):
        count, first = sum(each.count for each in waiting), min(each.due_at for each in waiting)
        yield WaitingLine(
            ngettext("%d note to co-sign", "%d notes to co-sign", count) % count,
            _("the first until %(when)s") % {"when": clock_words(first)},
            Act(_("Read and co-sign"), reverse("desk:note_cosign_queue"), "primary"),
        )
    if late := late_notes(actor, now):
        count = sum(each.count for each in late)
        yield WaitingLine(
            ngettext(
                "%d late note of those you supervise",
                "%d late notes of those you supervise",
                count,
            )
            % count,
            ", ".join(f"{each.author.name} {each.count}" for each in late[:4]),
            Act(_("Open"), f"{reverse('desk:tasks')}#team", about=_("late notes")),
        )
