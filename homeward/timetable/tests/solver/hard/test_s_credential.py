from homeward.timetable.tests.solver.world import World


def test_a_credential_ended_on_the_day_of_a_meeting() -> None:
    world = World()
    world.person("ada")["credential_ends"] = 4
    assert world.broken() == {"S-CREDENTIAL"}


def test_until_then_it_holds() -> None:
    world = World()
    world.person("ada")["credential_ends"] = 5
    assert world.broken() == set()


def test_somebody_is_barred_from_a_service_they_lead() -> None:
    world = World()
    world.person("ada")["barred"] = ["PE"]
    assert world.broken() == {"S-CREDENTIAL"}
