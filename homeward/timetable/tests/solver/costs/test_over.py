from homeward.timetable.tests.solver.world import World


def test_each_member_above_the_target_at_each_meeting() -> None:
    world = World()
    world.instance["services"]["GT"] |= {"soft_min": 3, "target": 3}
    assert world.report().costs["over"] == 3
