from homeward.timetable.tests.solver.world import World


def test_the_series_meets_less_often_than_somebody_needs() -> None:
    world = World()
    world.client("ann")["needs"]["GT"] = 5
    assert world.broken() == {"G-COUNT"}
