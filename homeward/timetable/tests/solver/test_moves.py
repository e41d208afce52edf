"""May this be placed here? The answer and the checker always agree."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.placing import moves
from homeward.timetable.solver.placing.blocker import CODES
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single
from homeward.timetable.tests.solver.small_weeks import instances

MANY = settings(deadline=None, max_examples=80)
MODES = st.sampled_from(("in_person", "telehealth"))


def thinned(instance, data):
    """An answer with one group or one-to-one taken away, and what was taken.

    Nothing is taken where the rest would not keep the rules.
    """
    whole = by_hand(instance)
    taken = data.draw(st.sampled_from([None, *whole.groups, *whole.singles]))
    rest = Schedule(
        tuple(each for each in whole.groups if each != taken),
        tuple(each for each in whole.singles if each != taken),
    )
    return (rest, taken) if check(instance, rest).holds else (whole, None)


def anything(names, data):
    return data.draw(st.sampled_from(sorted(names)))


@MANY
@given(instances(), st.data())
def test_a_one_to_one_may_be_placed_exactly_where_the_checker_agrees(instance, data):
    base, taken = thinned(instance, data)
    placing = Placing(instance, base)
    single = Single(
        anything(instance.clients, data),
        data.draw(st.sampled_from(("IN", "MD"))),
        anything(instance.staff, data),
        data.draw(st.integers(0, len(instance.grid.days) - 1)),
        data.draw(st.integers(0, instance.grid.slots_a_day)),
        data.draw(MODES),
    )
    rooms = [*instance.rooms, ""]
    if isinstance(taken, Single) and data.draw(st.booleans()):
        single = replace(taken, start=taken.start + data.draw(st.integers(-1, 1)))
    single = replace(single, room=data.draw(st.sampled_from(rooms)))
    blockers = moves.of_single(placing, single)
    placed = [replace(single, room=room) for room in ([single.room] if single.room else rooms)]
    agrees = any(
        check(instance, replace(base, singles=(*base.singles, each))).holds for each in placed
    )
    assert agrees == (not blockers)
    assert {each.code for each in blockers} <= CODES.keys()


@MANY
@given(instances(), st.data())
def test_a_seat_may_be_taken_exactly_where_the_checker_agrees(instance, data):
    base, _ = thinned(instance, data)
    base = replace(base, singles=())
    placing = Placing(instance, base)
    if not base.groups:
        return
    if data.draw(st.booleans()):
        left = data.draw(st.sampled_from(base.groups))
        placing.unseat(left.members[-1], left.id)
        base = placing.schedule()
        if not check(instance, base).holds:
            return
    group = data.draw(st.sampled_from(base.groups))
    client = anything(instance.clients, data)
    if client in group.members:
        return
    blockers = moves.of_seat(placing, client, group.id)
    placing.seat(client, group.id)
    assert check(instance, placing.schedule()).holds == (not blockers)


@MANY
@given(instances(), st.data())
def test_a_group_may_be_opened_exactly_where_the_checker_agrees(instance, data):
    base, taken = thinned(instance, data)
    placing = Placing(instance, base)
    code = data.draw(st.sampled_from(("GT", "PE")))
    members = data.draw(st.sets(st.sampled_from(sorted(instance.clients)), max_size=4))
    days = data.draw(
        st.lists(st.integers(0, len(instance.grid.days) - 1), min_size=1, max_size=2, unique=True)
    )
    start = data.draw(st.integers(0, instance.grid.slots_a_day))
    mode = data.draw(MODES)
    rooms = st.sampled_from([*instance.rooms, "nowhere"]) if mode == "in_person" else st.just("")
    group = Group(
        "new", code, data.draw(st.sampled_from((1, 2))), data.draw(st.sampled_from(("en", "es"))),
        data.draw(st.sampled_from(("mixed", "women"))), mode, anything(instance.staff, data),
        tuple(Meeting(day, start, data.draw(rooms)) for day in days), tuple(sorted(members)),
    )  # fmt: skip
    if isinstance(taken, Group) and data.draw(st.booleans()):
        group = data.draw(st.sampled_from((taken, replace(taken, staff=group.staff))))
    blockers = moves.of_group(placing, group)
    placing.open_group(group)
    assert check(instance, placing.schedule()).holds == (not blockers)


@MANY
@given(instances(), st.data())
def test_stepping_back_leaves_no_trace(instance, data):
    whole = by_hand(instance)
    placing = Placing(instance, whole)
    before, loads = placing.schedule(), _loads(placing)
    mark = placing.mark()
    for _ in range(data.draw(st.integers(1, 5))):
        if placing.groups and data.draw(st.booleans()):
            group = placing.groups[anything(placing.groups, data)]
            placing.unseat(data.draw(st.sampled_from(group.members)), group.id)
            if not placing.groups[group.id].members:
                placing.close_group(group.id)
        elif placing.singles:
            placing.remove_single(data.draw(st.sampled_from(list(placing.singles))))
    placing.step_back(mark)
    assert placing.schedule() == before
    assert _loads(placing) == loads


def _loads(placing):
    return {
        (kind, name): repr((load.busy, load.on_site, load.writing, load.slots, load.led))
        for kind in ("clients", "staff", "rooms")
        for name, load in getattr(placing, kind).items()
    }
