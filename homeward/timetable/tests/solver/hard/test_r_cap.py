from homeward.timetable.tests.solver.world import World


def test_there_is_no_chair_for_the_leader() -> None:
    world = World()
    world.room("r1")["capacity"] = 4
    assert world.broken() == {"R-CAP"}
