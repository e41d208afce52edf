from homeward.timetable.tests.solver.world import World


def test_each_slot_above_the_week_meant() -> None:
    world = World()
    world.person("ada")["target_week"] = 17
    assert world.report().costs["overload"] == 2
