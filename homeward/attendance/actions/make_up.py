"""A seat for one time, in place of a session that was missed this week."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.attendance.making_up import decide_make_up
from homeward.attendance.rules.makeup import OFFER
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.seating import new_seat, numbers_taken
from homeward.timetable.walls import walls


class MakeUpRefused(Refusal):
    """The rule refuses this seat; `decision` holds every line, the arguments its unmet codes."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(*(line.code for line in decision.lines(State.NOT_MET)))


@action
def make_up(*, actor: Actor, seat_id: UUID, session_id: UUID, now: datetime) -> Seat:
    """Seat the client once in another session of the week; its minutes count when delivered.

    The session's row is locked, so that of many at once only as many win as there are seats.
    Raises MakeUpRefused and the refusals of the timetable's walls; DoesNotExist out of scope.
    """
    seat: Seat = (
        Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_related("session")
        .get(pk=seat_id)
    )
    session = GroupSession.objects.select_for_update(of=("self",)).get(
        pk=session_id, cancelled_at=None, closed_at=None
    )
    episodes = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    episode: Episode = episodes.get(pk=seat.episode_id, ended_at=None)
    taken = numbers_taken([session])[session.pk]
    decision = decide_make_up(seat, episode, session, len(taken), now)
    if decision.outcome != OFFER:
        raise MakeUpRefused(decision)
    with walls():
        made = new_seat(session, episode, taken, origin="makeup", makes_up=seat.pk)
        made.save()
    audit.record("attendance.seat.made_up", actor=actor, subject=made, at=now)
    return made
