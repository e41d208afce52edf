from homeward.timetable.tests.solver.world import World


def test_each_member_short_of_comfort_at_each_meeting() -> None:
    world = World()
    world.instance["services"]["GT"]["soft_min"] = 6
    assert world.report().costs["under"] == 6
