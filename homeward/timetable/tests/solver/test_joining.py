"""Leaders and one-to-ones beside given seats, all at once or some clients at a time."""

from dataclasses import replace

import pytest

from homeward.timetable.solver.blocks import joining
from homeward.timetable.solver.blocks.cohorts import written
from homeward.timetable.solver.blocks.in_batches import visit_in_batches
from homeward.timetable.solver.blocks.joining import lead_and_visit
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.blocks.visiting import Led, Visiting
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.decoding import decode
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.ordering import ordered
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.standing import LedTeam, Standing


def planted_teams(size: int, kind: str) -> tuple[Possible, list[Team], dict[Team, str]]:
    """The groups of a planted week, and who leads them there."""
    instance, planted = generate(size, kind, 1)
    standing = Standing.of(planted)
    leaders = {each.team: each.leader for each in standing.groups}
    return Possible(ordered(instance)), sorted(leaders), leaders


@pytest.fixture(scope="module", params=["normal", "hetero"])
def week(request):
    return planted_teams(22, request.param)


def standing_of(led: Led) -> Standing:
    groups = sorted(LedTeam(team, person) for team, person in led.leaders.items())
    return Standing(tuple(groups), led.visits)


def test_beside_planted_seats_nothing_is_missing_and_every_answer_is_better(week):
    """Each answer keeps every rule, each costs less than the one before, the last misses none."""
    possible, teams, _leaders = week
    answers = list(lead_and_visit(possible, teams, Effort(total=20), 10))
    costs = [each.objective for each in answers]
    assert costs == sorted(set(costs), reverse=True)
    for led in answers:
        report = check(possible.instance, decode(possible, standing_of(led)))
        assert report.holds
    assert report.unplaced == 0


def test_what_the_relaxation_decides_costs_nothing_on_small_weeks(week):
    """The last answer is the optimum of the whole model, found without any relaxation."""
    possible, teams, _leaders = week
    *_others, last = lead_and_visit(possible, teams, Effort(total=20), 10)
    plain = Visiting(possible, teams, {}).search(Effort(total=20), 20)
    assert plain.is_optimal
    assert last.objective == plain.objective


def test_large_models_stop_near_enough(week, monkeypatch):
    """Where the whole is too large to search out, what is left is told to be near the best."""
    possible, teams, _leaders = week
    monkeypatch.setattr(joining, "MOST_WHOLE", 0)
    *_others, last = lead_and_visit(possible, teams, Effort(total=20), 10)
    plain = Visiting(possible, teams, {}).search(Effort(total=20), 20)
    assert last.objective <= plain.objective + 2 * joining.NEAR_A_CLIENT * len(possible.clients)


def test_only_the_last_answer_may_leave_a_group_without_a_leader(week):
    """With one leader gone for good, every group led is told of, and the others are not."""
    possible, teams, _leaders = week
    people = sorted(possible.staff)
    for person in people[::2]:
        possible.staff_free[person] = [0] * len(possible.staff_free[person])
    try:
        *others, last = lead_and_visit(possible, teams, Effort(total=20), 10)
    finally:
        for person in people[::2]:
            ground = possible.ground.staff_open[person]
            possible.staff_free[person] = [
                free & whole for free, whole in zip(ground, possible.ground.open, strict=True)
            ]
    assert all(len(each.leaders) == len(teams) for each in others)
    assert 0 < len(last.leaders) < len(teams)


def test_a_visit_that_only_touched_a_group_without_a_leader_falls_with_it(week):
    """What the lost group held together would be a gap; what stands beside other groups stays."""
    possible, teams, leaders = week
    led = Led(leaders, {}, False, 0, 0)
    *_others, whole = lead_and_visit(possible, teams, Effort(total=20), 10)
    for team in teams:
        less = {each: person for each, person in whole.leaders.items() if each != team}
        schedule = written(possible, teams, replace(led, leaders=less, visits=whole.visits))
        kept = {(each.client, each.day) for each in schedule.singles}
        lost = {key for key in whole.visits if key not in kept}
        assert {client for client, _day in lost} <= set(team.members)
        bare = replace(schedule, singles=())
        if check(possible.instance, bare).holds:
            assert check(possible.instance, schedule).holds


def test_batches_place_visits_around_the_leaders_named(week):
    """Some clients at a time: every rule is kept, and every group has a leader who may lead it."""
    possible, teams, leaders = week
    named = Led(leaders, {}, False, 0, 0)
    standing = visit_in_batches(possible, named, Effort(total=20), 10, Ahead(possible))
    report = check(possible.instance, decode(possible, standing))
    assert report.holds
    assert [each.team for each in standing.groups] == teams
    assert report.unplaced == 0


def test_batches_hold_everybody_with_one_to_ones_once():
    """Nobody is forgotten and nobody is placed twice."""
    possible, _teams, leaders = planted_teams(22, "tight")
    named = Led(leaders, {}, False, 0, 0)
    standing = visit_in_batches(possible, named, Effort(total=20), 10, Ahead(possible))
    for id_, client in possible.clients.items():
        placed = [
            visit[0]
            for (who, _day), (_mode, visits) in standing.visits.items()
            for visit in visits
            if who == id_
        ]
        for code in set(placed):
            assert placed.count(code) <= client.needs[code]
