from homeward.timetable.tests.solver.world import World


def test_each_day_beyond_the_fewest() -> None:
    world = World()
    world.client("ann")["min_days"] = 1
    assert world.report().costs["extra_day"] == 2
