from homeward.timetable.tests.solver.world import World


def test_a_member_is_in_another_phase() -> None:
    world = World()
    world.client("ann")["phase"] = 2
    assert world.broken() == {"G-MATCH"}


def test_a_member_speaks_another_language() -> None:
    world = World()
    world.client("ann")["lang"] = "es"
    assert world.broken() == {"G-MATCH"}


def test_a_series_is_for_another_population() -> None:
    world = World()
    world.group("g1")["pop"] = "women"
    assert world.broken() == {"G-MATCH"}


def test_a_lecture_is_not_mixed() -> None:
    world = World()
    world.group("g2")["pop"] = "women"
    assert world.broken() == {"G-MATCH"}
