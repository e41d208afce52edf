from homeward.timetable.tests.solver.world import World


def test_the_leader_lacks_the_service() -> None:
    world = World()
    world.person("ada")["skills"].remove("PE")
    assert world.broken() == {"S-SKILL"}


def test_the_leader_lacks_the_language() -> None:
    world = World()
    world.person("ada")["langs"] = []
    assert world.broken() == {"S-SKILL"}


def test_the_leader_lacks_the_population() -> None:
    world = World()
    world.person("ada")["pops"] = ["women"]
    assert world.broken() == {"S-SKILL"}


def test_the_leader_is_nobody() -> None:
    world = World()
    world.group("g2")["staff"] = "zoe"
    assert world.broken() == {"S-SKILL"}


def test_a_one_to_one_is_with_somebody_unskilled() -> None:
    world = World()
    world.person("ada")["skills"].remove("IN")
    assert world.broken() == {"S-SKILL"}
