from homeward.timetable.tests.solver.world import World


def test_two_are_too_few() -> None:
    world = World()
    world.group("g2")["members"] = ["ann", "ben"]
    assert world.broken() == {"G-SIZE"}


def test_four_are_too_many_for_three() -> None:
    world = World()
    world.instance["services"]["GT"] |= {"soft_min": 3, "target": 3, "max": 3}
    assert world.broken() == {"G-SIZE"}
