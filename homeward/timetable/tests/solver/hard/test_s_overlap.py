from homeward.timetable.tests.solver.world import World


def test_the_leader_has_two_people_at_once() -> None:
    world = World()
    world.single("dan").update(day=0, start=7, room="o2")
    assert world.broken() == {"S-OVERLAP"}
