"""What the database refuses, as refusals with words.

Rooms, workers, clients and seats are kept apart by constraints, so that two requests at the same
instant cannot both win; here the loser's error becomes an answer a person can read.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from homeward.core.refusals import Refusal


class GroupIsFull(Refusal):
    """Every seat is taken."""


class ClientIsBusy(Refusal):
    """The client holds another seat at that time."""


class RoomIsTaken(Refusal):
    """Another live session is in the room at that time."""


class WorkerIsBusy(Refusal):
    """The worker leads another live session at that time."""


class AlreadySeated(Refusal):
    """The client already holds a seat there."""


class AlreadyMadeUp(Refusal):
    """This missed session is made up by another seat."""


class OnDutyAlready(Refusal):
    """The colleague is on duty at that time already, here or at another site."""


class PlacementRule(Refusal):
    """A placement rule keeps this client out of the session; whose it is stays unsaid."""


_BY_CONSTRAINT: dict[str, type[Refusal]] = {
    "timetable_seat_number_once": GroupIsFull,
    "timetable_seat_within_capacity": GroupIsFull,
    "timetable_client_is_free": ClientIsBusy,
    "timetable_room_is_free": RoomIsTaken,
    "timetable_worker_is_free": WorkerIsBusy,
    "timetable_one_seat_each": AlreadySeated,
    "timetable_one_standing_seat": AlreadySeated,
    "timetable_made_up_once": AlreadyMadeUp,
    "timetable_kept_apart": PlacementRule,
    "timetable_on_duty_once": OnDutyAlready,
}


def constraint_of(error: IntegrityError) -> str:
    """The name of the constraint that was violated, or an empty string."""
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""


@contextmanager
def walls() -> Iterator[None]:
    """Run a write in a savepoint; a known constraint becomes its refusal."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        refused = _BY_CONSTRAINT.get(constraint_of(error))
        if refused is None:
            raise
        raise refused from error
