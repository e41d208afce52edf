"""What ending the group finds, and what is left after it, counted without opening a note."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.notes.drafting import is_group
from homeward.notes.models import ClientNote, SessionNote
from homeward.timetable.models import GroupSession, Seat

# Numbers alone leave here; nobody's note is opened, and no reading is written down for it.
COUNTING = Actor.of_service("desk.group.ending")
Line = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """One seat as the list counts it."""

    is_marked: bool
    came: bool
    is_written: bool
    is_signed: bool


def ending_lines(places: Iterable[Place], *, lacks_shared: bool) -> tuple[Line, ...]:
    """The list as (count, tone, words); what is still to do before what is done."""
    every = list(places)
    came = [each for each in every if each.came]
    signed = sum(each.is_signed for each in came)
    written = sum(each.is_written and not each.is_signed for each in came)
    blank = sum(not each.is_written for each in came)
    unmarked = sum(not each.is_marked for each in every)
    absent = sum(each.is_marked and not each.came for each in every)
    lines = []
    if unmarked:
        lines.append((str(unmarked), "attention", _("still without a mark")))
    if blank:
        lines.append((str(blank), "attention", _("here, and nothing written yet")))
    if lacks_shared:
        lines.append(("!", "attention", _("shared part not written yet")))
    if written or not signed:
        words = ngettext("note to review, one key each", "notes to review, one key each", written)
        lines.append((str(written), "info" if written else "neutral", words))
    if signed:
        lines.append((str(signed), "done", ngettext("note signed", "notes signed", signed)))
    if absent:
        lines.append((str(absent), "info", _("absent: outreach hears of it")))
    return tuple(lines)


def ending_of(session: GroupSession) -> tuple[Line, ...]:
    """The list as it stands in the database now; four reads."""

    def rows(model: Any) -> Any:
        return model.objects.for_actor(COUNTING, Purpose.OPERATIONS).filter(session=session)

    states = dict(rows(AttendanceMark).values_list("seat_id", "state"))
    notes = {
        client_id: (bool(digest), signed_at is not None)
        for client_id, digest, signed_at in rows(ClientNote).values_list(
            "client_id", "body_digest", "signed_at"
        )
    }
    seats = rows(Seat).filter(released_at=None).values_list("pk", "client_id")
    shared = SessionNote.objects.filter(session=session).first() if is_group(session) else None
    return ending_lines(
        (
            Place(
                seat_id in states, states.get(seat_id) in CAME, *notes.get(client, (False, False))
            )
            for seat_id, client in seats
        ),
        lacks_shared=is_group(session) and not (shared and shared.body.strip()),
    )
