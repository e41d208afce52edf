"""More people set free, while somebody still lacks something: first themselves, then others.

Only the process that plans imports this.
"""

from collections.abc import Sequence

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Tiers, newly_broken
from homeward.timetable.solver.neighbourhoods.free import Free
from homeward.timetable.solver.neighbourhoods.replanning import Planned
from homeward.timetable.solver.repairing.repairing_week import RepairingWeek

AT_ONCE = 14
SHORT_SHARE, TRADE_SHARE = 0.3, 0.05
MOST_TRADES, PATIENCE = 12, 4


def make_up(work: RepairingWeek) -> bool:
    """What was lost is made up at other times, everything else stays; whether it helped."""
    helped = False
    batches = _batches(work, work.lacking())
    for batch in batches:
        if work.effort.is_over:
            break
        share = work.effort.total * SHORT_SHARE / len(batches)
        helped |= _taken(work, work.made_up(Free(seats=batch), share))
    return helped


def free_short(work: RepairingWeek) -> bool:
    """Those who lack something sit elsewhere, some of one kind at a time; whether it helped."""
    helped = False
    batches = _batches(work, work.lacking())
    for batch in batches:
        if work.effort.is_over:
            break
        share = work.effort.total * SHORT_SHARE / len(batches)
        helped |= _taken(work, work.freed(Free(seats=batch), share))
    return helped


def free_groups(work: RepairingWeek) -> bool:
    """Others trade places with those who lack something, a few at a time; whether it helped."""
    helped, idle = False, 0
    for _ in range(MOST_TRADES):
        if work.effort.is_over or not work.lacking() or idle >= PATIENCE:
            break
        way, free = work.choosing.next(work.standing)
        found = work.freed(free, max(0.3, work.effort.total * TRADE_SHARE))
        is_better = _taken(work, found)
        work.choosing.learn(way, improved=is_better, solved=bool(found and found.is_optimal))
        helped |= is_better
        idle = 0 if is_better else idle + 1
    return helped


def _taken(work: RepairingWeek, planned: Planned | None) -> bool:
    """Whether what was found is better, and stands now."""
    if planned is None or planned.standing == work.standing:
        return False
    before = check(work.instance, work.schedule())
    after = check(work.instance, work.schedule(planned.standing))
    if newly_broken(before, after) or _rank(after.tiers) >= _rank(before.tiers):
        return False
    work.standing = planned.standing
    return True


def _rank(tiers: Tiers) -> tuple[int, int, int]:
    return tiers.tier1, tiers.tier2, tiers.tier3


def _batches(work: RepairingWeek, short: Sequence[str]) -> list[tuple[str, ...]]:
    """People who could share groups come together, as many as are soon solved."""
    clients = work.possible.clients
    ordered = sorted(short, key=lambda id_: (clients[id_].phase, clients[id_].language, id_))
    return [tuple(ordered[begins : begins + AT_ONCE]) for begins in range(0, len(ordered), AT_ONCE)]
