from homeward.timetable.tests.solver.world import World


def test_two_meetings_share_a_room() -> None:
    world = World()
    world.client("dan")["assigned"]["IN"] = ["bea"]
    world.single("dan").update(day=0, start=7, staff="bea")
    assert world.broken() == {"R-OVERLAP"}
