from homeward.timetable.tests.solver.world import World


def test_a_day_is_longer_than_the_cap() -> None:
    world = World()
    world.client("ann")["max_day"] = 6
    assert world.broken() == {"C-MAXDAY"}
