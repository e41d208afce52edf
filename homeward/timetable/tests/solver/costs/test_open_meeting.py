from homeward.timetable.tests.solver.world import World


def test_each_meeting_of_a_group() -> None:
    world = World()
    assert world.report().costs["open_meeting"] == 4
