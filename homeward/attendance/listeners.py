"""What attendance does when the timetable changes, and what it tells the timetable."""

from collections.abc import Iterable
from uuid import UUID

from homeward.admissions.facts import ClientAdmitted
from homeward.attendance.actions.door import give_arrival_code
from homeward.attendance.actions.mark_attendance import BACK, COMING, LEAVING
from homeward.attendance.facts import SeatMarked, SessionMissed
from homeward.attendance.looking_for import CAME_BACK, end_search, look_for
from homeward.attendance.models import AttendanceMark
from homeward.attendance.offering_at_once import offer_at_once, take_back_offers
from homeward.core.actors import Actor
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.timetable.coverage import knows_missed_seats
from homeward.timetable.facts import SessionCancelled
from homeward.timetable.models import Seat

LISTENING = Actor.of_service("attendance.listeners")
State = AttendanceMark.State
OFFERED = frozenset({State.EXCUSED, State.CANCELLED_CLIENT})
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


@listens_to(ClientAdmitted)
def give_number_for_the_door(fact: ClientAdmitted) -> None:
    """Whoever is admitted gets a number to say at the door that they are here."""
    give_arrival_code(actor=LISTENING, client_id=fact.client_id, now=fact.at)


@listens_to(SeatMarked)
def follow_mark(fact: SeatMarked) -> None:
    """Who left without a word is looked for; who is excused is offered another seat at once.

    Who comes, or comes back, ends both.
    """
    if fact.word in OFFERED:
        offer_at_once(_mark(fact.mark_id), fact.at)
    elif fact.word in LEAVING - {State.REMOVED}:
        look_for(fact, _mark(fact.mark_id))
    elif not fact.is_new and fact.word in COMING | {BACK}:
        mark = _mark(fact.mark_id)
        end_search(
            actor=fact.actor, client_id=mark.client_id, disposition=CAME_BACK, now=fact.at,
            mark_id=mark.pk,
        )  # fmt: skip
        take_back_offers(mark.seat_id, fact.at)


@listens_to(SessionMissed)
def offer_what_was_missed(fact: SessionMissed) -> None:
    """Who did not come is offered another seat of the week as soon as that is settled."""
    offer_at_once(_mark(fact.mark_id), fact.at)


@knows_missed_seats
def seats_nobody_came_to(episode_ids: Iterable[UUID]) -> set[UUID]:
    """Seats of these episodes whose topic was not heard."""
    marks = AttendanceMark.objects.for_actor(LISTENING, Purpose.OPERATIONS).filter(
        episode__in=list(episode_ids), state__in=HEARD_NOTHING
    )
    return set(marks.values_list("seat_id", flat=True))


def _mark(mark_id: UUID) -> AttendanceMark:
    marks = AttendanceMark.objects.for_actor(LISTENING, Purpose.OPERATIONS)
    return marks.select_related("session__program").get(pk=mark_id)  # type: ignore[no-any-return]
