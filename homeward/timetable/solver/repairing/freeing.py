"""More people set free, while somebody still lacks something: first themselves, then others.

Only the process that plans imports this.
"""

from collections.abc import Collection, Sequence

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Tiers, newly_broken
from homeward.timetable.solver.neighbourhoods.free import Free
from homeward.timetable.solver.neighbourhoods.replanning import Planned
from homeward.timetable.solver.repairing.gaining import LooseDay
from homeward.timetable.solver.repairing.repairing_week import RepairingWeek
from homeward.timetable.solver.standing import Standing

AT_ONCE = 14
SHORT_SHARE, TRADE_SHARE = 0.3, 0.05
MOST_TRADES, PATIENCE = 12, 4


def make_up(work: RepairingWeek) -> bool:
    """What was lost is made up at other times, everything else stays; whether it helped."""
    return join(work) | gain(work)


def others_too(work: RepairingWeek) -> bool:
    """What anybody lacks, by each of the ways in turn; whether it helped."""
    helped = _taken(work, work.seated())
    return helped | make_up(work) | free_short(work) | free_groups(work)


def join(work: RepairingWeek) -> bool:
    """Who has nothing of a series joins one, or several open one; whether it helped."""
    helped = False
    without = [each for each in work.lacking() if work.lacks_series(each)]
    batches = _batches(work, without)
    for batch in batches:
        if work.effort.is_over:
            break
        share = work.effort.total * SHORT_SHARE / len(batches)
        planned = work.joining(Free(seats=batch), share)
        helped |= _taken(work, _week(planned))
    return helped


def gain(work: RepairingWeek, loose: Collection[LooseDay] = (), *, of_series: bool = True) -> bool:
    """Whatever is lacking is made up meeting by meeting; whether it helped.

    One-to-ones of `loose` days may move for it; without `of_series` a series is joined as a whole
    or not at all.
    """
    short = work.lacking()
    if not short or work.effort.is_over:
        return False
    gaining = work.gaining(short, loose, of_series=of_series)
    return _taken(work, gaining.search(work.effort, work.effort.total * SHORT_SHARE))


def free_short(work: RepairingWeek) -> bool:
    """Those who lack something come at another time for what they have; whether it helped.

    First their one-to-ones only, then whatever they attend, some of one kind at a time.
    """
    helped = gain(work, _own_days(work))
    batches = _batches(work, work.lacking())
    for batch in batches:
        if work.effort.is_over:
            break
        share = work.effort.total * SHORT_SHARE / len(batches)
        planned = work.freed(Free(seats=batch), share)
        helped |= _taken(work, _week(planned))
    return helped


def free_groups(work: RepairingWeek) -> bool:
    """Others trade places with those who lack something, a few at a time; whether it helped."""
    helped, idle = False, 0
    for _ in range(MOST_TRADES):
        if work.effort.is_over or not work.lacking() or idle >= PATIENCE:
            break
        way, free = work.choosing.next(work.standing)
        found = work.freed(free, max(0.3, work.effort.total * TRADE_SHARE))
        is_better = _taken(work, _week(found))
        work.choosing.learn(way, improved=is_better, solved=bool(found and found.is_optimal))
        helped |= is_better
        idle = 0 if is_better else idle + 1
    return helped | (helped and gain(work, _own_days(work)))


def _own_days(work: RepairingWeek) -> list[LooseDay]:
    """The days still ahead on which those who lack something have one-to-ones."""
    short, wide = set(work.lacking()), work.possible.slots
    return [
        (client, day)
        for client, day in work.standing.visits
        if client in short and day * wide >= work.past.horizon
    ]


def _week(planned: Planned | None) -> Standing | None:
    return None if planned is None else planned.standing


def _taken(work: RepairingWeek, standing: Standing | None) -> bool:
    """Whether what was found is better, and stands now."""
    if standing is None or standing == work.standing:
        return False
    before = check(work.instance, work.schedule())
    after = check(work.instance, work.schedule(standing))
    if newly_broken(before, after) or _rank(after.tiers) >= _rank(before.tiers):
        return False
    work.standing = standing
    return True


def _rank(tiers: Tiers) -> tuple[int, int, int]:
    return tiers.tier1, tiers.tier2, tiers.tier3


def _batches(work: RepairingWeek, short: Sequence[str]) -> list[tuple[str, ...]]:
    """People who could share groups come together, as many as are soon solved."""
    clients = work.possible.clients
    ordered = sorted(short, key=lambda id_: (clients[id_].phase, clients[id_].language, id_))
    return [tuple(ordered[begins : begins + AT_ONCE]) for begins in range(0, len(ordered), AT_ONCE)]
