from homeward.timetable.tests.solver.world import ALWAYS, World


def test_every_slot_of_a_session_outside_a_wish() -> None:
    world = World()
    world.client("ann")["pref"] = [[0, 3, 26], *ALWAYS[1:]]
    assert world.report().costs["pref"] == 3
