"""The stages in turn: seats, leaders, one-to-ones, then the last two together."""

from collections.abc import Callable, Mapping, Sequence

from homeward.timetable.solver.blocks.in_batches import visit_in_batches
from homeward.timetable.solver.blocks.joining import lead_and_visit
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.blocks.reseating import reseat
from homeward.timetable.solver.blocks.seating import Seating, Seats
from homeward.timetable.solver.blocks.seating_by_class import (
    is_everybody_seated,
    seat_by_class,
)
from homeward.timetable.solver.blocks.splitting import Team, teams_of
from homeward.timetable.solver.blocks.templates import Template, group_needs, templates
from homeward.timetable.solver.blocks.visiting import Led, Visiting, Visits
from homeward.timetable.solver.decoding import decode
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.instance import Client
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.solver.standing import LedTeam, Standing, occupied_of

SEATING_SHARE, LEADING_SHARE, VISITING_SHARE, JOINT_SHARE = 0.1, 0.05, 0.15, 0.4
SEATING_GAP = 0.005
MOST_PARTIAL = 60
LEAST_SEATING = 4.0  # a well-seated week is worth more than any repair of a bad one
LARGE_SEATING = 24.0
MOST_AT_ONCE = 1_500  # templates; above, the relaxation shows which of them matter

Offer = Callable[[str, Schedule], object]


def plan_cohorts(possible: Possible, effort: Effort, offer: Offer, ahead: Ahead) -> None:
    """Plan from nothing; every complete schedule on the way is offered."""
    seats = seat(possible, effort, ahead)
    if seats is None or effort.is_over:
        return
    teams = teams_of(
        possible, {client: each.cells for client, each in seats.chosen.items()}, seats.counts
    )
    is_planned = False
    for led in lead_and_visit(possible, teams, effort, effort.total * JOINT_SHARE):
        offer("joint" if is_planned else "visits", written(possible, teams, led))
        is_planned = True
    if not is_planned and not effort.is_over:
        _one_by_one(possible, teams, effort, offer, ahead)


def _one_by_one(
    possible: Possible, teams: list[Team], effort: Effort, offer: Offer, ahead: Ahead
) -> None:
    """Leaders first, then one-to-ones around them: where the relaxation was not solved."""
    named = Visiting(possible, teams, {}, with_visits=False).search(
        effort, effort.total * LEADING_SHARE
    )
    if named is None or effort.is_over:
        return
    share = effort.total * VISITING_SHARE
    offer("visits", decode(possible, visit_in_batches(possible, named, effort, share, ahead)))


def written(possible: Possible, teams: Sequence[Team], led: Led) -> Schedule:
    """A schedule; what a group without a leader held together falls with it."""
    groups = sorted(LedTeam(team, person) for team, person in led.leaders.items())
    lost = {
        (member, day)
        for team in teams
        if team not in led.leaders
        for member in team.members
        for day in team.cell.days
    }
    visits = {
        key: each
        for key, each in led.visits.items()
        if key not in lost or _is_whole(possible, groups, {key: each}, key)
    }
    return decode(possible, Standing(tuple(groups), visits))


def _is_whole(
    possible: Possible, groups: Sequence[LedTeam], visits: Visits, key: tuple[str, int]
) -> bool:
    client, day = key
    held, _mode = occupied_of(possible, groups, visits, client).get(day, (0, ""))
    return possible.is_whole_day(held)


def seat(possible: Possible, effort: Effort, ahead: Ahead) -> Seats | None:
    """Stage one; where not everybody gets a whole block, again with blocks that miss something."""
    unseated = {id_: unseated_price(possible, each) for id_, each in possible.clients.items()}
    whole = _choices(possible, ahead)
    share = max(effort.total * SEATING_SHARE, min(effort.total / 2, LEAST_SEATING))
    many = sum(map(len, whole.values()))
    if many > MOST_AT_ONCE:
        share = max(share, min(effort.total / 2, LARGE_SEATING))
        seats = reseat(possible, effort, whole, unseated, share)
        if seats is None and not effort.is_over:
            seats = seat_by_class(possible, effort, whole, unseated, share)
        return seats
    seats = Seating(possible, whole, unseated).search(effort, share, {}, gap=SEATING_GAP)
    if seats is None or effort.is_over:
        return seats
    if is_everybody_seated(possible, seats):
        return seats
    partial = {
        id_: _with_partial(possible, client, ahead, whole[id_])
        for id_, client in possible.clients.items()
    }
    again = Seating(possible, partial, unseated)
    return again.search(effort, share, seats.chosen, gap=SEATING_GAP) or seats


def _choices(possible: Possible, ahead: Ahead) -> dict[str, list[Template]]:
    return {
        id_: templates(possible, client, ahead, partial=False)
        for id_, client in possible.clients.items()
    }


def _with_partial(
    possible: Possible, client: Client, ahead: Ahead, whole: list[Template]
) -> list[Template]:
    more = templates(possible, client, ahead, partial=True)
    known = set(whole)
    return whole + [each for each in more if each not in known][:MOST_PARTIAL]


def unseated_price(possible: Possible, client: Client) -> int:
    """Tier 1 of a client who sits in no group at all."""
    services = possible.services
    needs: Mapping[str, int] = group_needs(possible, client)
    slots = sum(services[code].slots * number for code, number in needs.items())
    others = sum(
        services[code].slots * number
        for code, number in client.needs.items()
        if not services[code].is_group
    )
    unmet = sum(
        services[code].slots * services[code].unmet * number for code, number in needs.items()
    )
    least = min(client.least_a_week, slots + others)
    return unmet + possible.instance.weights["shortfall"] * max(0, least - others)
