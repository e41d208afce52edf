"""Reads about joining from afar: what was said for a seat, what was kept, whether it is open."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from homeward.attendance.models import RemotePlace, TreatedStates
from homeward.attendance.rules.from_afar import OPEN, Afar, may_join
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, Source
from homeward.kernel.records import RecordClass
from homeward.packets.queries import telehealth_choice
from homeward.program.models import SessionType
from homeward.timetable.models import Seat

Kind = SessionType.Kind
# Nobody but the client and who leads: what is said there is theirs alone.
OWN_KINDS = frozenset({Kind.INDIVIDUAL, Kind.FAMILY, Kind.MEDICAL})
OF_SITE = "The state of the client's site, from the program file"


def treated_states(program_id: UUID, on: date) -> TreatedStates | None:
    """What the program says from the newest day that is not after `on`."""
    rows = TreatedStates.objects.filter(program_id=program_id, starts_on__lte=on)
    return rows.order_by("-starts_on", "-set_at").first()


def licence_of(seat: Seat) -> tuple[tuple[str, ...], Source]:
    """Where the program's clinicians may treat on the day of a seat, and by which source."""
    session = seat.session
    row = treated_states(session.program_id, session.on)
    if row is not None:
        return tuple(row.states), Source("treated_states", row.source, "state")
    own = session.site.state
    return ((own,) if own else ()), Source("site_state", OF_SITE, "default")


def decided(seat: Seat, state: str, who_is_there: str) -> Decision:
    """Whether the way in is open to the client of a seat who sits there; asked anew each time."""
    states, source = licence_of(seat)
    return may_join(
        Afar(
            state=state,
            who_is_there=who_is_there,
            consent=telehealth_choice(seat.client_id),
            has_others=seat.session.session_type.kind not in OWN_KINDS,
            licensed_in=states,
            licence_source=source,
        )
    )


def said_for(actor: Actor, seat: Seat) -> RemotePlace | None:
    """The newest word of the client for this seat."""
    rows = RemotePlace.objects.for_actor(actor, Purpose.CLIENT_REQUEST).filter(seat_id=seat.pk)
    found: RemotePlace | None = rows.order_by("-said_at").first()
    return found


def kept_of(actor: Actor) -> RemotePlace | None:
    """The place and person the client wanted offered again; their newest word says whether."""
    rows = RemotePlace.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    found: RemotePlace | None = rows.filter(client_id=actor.client_id).order_by("-said_at").first()
    return found if found is not None and found.is_kept else None


def places_said(actor: Actor, seat_ids: Iterable[UUID]) -> dict[UUID, RemotePlace]:
    """The newest word for each seat, as far as the reader talks with its client; one read."""
    ids = list(seat_ids)
    if not ids or not may(actor.roles, RecordClass.MESSAGES, Access.READ):
        return {}
    rows: Any = RemotePlace.objects.for_actor(actor, Purpose.TREATMENT)
    return {row.seat_id: row for row in rows.filter(seat_id__in=ids).order_by("said_at")}


def is_cleared(actor: Actor, seat: Seat) -> bool:
    """Whether the client said where they are, and the way in is open from there now."""
    row = said_for(actor, seat)
    return row is not None and decided(seat, row.state, row.who_is_there).outcome == OPEN
