from homeward.timetable.tests.solver.world import World


def test_each_idle_slot_at_lunch() -> None:
    world = World()
    world.single("ann")["start"] = 9
    assert world.report().costs["lunch"] == 2
