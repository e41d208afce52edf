"""What of a client stands in the way of a meeting."""

from collections.abc import Iterator

from homeward.timetable.solver.instance import EITHER, IN_PERSON, Service
from homeward.timetable.solver.placing import bits
from homeward.timetable.solver.placing.blocker import CLIENT, PLACEMENT_RULE, PROGRAM, Blocker
from homeward.timetable.solver.placing.state import Placing


def of_program(placing: Placing, service: Service, day: int, start: int, mode: str) -> set[Blocker]:
    """Whether anything may be held then at all."""
    ground = placing.ground
    found: set[Blocker] = set()
    if not 0 <= day < len(ground.open) or start < 0:
        return {Blocker("program_closed", PROGRAM)}
    held = bits.span(start, service.slots)
    if held & ~ground.open[day]:
        found.add(Blocker("program_closed", PROGRAM))
    if mode == IN_PERSON and held & ~ground.guarded[day] & ground.open[day]:
        found.add(Blocker("too_few_on_duty", PROGRAM))
    return found


def of_client(
    placing: Placing, client: str, service: Service, day: int, start: int, mode: str
) -> set[Blocker]:
    """What of the client's day stands in the way of one meeting."""
    return {
        PLACEMENT_RULE if code == PLACEMENT_RULE.code else Blocker(code, CLIENT, client)
        for code in _codes(placing, client, service, day, start, mode)
    }


def of_week(placing: Placing, client: str, service: Service, meetings: int) -> set[Blocker]:
    """What of the client's week stands in the way of so many meetings more."""
    who = placing.instance.clients[client]
    found = set()
    if placing.clients[client].slots + service.slots * meetings > who.most_a_week:
        found.add(Blocker("client_week_full", CLIENT, client))
    if placing.missing(client, service.code) < meetings:
        found.add(Blocker("client_need_met", CLIENT, client))
    return found


def _codes(
    placing: Placing, client: str, service: Service, day: int, start: int, mode: str
) -> Iterator[str]:
    who = placing.instance.clients[client]
    load = placing.clients[client]
    held = bits.span(start, service.slots)
    busy = load.busy[day]
    if held & ~placing.ground.client_open[client][day]:
        yield "client_not_available"
    if held & busy:
        yield "client_busy"
    elif busy and _leaves_gap(placing, busy | held):
        yield "client_idle_gap"
    if load.slots_a_day[day] + service.slots > who.most_a_day:
        yield "client_day_full"
    if who.mode not in (EITHER, mode):
        yield "client_mode"
    if load.mode(day) not in ("", mode):
        yield "client_other_mode_that_day"
    if load.has(day, service.code):
        yield "client_service_that_day"
    if mode == IN_PERSON and any(
        placing.clients[other].on_site[day] & held
        for other in placing.ground.apart_on_site.get(client, ())
    ):
        yield PLACEMENT_RULE.code


def _leaves_gap(placing: Placing, busy: int) -> bool:
    idle = bits.idle_inside(busy)
    most = placing.instance.grid.lunch_max
    return bool(idle & ~placing.ground.lunch) or idle.bit_count() > most
