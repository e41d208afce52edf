"""The second rule set as a table; versions that can all be run; a worse fact is never less care."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.drugtests.rules.analytes import WINDOW_DAYS, WindowNumbers
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Source
from homeward.program.rules.defaults import safe_number
from homeward.progress.rules.causes import CAUSES, held_by
from homeward.progress.rules.facts_kept import FactsUnreadable, facts_from, facts_json
from homeward.progress.rules.payer_clocks import clocks_after, clocks_of_filing
from homeward.progress.rules.replay import Case, replayed
from homeward.progress.rules.rule_sets import (
    CURRENT,
    RULE_SETS,
    UnknownRuleSet,
    mark_of,
    rule_set_named,
    suggest,
)
from homeward.progress.standing import days_of_new_use

from .test_rules_review import DAY, NUMBERS, READY

RANK = {"discharge": 0, "step_down": 1, "stay": 2, "step_up": 3}
STEADY = replace(READY, measures_compared=2, new_use=0, new_use_before=0)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "step_down"),
        ({"hospital_lately": True}, "step_up"),
        ({"mind_worse": True}, "step_up"),
        ({"use_told": 2}, "step_up"),
        ({"use_told": 1}, "step_down"),
        ({"withdrawal_signs": True}, "step_up"),
        ({"recent_overdose": True}, "step_up"),
        ({"has_open_safety_duty": True}, "step_up"),
        # A measure that got really worse holds a step down back; one nobody repeated does not.
        ({"measures_worse": ("phq9",)}, "stay"),
        ({"measures_compared": 0}, "step_down"),
        # Absence is a reason to reach somebody, never for less care.
        ({"last_attended_on": DAY - timedelta(days=30)}, "stay"),
        ({"last_attended_on": DAY - timedelta(days=30), "missed_in_row": 9}, "step_up"),
        # The last phase done.
        ({"next_minutes": None, "admitted_on": DAY - timedelta(days=90)}, "discharge"),
        (
            {"next_minutes": None, "admitted_on": DAY - timedelta(days=90),
             "last_attended_on": DAY - timedelta(days=20)},
            "stay",
        ),
    ],
)  # fmt: skip
def test_what_the_second_set_suggests(changes, outcome):
    assert suggest(replace(STEADY, **changes), NUMBERS).outcome == outcome


COUNTED = replace(NUMBERS, untested_percent=25)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "step_down"),
        # From six to two is falling use, whatever two once meant; from one to two is rising.
        ({"tests_positive": 2, "new_use": 2, "new_use_before": 6}, "step_down"),
        ({"tests_positive": 2, "new_use": 2, "new_use_before": 2}, "step_down"),
        ({"tests_positive": 2, "new_use": 2, "new_use_before": 1}, "step_up"),
        ({"tests_positive": 2, "new_use": 1, "new_use_before": 0}, "step_down"),
        # What may be left over is no new use; facts that do not say leave it unknown.
        ({"tests_positive": 3, "new_use": 0}, "step_down"),
        ({"tests_positive": 3, "new_use": None, "new_use_before": None}, "step_down"),
        # Tests missed or refused: up to a quarter; above it the phase is not known to be clear.
        ({"tests_negative": 3, "tests_missed": 1}, "step_down"),
        ({"tests_negative": 4, "tests_missed": 2}, "stay"),
        ({"tests_negative": 4, "tests_missed": 2, "positives_in_phase": 1}, "stay"),
    ],
)
def test_what_the_third_set_reads_in_tests(changes, outcome):
    assert suggest(replace(STEADY, **changes), COUNTED).outcome == outcome


def test_older_sets_read_tests_as_they_did():
    falling = replace(STEADY, tests_positive=2, new_use=2, new_use_before=6)
    assert RULE_SETS["step-2"].suggest(falling, COUNTED).outcome == "step_up"
    assert RULE_SETS["step-1"].suggest(falling, COUNTED).outcome == "step_up"


def test_lost_contact_is_said_beside_the_suggestion():
    decision = suggest(replace(STEADY, last_attended_on=DAY - timedelta(days=30)), NUMBERS)
    assert decision.extras["contact_lost"] is True
    assert decision.extras["is_ready_for_next_phase"] is False


standings = st.builds(
    replace,
    st.just(STEADY),
    sessions_kept=st.integers(0, 16),
    tests_negative=st.integers(0, 5),
    tests_positive=st.integers(0, 3),
    positives_in_phase=st.integers(0, 3),
    tests_missed=st.integers(0, 3),
    new_use=st.sampled_from([None, 0, 1, 2, 3]),
    new_use_before=st.sampled_from([None, 0, 1, 2, 6]),
    objectives_met=st.integers(0, 3),
    has_prevention_plan=st.sampled_from([True, False, None]),
    missed_in_row=st.integers(0, 5),
    has_open_safety_duty=st.booleans(),
    use_told=st.integers(0, 3),
    hospital_lately=st.sampled_from([True, None]),
    measures_worse=st.sampled_from([(), ("phq9",)]),
    next_minutes=st.sampled_from([None, 360, 540, 720]),
    admitted_on=st.sampled_from([DAY - timedelta(days=days) for days in (30, 120)]),
    last_attended_on=st.dates(DAY - timedelta(days=30), DAY),
)
WORSE = {
    "a positive test": lambda s: replace(
        s, tests_positive=s.tests_positive + 1, positives_in_phase=s.positives_in_phase + 1,
        last_positive_on=s.on, new_use=None if s.new_use is None else s.new_use + 1,
    ),
    "a missed test": lambda s: replace(s, tests_missed=s.tests_missed + 1),
    "a missed day": lambda s: replace(
        s, missed_in_row=s.missed_in_row + 1, sessions_kept=max(0, s.sessions_kept - 1)
    ),
    "a longer absence": lambda s: replace(s, last_attended_on=s.last_attended_on - timedelta(20)),
    "a danger": lambda s: replace(s, has_open_safety_duty=True),
    "an overdose": lambda s: replace(s, recent_overdose=True),
    "withdrawal": lambda s: replace(s, withdrawal_signs=True),
    "no safe home": lambda s: replace(s, unsafe_housing=True),
    "a hospital": lambda s: replace(s, hospital_lately=True),
    "a crisis": lambda s: replace(s, mind_worse=True),
    "use told": lambda s: replace(s, use_told=s.use_told + 1),
    "a worse measure": lambda s: replace(
        s, measures_compared=s.measures_compared + 1, measures_worse=(*s.measures_worse, "gad7")
    ),
    "an objective less": lambda s: replace(s, objectives_met=max(0, s.objectives_met - 1)),
    "no plan for staying well": lambda s: replace(s, has_prevention_plan=False),
    "a negative test less": lambda s: replace(s, tests_negative=max(0, s.tests_negative - 1)),
}  # fmt: skip


@given(standing=standings, name=st.sampled_from(sorted(WORSE)))
def test_a_worse_fact_never_suggests_a_lower_level(standing, name):
    before = suggest(standing, COUNTED).outcome
    after = suggest(WORSE[name](standing), COUNTED).outcome
    assert RANK[after] >= RANK[before], name


@given(standings)
def test_kept_facts_say_the_same_again(standing):
    """Any version can be run on what was written down."""
    kept, numbers = facts_from(facts_json(standing, NUMBERS))
    assert (kept, numbers) == (standing, NUMBERS)
    for rules in RULE_SETS.values():
        assert rules.suggest(kept, numbers) == rules.suggest(standing, NUMBERS)


def test_facts_of_an_older_version_are_read_with_defaults():
    kept = facts_json(READY, NUMBERS)
    for name in ("use_told", "measures_worse", "measures_compared", "hospital_lately"):
        del kept["standing"][name]
    del kept["numbers"]["event_days"]
    assert facts_from(kept)[0] == READY
    kept["standing"]["unheard_of"] = 1
    with pytest.raises(FactsUnreadable):
        facts_from(kept)


def test_another_number_is_another_decision_and_another_version():
    """Changing a program's number changes what is suggested and the version that is recorded."""
    usual, strict = NUMBERS, replace(NUMBERS, attendance_percent=90)
    before, after = suggest(STEADY, usual), suggest(STEADY, strict)
    assert (before.outcome, after.outcome) == ("step_down", "stay")
    assert before.version == f"4+{mark_of(usual)}" != after.version
    assert after.extras["numbers"]["attendance_percent"] == 90


def test_every_version_is_registered_and_runs():
    assert CURRENT.code == "step-4"
    assert rule_set_named("step-1").suggest(READY, NUMBERS).rule_set == "step-1"
    with pytest.raises(UnknownRuleSet):
        rule_set_named("step-0")


def test_a_replay_counts_and_lists_where_it_differs():
    lost = replace(STEADY, last_attended_on=DAY - timedelta(days=20))
    old = RULE_SETS["step-1"]

    def case(key, standing, decided):
        said = old.suggest(standing, NUMBERS)
        return Case(key, DAY, standing, NUMBERS, said.outcome, said.rule_set, said.version, decided)

    found = replayed([case("a", STEADY, "step_down"), case("b", lost, "stay")], CURRENT)
    assert [each.case.key for each in found.differing] == ["b"]
    assert found.moves() == {("step_down", "step_down"): 1, ("discharge", "stay"): 1}
    assert found.against_the_team == ()
    assert "contact_lost" in {line.code for line in found.differing[0].reasons}


ZONE = "America/Chicago"


@pytest.mark.parametrize(
    ("opened", "days", "until"),
    [
        ("2026-11-24T18:00", 1, "2026-11-26T06:00"),  # Tuesday: by the end of Wednesday
        ("2026-11-25T18:00", 1, "2026-11-28T06:00"),  # Thursday is closed: by Friday's end
        ("2026-11-27T18:00", 1, "2026-12-01T06:00"),  # Friday: by Monday's end
        ("2026-11-28T04:00", 1, "2026-12-01T06:00"),  # still Friday evening at the site
        ("2026-11-24T18:00", 0, "2026-11-25T06:00"),
    ],
)
def test_a_called_for_review_is_held_within_business_days(opened, days, until):
    closed = {date(2026, 11, 26)}
    at = datetime.fromisoformat(opened).replace(tzinfo=UTC)
    assert held_by(at, days, ZONE, closed) == datetime.fromisoformat(until).replace(tzinfo=UTC)


def test_every_cause_names_who_is_asked():
    assert {cause.asks for cause in CAUSES.values()} == {"counselor", "nurse"}


def test_the_clocks_of_a_no_are_the_payers_own():
    source = Source("payer_policy", "The payer's contract", "payer")

    def number(code, value, unit):
        return ProgramNumber(code, Decimal(value), unit, source, DAY)

    denied = datetime(2026, 11, 24, 18, tzinfo=UTC)
    found = clocks_after(
        denied,
        {
            "appeal_days": number("appeal_days", 180, "days"),
            "peer_to_peer_days": number("peer_to_peer_days", 5, "days"),
        },
        ZONE,
    )
    assert [(clock.code, clock.ends_at.isoformat()) for clock in found] == [
        ("peer_to_peer", "2026-11-30T06:00:00+00:00"),
        ("appeal", "2027-05-24T05:00:00+00:00"),
    ]
    assert all(clock.source == source for clock in found)
    filed = clocks_of_filing(
        denied,
        {
            "urgent_answer_hours": number("urgent_answer_hours", 72, "hours"),
            "urgent_concurrent_answer_hours": number("concurrent", 24, "hours"),
        },
        ZONE,
    )
    assert [(clock.code, clock.ends_at - denied) for clock in filed] == [
        ("urgent_concurrent_answer", timedelta(hours=24)),
        ("urgent_answer", timedelta(hours=72)),
    ]


def test_a_thin_second_specimen_does_not_hide_new_use():
    """The same level at half the creatinine is twice as much; at the same creatinine it is not."""

    def tested(day, level, creatinine):
        test = SimpleNamespace(measured={"creatinine": creatinine} if creatinine else {})
        return date(2026, 11, day), SimpleNamespace(
            test=test, test_id=day, analyte="cocaine", method="definitive", result="positive",
            level=level,
        )  # fmt: skip

    windows = WindowNumbers.of({code: safe_number(code) for code in WINDOW_DAYS.values()})
    first = tested(1, 400, "100")
    for creatinine, days in (("50", [1, 3]), ("100", [1]), ("", [1])):
        found = days_of_new_use([first, tested(3, 400, creatinine)], windows)
        assert [day.day for day in found] == days
