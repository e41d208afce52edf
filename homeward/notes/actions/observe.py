"""What somebody saw who signs no notes."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notes.actions.add_addendum import NamesSomebody
from homeward.notes.drafting import others_named
from homeward.notes.models import Observation
from homeward.notes.queries import credential_on
from homeward.notes.reach import is_within_reach
from homeward.notes.rules.content import content_hash
from homeward.timetable.models import Seat

LONGEST = 2000
SEATED = Actor.of_service("notes.observations")


class NothingObserved(Refusal):
    """Nothing was written, or more than an observation holds."""


@action
def observe(
    *, actor: Actor, session_id: UUID, client_id: UUID, body: str, now: datetime
) -> Observation:
    """Write down what was seen or heard, in order of time; it is never changed.

    An observation carries no signature and no rating, and never takes a note's place. Raises
    NothingObserved, NamesSomebody; Seat.DoesNotExist where the client's seat is out of reach.
    """
    if not is_within_reach(actor, Seat, Access.WRITE, session_id=session_id, client_id=client_id):
        raise Seat.DoesNotExist
    words = body.strip()
    if not words or len(words) > LONGEST:
        raise NothingObserved
    seats = Seat.objects.for_actor(SEATED, Purpose.TREATMENT)
    in_session = seats.filter(session_id=session_id, client_id=client_id)
    seat = in_session.select_related("session__session_type").order_by("pk")[:1].get()
    if others_named(seat.session, client_id, words):
        raise NamesSomebody
    held = credential_on(actor.worker_id, local_day(now))
    row: Observation = Observation.objects.create(
        client_id=client_id, site_id=seat.site_id, session_id=session_id,
        author_id=actor.worker_id, credential=held.title if held else "", body=words, at=now,
        content_hash=content_hash(
            {"client": client_id, "session": session_id, "body": words, "author": actor.worker_id}
        ),
    )  # fmt: skip
    audit.record("notes.observation.written", actor=actor, subject=row, at=now)
    return row


def observations_of(actor: Actor, session_id: UUID, client_id: UUID) -> list[Observation]:
    """What was observed of one client in one session, within the actor's reach."""
    rows = Observation.objects.for_actor(actor, Purpose.TREATMENT)
    found = rows.filter(session_id=session_id, client_id=client_id)
    return list(found.select_related("author").order_by("at", "pk"))
