"""Ending a group: nothing closes with a client unmarked, or present and without a note."""

from datetime import datetime
from uuid import UUID

from homeward.attendance.actions import close_register
from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.notes.drafting import is_group
from homeward.notes.models import ClientNote, SessionNote
from homeward.notes.rules.closing import NOT_YET, Place, closing_of
from homeward.paging.queries import open_dangers
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.permissions import session_at_own_site

CLOSING = Actor.of_service("notes.closing")


class GroupIncomplete(Refusal):
    """The group cannot end yet; its arguments are the lines not met, `decision` every line."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(*(line.code for line in decision.lines(State.NOT_MET)))


@action
def close_group(
    *, actor: Actor, session_id: UUID, now: datetime, expected_version: int | None = None
) -> GroupSession:
    """Close the register once everyone is marked, everyone who came has a note, no danger is open.

    Raises GroupIncomplete, and what `close_register` raises.
    """
    session = session_at_own_site(actor, session_id, locked=True)
    decision = closing_decision(session)
    if decision.outcome == NOT_YET:
        raise GroupIncomplete(decision)
    return close_register(
        actor=actor, session_id=session_id, now=now, expected_version=expected_version
    )


def closing_decision(session: GroupSession) -> Decision:
    """What stands in the way of ending, whoever's team the clients are on; a fixed few reads."""
    seats = Seat.objects.for_actor(CLOSING, Purpose.OPERATIONS).filter(
        session=session, released_at=None
    )
    held = {seat.pk: seat.client_id for seat in seats.order_by("number")}
    marks = AttendanceMark.objects.for_actor(CLOSING, Purpose.OPERATIONS).filter(session=session)
    states = {mark.seat_id: mark.state for mark in marks}
    notes = ClientNote.objects.for_actor(CLOSING, Purpose.OPERATIONS).filter(session=session)
    written = set(notes.exclude(body="").values_list("client_id", flat=True))
    dangers = {task.client_id for task in open_dangers(session, held.values())}
    shared = SessionNote.objects.filter(session=session).first()
    return closing_of(
        [
            Place(
                ref=str(client_id),
                is_marked=seat_id in states,
                came=states.get(seat_id) in CAME,
                has_words=client_id in written,
                in_danger=client_id in dangers,
            )
            for seat_id, client_id in held.items()
        ],
        needs_shared=is_group(session),
        has_shared=bool(shared and shared.body.strip()),
    )
