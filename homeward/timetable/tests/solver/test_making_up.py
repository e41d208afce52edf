"""Meetings lost are made up one by one, a week is filled without moving anybody."""

from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.promises import promises
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.repairing.changing import changed
from homeward.timetable.solver.repairing.fewest import fewest_moved
from homeward.timetable.solver.repairing.filling import fill
from homeward.timetable.solver.repairing.reading import disruption_of
from homeward.timetable.solver.repairing.repair import repair
from homeward.timetable.tests.solver.world import ALWAYS, World, _client

SHORT = Params(effort=1)
WEDNESDAY = {"kind": "closure", "windows": [[2, 0, 26]]}


def told(world, *events):
    """The instance, its week, and what happened on Monday morning."""
    document = {"now": {"day": 0, "slot": 0}, "notice_slots": 0, "events": list(events)}
    instance = instance_of(world.instance)
    return instance, schedule_of(world.schedule), disruption_of(document, instance)


def made_up(world, event):
    """The second alternative, in which what fell out is made up; the checker has seen it."""
    instance, schedule, disruption = told(world, event)
    found = repair(instance, schedule, disruption, SHORT)
    now = changed(instance, schedule, disruption)
    assert all(check(now, each.schedule).holds for each in found)
    (way,) = [each for each in found if each.name == "make_up"]
    return promises(instance, schedule), way


def test_a_meeting_of_a_series_is_made_up_on_another_day():
    """Monday and Friday stay as they were told; all four meet once more."""
    before, way = made_up(World(), WEDNESDAY)
    (extra,) = [each for each in way.schedule.groups if each.makes_up]
    (series,) = [each for each in way.schedule.groups if each.called_off]
    assert (series.id, series.called_off, extra.members) == ("g1", (2,), series.members)
    assert way.unplaced == 0
    after = promises(instance_of(World().instance), way.schedule)
    assert {each for each in before if each[2] != 2} <= after.keys()


def test_too_few_for_a_group_of_their_own_sit_with_another():
    """Dan alone can come on Thursday, when others of his kind meet and a seat is free."""
    world = World()
    others = ("eve", "fay", "gil")
    for name in others:
        needs = {"needs": {"GT": 3}}
        world.instance["clients"].append(_client(name) | needs)
    for name in ("ann", "ben", "cat"):
        world.client(name)["avail"] = [[day, 0, 26] for day in (0, 2, 4)]
    group = {**world.group("g1"), "id": "g3", "staff": "bea", "members": list(others)}
    group["meetings"] = [{"day": day, "start": 12, "room": "r2"} for day in (0, 1, 3)]
    world.schedule["groups"].append(group)
    for name in ("ada", "bea"):
        world.person(name)["avail"] = [[0, 0, 26], [1, 12, 15], [2, 0, 26], [3, 12, 15], [4, 0, 26]]
    _before, way = made_up(world, WEDNESDAY)
    (there,) = [each for each in way.schedule.groups if each.id == "g3"]
    assert {each for at in there.meetings for each in at.guests} == {"dan"}
    assert set(there.members) == set(others)


def test_what_is_missing_is_placed_and_nobody_is_moved():
    """A seat in the lecture and two talks are found; every promise stands as it stood."""
    world = World()
    world.group("g2")["members"].remove("ann")
    world.schedule["singles"] = world.schedule["singles"][2:]
    instance, schedule, _nothing = told(world)
    (way,) = fill(instance, schedule, 0, SHORT)
    assert way.unplaced == 0
    assert promises(instance, schedule).items() <= promises(instance, way.schedule).items()
    assert fill(instance, way.schedule, 0, SHORT) == (), "nothing is left to place"


def test_the_fewest_sessions_that_can_move_are_counted_exactly():
    """Bea may lead what Ada led, or nobody may; her talks go to Bea at the same hour."""
    away = {"kind": "staff_away", "staff": "ada", "windows": ALWAYS}
    for skills, fewest in ((["GT", "PE", "IN"], 0), (["IN"], 16)):
        world = World()
        world.person("bea")["skills"] = skills
        instance, schedule, disruption = told(world, away)
        now = changed(instance, schedule, disruption)
        found = fewest_moved(now, schedule, Effort(total=1.0))
        assert (found.sessions, found.is_exact) == (fewest, True)
