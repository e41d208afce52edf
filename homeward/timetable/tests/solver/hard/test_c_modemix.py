from homeward.timetable.tests.solver.world import World


def test_a_day_in_the_room_ends_on_a_screen() -> None:
    world = World()
    world.single("ann").update(mode="telehealth", room=None)
    assert world.broken() == {"C-MODEMIX"}
