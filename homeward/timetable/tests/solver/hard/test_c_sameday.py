from homeward.timetable.tests.solver.world import World


def test_a_service_comes_twice_a_day() -> None:
    world = World()
    world.client("ann")["needs"]["IN"] = 2
    again = dict(world.single("ann"), start=9)
    world.schedule["singles"].append(again)
    assert world.broken() == {"C-SAMEDAY"}
