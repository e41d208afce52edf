"""A one-to-one that found no place: every start, way and assigned clinician."""

from homeward.timetable.solver.explaining.tally import Tally, Way
from homeward.timetable.solver.explaining.unplaced import Offer
from homeward.timetable.solver.instance import EITHER, IN_PERSON, TELEHEALTH, Client, Service
from homeward.timetable.solver.placing import moves
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.schedule import Single


def look(placing: Placing, client: Client, service: Service, tally: Tally) -> None:
    """Try every start of the open days."""
    people = sorted(client.assigned.get(service.code, ()))
    modes = (IN_PERSON, TELEHEALTH) if client.mode == EITHER else (client.mode,)
    for day, open_ in enumerate(placing.ground.open):
        for start in range(placing.instance.grid.slots_a_day - service.slots + 1 if open_ else 0):
            tally.add(
                _way(placing, Single(client.id, service.code, person, day, start, mode))
                for person in people
                for mode in modes
            )


def _way(placing: Placing, single: Single) -> Way:
    offer = Offer((single.day,), single.start, single.mode, single.staff, "")
    blockers = frozenset(moves.of_single(placing, single))
    return Way(blockers, len(blockers), offer)
