"""Made-up weeks: the same for the same seed, and planted so that nothing need be missed."""

import pytest

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.generating.disruptions import disruptions
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.generating.kinds import KINDS
from homeward.timetable.solver.greedy import by_hand
from homeward.timetable.solver.instance import GROUP
from homeward.timetable.solver.writing import canonical, fingerprint, schedule_json

PLANTED = [name for name, kind in KINDS.items() if kind.is_planted]


@pytest.mark.parametrize("kind", PLANTED)
@pytest.mark.parametrize("has_rules", [False, True])
@pytest.mark.parametrize("size", [3, 30, 120])
def test_the_planted_week_keeps_every_rule_and_misses_nothing(kind, has_rules, size):
    for seed in (1, 2, 4):
        instance, planted = generate(size, kind, seed, product_rules=has_rules)
        report = check(instance, planted)
        assert (report.violations, report.tiers.tier1, report.unplaced) == ((), 0, 0)
        assert len(instance.clients) == size


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_makes_the_same_week_and_another_seed_another(kind):
    one, planted = generate(40, kind, 7)
    again, replanted = generate(40, kind, 7)
    assert canonical(one) == canonical(again)
    assert planted == replanted
    assert fingerprint(generate(40, kind, 8)[0]) != fingerprint(one)


def test_over_has_fewer_rooms_than_its_people_would_need():
    for seed in (1, 2, 3):
        instance, planted = generate(120, "over", seed)
        assert planted is None
        assert check(instance, by_hand(instance)).unplaced > 0


def test_tight_windows_are_tighter_than_loose_ones():
    hours = {}
    for kind in ("loose", "normal", "tight"):
        instance, _ = generate(120, kind, 1)
        hours[kind] = sum(
            window.ends - window.begins
            for client in instance.clients.values()
            for window in client.windows
        )
    assert hours["loose"] > hours["normal"] > hours["tight"]


def test_some_of_a_mixed_cohort_need_one_skills_group_less():
    instance, planted = generate(120, "hetero", 1)
    early = [client for client in instance.clients.values() if client.phase in (1, 2)]
    fewer = sum(client.needs["SK"] == 1 for client in early)
    assert 0.1 < fewer / len(early) < 0.5
    assert check(instance, planted).unplaced == 0


def test_disruptions_name_what_is_there_and_are_the_same_for_the_same_seed():
    instance, planted = generate(30, "normal", 1)
    found = disruptions(instance, planted, 5)
    assert found == disruptions(instance, planted, 5)
    assert list(found) == [
        "leader_off", "three_admissions", "room_closed", "half_day_closure", "window_change",
    ]  # fmt: skip
    (away,) = found["leader_off"]["events"]
    assert away["staff"] in {group.staff for group in planted.groups}
    admitted = [event["client"]["id"] for event in found["three_admissions"]["events"]]
    assert len(set(admitted)) == 3 and not set(admitted) & set(instance.clients)
    (closed,) = found["room_closed"]["events"]
    assert instance.rooms[closed["room"]].kind == GROUP
    (changed,) = found["window_change"]["events"]
    assert len(changed["avail"]) < len(instance.clients[changed["client"]].windows)


def test_nothing_real_is_in_a_made_up_week():
    instance, planted = generate(30, "normal", 1)
    assert all(id_[0] == "C" and id_[1:].isdigit() for id_ in instance.clients)
    assert schedule_json(planted)["groups"]
