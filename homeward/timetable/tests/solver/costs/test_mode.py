from homeward.timetable.tests.solver.world import World


def test_each_session_in_the_other_way() -> None:
    world = World()
    world.client("ann")["pref_mode"] = "telehealth"
    assert world.report().costs["mode"] == 5
