"""What attendance does when the timetable changes, and what it tells the timetable."""

from collections.abc import Iterable
from uuid import UUID

from homeward.attendance.models import AttendanceMark
from homeward.core.actors import Actor
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.timetable.coverage import knows_missed_seats
from homeward.timetable.facts import SessionCancelled
from homeward.timetable.models import Seat

LISTENING = Actor.of_service("attendance.listeners")
State = AttendanceMark.State
HEARD_NOTHING = (State.NO_SHOW, State.EXCUSED, State.CANCELLED_CLIENT, State.REMOVED)


@listens_to(SessionCancelled)
def mark_cancelled_by_program(fact: SessionCancelled) -> None:
    """A session the program cancelled counts against nobody."""
    if fact.actor.worker_id is None:
        return
    seats = Seat.objects.for_actor(LISTENING, Purpose.OPERATIONS).filter(pk__in=fact.seat_ids)
    marked = AttendanceMark.objects.for_actor(LISTENING, Purpose.OPERATIONS)
    already = set(marked.filter(seat__in=fact.seat_ids).values_list("seat_id", flat=True))
    marked.filter(seat__in=already).update(state=State.CANCELLED_PROGRAM, credited_minutes=0)
    AttendanceMark.objects.bulk_create(
        AttendanceMark(
            client_id=seat.client_id, site_id=seat.site_id, seat=seat,
            session_id=seat.session_id, episode_id=seat.episode_id, on=seat.session.on,
            state=State.CANCELLED_PROGRAM, reason=fact.reason, marked_at=fact.at,
            marked_by_id=fact.actor.worker_id,
        )
        for seat in seats.select_related("session")
        if seat.pk not in already
    )  # fmt: skip


@knows_missed_seats
def seats_nobody_came_to(episode_ids: Iterable[UUID]) -> set[UUID]:
    """Seats of these episodes whose topic was not heard."""
    marks = AttendanceMark.objects.for_actor(LISTENING, Purpose.OPERATIONS).filter(
        episode__in=list(episode_ids), state__in=HEARD_NOTHING
    )
    return set(marks.values_list("seat_id", flat=True))
