from homeward.timetable.tests.solver.world import World


def test_somebody_comes_by_telehealth_only() -> None:
    world = World()
    world.client("ann")["mode"] = "telehealth"
    assert world.broken() == {"C-MODE"}
