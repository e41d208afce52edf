"""A drop-in place, by chart number, for somebody who is here and makes up hours."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.attendance.placing import DropInRefused, open_session, refuse_outsider, take_place
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.timetable.models import Seat
from homeward.timetable.permissions import session_at_own_site


@action
def drop_in(*, actor: Actor, session_id: UUID, chart_number: str, now: datetime) -> Seat:
    """Seat a client of the program once; anybody else is refused with the reason.

    Who is not in the program, who is unknown, and who lies beyond the actor's reach get the same
    answer, so that nothing is learned by asking. Raises DropInRefused and the timetable's walls.
    """
    session_at_own_site(actor, session_id)
    session = open_session(session_id)
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    episode = rows.filter(
        client__chart_number=chart_number.strip().upper(), program_id=session.program_id,
        ended_at=None,
    ).first()  # fmt: skip
    if episode is None:
        audit.record(
            "attendance.place.refused", actor=actor, subject=session, at=now, permitted=False,
            reason="not_enrolled",
        )  # fmt: skip
        raise DropInRefused(refuse_outsider(session, now))
    return take_place(
        actor=actor, episode_id=episode.pk, session_id=session_id, now=now, makes_up=None
    )
