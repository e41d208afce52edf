from copy import deepcopy

from homeward.timetable.tests.solver.world import World


def test_each_promise_that_moved() -> None:
    world = World()
    world.instance["previous"] = deepcopy(world.schedule)
    world.single("ann")["day"] = 3
    assert world.report().costs["change"] == 1


def test_a_group_that_moved_breaks_each_promise() -> None:
    world = World()
    world.instance["previous"] = deepcopy(world.schedule)
    world.group("g2")["meetings"][0]["start"] = 9
    assert world.report().costs["change"] == 4


def test_somebody_who_left_holds_none() -> None:
    world = World()
    world.instance["previous"] = deepcopy(world.schedule)
    world.instance["clients"].pop()
    for group in world.schedule["groups"]:
        group["members"].remove("dan")
    world.schedule["singles"].pop()
    assert world.report().costs["change"] == 0
