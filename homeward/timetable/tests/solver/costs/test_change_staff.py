from copy import deepcopy

from homeward.timetable.tests.solver.world import World


def test_each_promise_with_another_face() -> None:
    world = World()
    world.instance["previous"] = deepcopy(world.schedule)
    world.group("g2")["staff"] = "bea"
    assert world.report().costs["change_staff"] == 4
