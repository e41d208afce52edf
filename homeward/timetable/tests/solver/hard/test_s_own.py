from homeward.timetable.tests.solver.world import World


def test_a_one_to_one_is_with_somebody_else() -> None:
    world = World()
    world.single("ann")["staff"] = "bea"
    assert world.broken() == {"S-OWN"}
