"""A place for one time, for somebody in the program who makes up hours: decided, then taken."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.attendance.guarding import guard_of_client
from homeward.attendance.rules.drop_in import OFFER, Asking, Place, drop_in_of
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.program.models import Organisation
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import session_rows
from homeward.timetable.seating import new_seat, numbers_taken, week_of
from homeward.timetable.walls import walls


class DropInRefused(Refusal):
    """The rule refuses the place; `decision` holds every line, the arguments its unmet codes."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(*(line.code for line in decision.lines(State.NOT_MET)))


def open_session(session_id: UUID) -> GroupSession:
    """A session that is neither cancelled nor closed; GroupSession.DoesNotExist otherwise."""
    rows = session_rows().prefetch_related("group__phases")
    return rows.get(pk=session_id, cancelled_at=None, closed_at=None)


def decide_place(episode: Episode, session: GroupSession, now: datetime) -> Decision:
    """The rule's answer for a client of the program; raises DropInRefused when it refuses.

    A session of another program is none for this client: GroupSession.DoesNotExist.
    """
    if session.program_id != episode.program_id:
        raise GroupSession.DoesNotExist
    first = Organisation.objects.first()
    starts_on = week_of(session.on, first.week_starts_on if first else 0)
    row = guard_of_client(episode, starts_on, now)
    choice = next((each for each in row.choices if each.session.pk == session.pk), None)
    if choice is None:
        # Not among the groups to come of their site's week: the rule says which line stands so.
        decision = drop_in_of(row.asking, row.place_in(session), now)
    else:
        decision = choice.decision
    if decision.outcome != OFFER:
        raise DropInRefused(decision)
    return decision


def refuse_outsider(session: GroupSession, now: datetime) -> Decision:
    """The answer for anybody who is not in the program, known here or not: the same for all."""
    place = Place(
        on=session.on, starts_at=session.starts_at, week_starts_on=week_of(session.on),
        clinical_minutes=session.clinical_minutes, capacity=session.capacity,
        taken=session.seats_taken,
    )  # fmt: skip
    return drop_in_of(Asking(is_enrolled=False), place, now)


def take_place(
    *, actor: Actor, episode_id: UUID, session_id: UUID, now: datetime,
    makes_up: UUID | None = None,
) -> Seat:  # fmt: skip
    """Seat the client once; the session's row is locked, so that the last seat is given once.

    Raises DropInRefused and the refusals of the timetable's walls; DoesNotExist out of scope.
    """
    GroupSession.objects.select_for_update(of=("self",)).get(
        pk=session_id, cancelled_at=None, closed_at=None
    )
    purpose = Purpose.CLIENT_REQUEST if actor.kind == CLIENT else Purpose.TREATMENT
    episodes = Episode.objects.for_actor(actor, purpose, to=Access.WRITE)
    episode: Episode = episodes.select_related("site", "program", "phase").get(
        pk=episode_id, ended_at=None
    )
    session = open_session(session_id)
    decide_place(episode, session, now)
    taken = numbers_taken([session])[session.pk]
    with walls():
        seat = new_seat(
            session, episode, taken, origin="makeup" if makes_up else "drop_in", makes_up=makes_up
        )
        seat.save()
    audit.record("attendance.place.taken", actor=actor, subject=seat, at=now)
    return seat
