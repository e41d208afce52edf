from homeward.timetable.tests.solver.world import World


def test_somebody_has_more_than_they_need() -> None:
    world = World()
    world.client("ann")["needs"]["IN"] = 0
    assert world.broken() == {"C-EXCESS"}
