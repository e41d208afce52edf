from homeward.timetable.tests.solver.world import World


def test_somebody_is_in_two_places() -> None:
    world = World()
    world.client("ann")["assigned"]["IN"] = ["bea"]
    world.single("ann").update(start=3, staff="bea")
    assert world.broken() == {"C-OVERLAP"}
