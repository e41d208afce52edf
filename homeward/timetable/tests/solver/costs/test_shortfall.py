from homeward.timetable.tests.solver.world import World


def test_each_slot_under_the_authorised_least() -> None:
    world = World()
    world.client("ann")["auth_min"] = 16
    assert world.report().costs["shortfall"] == 3
