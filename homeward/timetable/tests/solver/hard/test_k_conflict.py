from homeward.timetable.tests.solver.world import World


def test_a_leader_has_a_declared_conflict_with_a_member() -> None:
    world = World()
    world.schedule["singles"] = [
        each for each in world.schedule["singles"] if each["client"] != "cat"
    ]
    world.instance["conflicts"] = [{"staff": "ada", "client": "cat"}]
    assert world.broken() == {"K-CONFLICT"}


def test_a_one_to_one_is_with_somebody_in_conflict() -> None:
    world = World()
    for name in ("g1", "g2"):
        world.group(name)["staff"] = "bea"
    world.instance["conflicts"] = [{"staff": "ada", "client": "cat"}]
    assert world.broken() == {"K-CONFLICT"}
