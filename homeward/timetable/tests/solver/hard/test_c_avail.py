from homeward.timetable.tests.solver.world import ALWAYS, World


def test_somebody_works_on_mondays() -> None:
    world = World()
    world.client("ann")["avail"] = ALWAYS[1:]
    assert world.broken() == {"C-AVAIL"}
