"""A first answer within seconds: what a coordinator would do by hand, every hard rule kept.

Process groups at the time most people can make, then the other groups beside what people have,
then one-to-ones; nothing that was decided is taken back.
"""

from contextlib import suppress

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.coordinating.leading import own_hours
from homeward.timetable.solver.coordinating.manner import BY_HAND, Manner
from homeward.timetable.solver.coordinating.seats import fill_seats
from homeward.timetable.solver.coordinating.series import place_series
from homeward.timetable.solver.coordinating.singles import place_singles
from homeward.timetable.solver.coordinating.topics import place_topics
from homeward.timetable.solver.guard import Look, TimeIsUp, never
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.schedule import Schedule

# So many ways are tried within a second at 30 clients and a few at 400; few people leave few ways.
MOST_MANNERS, LEAST_MANNERS, MANNERS_BY_CLIENTS, MANNERS_A_CLIENT = 24, 6, 1600, 1
NOISE = 0.25


def greedy(instance: Instance, *, fixed: Schedule | None = None, look: Look = never) -> Schedule:
    """A schedule that keeps every hard rule, with `fixed` in it as it stands.

    The coordinator's way is walked in several manners; the cheapest week, by the checker's
    tiers, is the answer. `fixed` must keep the rules itself. What finds no place is left out.
    The first manner is always walked to its end; the others only until `look` raises TimeIsUp.
    """
    first, *others = _manners(instance)
    weeks = [by_hand(instance, fixed=fixed, manner=first)]
    # The weeks that were finished when the time is up are enough to choose from.
    with suppress(TimeIsUp):
        weeks += (by_hand(instance, fixed=fixed, manner=each, look=look) for each in others)
    return min(weeks, key=lambda week: _cost(instance, week))


def by_hand(
    instance: Instance,
    *,
    fixed: Schedule | None = None,
    manner: Manner = BY_HAND,
    look: Look = never,
) -> Schedule:
    """One walk from the first decision to the last; `look` is asked between its parts."""
    look()
    placing = Placing(instance, fixed)
    asked = own_hours(instance)
    services = sorted(
        instance.services.values(), key=lambda each: (-each.unmet, -each.slots, each.code)
    )
    place_series(placing, asked, manner)
    fill_seats(placing, is_series=True)
    topics = [each.code for each in services if each.is_group and not each.is_series]
    for new_days in (False, True):
        for code in topics:
            look()
            place_topics(placing, code, asked, new_days=new_days, manner=manner)
        fill_seats(placing, is_series=False)
    for service in services:
        if not service.is_group:
            place_singles(placing, service.code)
    return placing.schedule()


def _manners(instance: Instance) -> list[Manner]:
    """By hand first, then looking ahead, then both with other choices; fewer for larger weeks."""
    people = len(instance.clients)
    number = min(MANNERS_BY_CLIENTS // max(1, people), MANNERS_A_CLIENT * people)
    number = max(LEAST_MANNERS, min(MOST_MANNERS, number))
    found = [BY_HAND, Manner(looks_ahead=True), Manner(is_even=False)]
    found += [
        Manner(looks_ahead=place % 3 > 0, is_even=place % 4 > 0, noise=NOISE, seed=place)
        for place in range(number - len(found))
    ]
    return found


def _cost(instance: Instance, week: Schedule) -> tuple[int, int, int]:
    tiers = check(instance, week).tiers
    return tiers.tier1, tiers.tier2, tiers.tier3
