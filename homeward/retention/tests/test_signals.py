"""Each signal as a table a clinician can read, and what holds for all of them."""

import ast
import inspect
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.program.rules.defaults import NUMBERS, safe_number
from homeward.retention import gathering, looking
from homeward.retention.rules.course import (
    DAY,
    RAISED,
    Course,
    Fact,
    Kind,
    SignalNumbers,
)
from homeward.retention.rules.signals import SIGNALS, raised_on
from homeward.retention.rules.standing import (
    PASS,
    RAISE,
    RENEW,
    WITHDRAW,
    Standing,
    changes,
    keys_of,
)

N = SignalNumbers.of({code: safe_number(code) for code in NUMBERS})
TODAY = date(2026, 11, 24)
K = Kind
DOC = Path(__file__).resolve().parents[3] / "docs" / "algorithms" / "retention-signals.md"


def course(*told, days_in=60):
    """A course from (kind, days ago) or (kind, days ago, value); days ahead are negative."""
    facts = []
    for number, (kind, ago, *value) in enumerate(told):
        on = TODAY - ago * DAY
        known = min(on, TODAY - 60 * DAY) if ago < 0 else None
        facts.append(Fact(kind, on, "row", str(number), value[0] if value else 0, known))
    return Course(TODAY - days_in * DAY, tuple(facts))


def craving(*said):
    """Days ago and what was said."""
    return [(K.CRAVING, ago, value) for ago, value in said]


@pytest.mark.parametrize(
    ("code", "told", "is_raised"),
    [
        ("two_absences", [(K.ABSENT, 0), (K.ABSENT, 6)], True),
        ("two_absences", [(K.ABSENT, 0), (K.ABSENT, 7)], False),
        ("two_absences", [(K.ABSENT, 0), (K.ABSENT, 0)], False),
        ("two_absences", [], False),
        ("late_trend", [(K.CAME_LATE, n) for n in (0, 4, 13)], True),
        ("late_trend", [(K.CAME_LATE, n) for n in (0, 4, 14)], False),
        ("late_trend", [(K.CAME_LATE, n) for n in (0, 4, 8, 15, 17, 20)], False),
        ("unreturned_calls", [(K.CALL_UNANSWERED, 0), (K.CALL_UNANSWERED, 1)], True),
        ("unreturned_calls", [(K.CALL_UNANSWERED, 0), (K.CALL_UNANSWERED, 7)], False),
        ("unreturned_calls", [(K.CALL_UNANSWERED, 3), (K.CALL_UNANSWERED, 4), (K.CAME, 2)], False),
        ("unreturned_calls", [(K.CALL_UNANSWERED, 3), (K.CALL_UNANSWERED, 4), (K.CAME, 5)], True),
        (
            "unreturned_calls",
            [(K.CALL_UNANSWERED, 3), (K.CALL_UNANSWERED, 4), (K.REACHED, 3)],
            False,
        ),
        ("missed_test", [(K.TEST_NOT_GIVEN, 13)], True),
        ("missed_test", [(K.TEST_NOT_GIVEN, 14)], False),
        (
            "positive_after_negatives",
            [(K.TEST_NEGATIVE, 20), (K.TEST_NEGATIVE, 12), (K.TEST_POSITIVE, 2)],
            True,
        ),
        (
            "positive_after_negatives",
            [(K.TEST_NEGATIVE, 20), (K.TEST_NEGATIVE, 12), (K.TEST_PRESUMPTIVE, 2)],
            True,
        ),
        (
            "positive_after_negatives",
            [
                (K.TEST_NEGATIVE, 20),
                (K.TEST_PRESUMPTIVE, 16),
                (K.TEST_NEGATIVE, 12),
                (K.TEST_POSITIVE, 2),
            ],
            False,
        ),
        ("positive_after_negatives", [(K.TEST_NEGATIVE, 12), (K.TEST_POSITIVE, 2)], False),
        (
            "positive_after_negatives",
            [(K.TEST_NEGATIVE, 20), (K.TEST_NEGATIVE, 18), (K.TEST_POSITIVE, 14)],
            False,
        ),
        (
            "positive_after_negatives",
            [
                (K.TEST_NEGATIVE, 20),
                (K.TEST_NEGATIVE, 12),
                (K.TEST_NOT_GIVEN, 6),
                (K.TEST_POSITIVE, 2),
            ],
            True,
        ),
        ("craving_rise", craving((0, 7), (1, 6), (8, 4), (9, 4)), True),
        ("craving_rise", craving((0, 6), (1, 5), (8, 4), (9, 4)), False),
        ("craving_rise", craving((0, 9), (8, 1), (9, 1)), False),
        ("housing_or_job_loss", [(K.JOB_LOST, 29)], True),
        ("housing_or_job_loss", [(K.HOUSING_LOST, 30)], False),
        ("payer_lapse", [(K.COVER_ENDS, -14)], True),
        ("payer_lapse", [(K.COVER_ENDS, -15)], False),
        ("payer_lapse", [(K.COVER_ENDS, 14)], True),
        ("phase_change", [(K.PHASE_BEGAN, 6)], True),
        ("phase_change", [(K.PHASE_BEGAN, 7)], False),
        ("counselor_change", [(K.COUNSELOR_CHANGED, 13)], True),
        ("counselor_change", [(K.COUNSELOR_CHANGED, 14)], False),
        ("holiday_ahead", [(K.CLOSED_DAY, -3, 4)], True),
        ("holiday_ahead", [(K.CLOSED_DAY, -3, 2)], False),
        ("holiday_ahead", [(K.CLOSED_DAY, -4, 4)], False),
        ("own_date_ahead", [(K.OWN_DATE, -7)], True),
        ("own_date_ahead", [(K.OWN_DATE, 0)], True),
        ("own_date_ahead", [(K.OWN_DATE, 1)], False),
    ],
)
def test_what_raises_a_signal(code, told, is_raised):
    decision = SIGNALS[code].look(course(*told), TODAY, N)
    assert (decision.outcome == RAISED) is is_raised


@pytest.mark.parametrize(("days_in", "is_raised"), [(6, True), (7, False)])
def test_the_first_week_has_an_end(days_in, is_raised):
    decision = SIGNALS["first_week_absence"].look(course((K.ABSENT, 1), days_in=days_in), TODAY, N)
    assert (decision.outcome == RAISED) is is_raised


@pytest.mark.parametrize(
    ("name", "value", "is_raised"), [("absences", 3, False), ("absence_days", 14, True)]
)
def test_the_programs_numbers_decide(name, value, is_raised):
    told = course((K.ABSENT, 0), (K.ABSENT, 7 if name == "absence_days" else 2))
    decision = SIGNALS["two_absences"].look(told, TODAY, replace(N, **{name: value}))
    assert (decision.outcome == RAISED) is is_raised


facts = st.builds(
    lambda kind, ago, value, ref: Fact(
        kind, TODAY - ago * DAY, "row", ref, value, TODAY - 60 * DAY if ago < 0 else None
    ),
    st.sampled_from(list(Kind)),
    st.integers(-14, 40),
    st.integers(0, 10),
    st.uuids().map(str),
)
courses = st.lists(facts, max_size=25).map(lambda told: Course(TODAY - 30 * DAY, tuple(told)))


@settings(deadline=None, max_examples=150)
@given(courses)
def test_a_signal_stands_on_its_facts_and_falls_with_them(lived):
    """The named facts alone raise it; without them it is not raised; each is on record."""
    for code, decision in raised_on(lived, TODAY, N).items():
        keys = keys_of(decision)
        with_them = tuple(fact for fact in lived.facts if fact.key in keys)
        without = tuple(fact for fact in lived.facts if fact.key not in keys)
        look = SIGNALS[code].look
        assert keys
        assert {fact.kind for fact in with_them} <= set(SIGNALS[code].looks_at)
        assert len(decision.reasons[0].evidence) == len(decision.extras["facts"]) == len(with_them)
        assert look(Course(lived.admitted_on, with_them), TODAY, N).outcome == RAISED
        left = look(Course(lived.admitted_on, without), TODAY, N)
        assert left.outcome != RAISED or not keys & keys_of(left)


@settings(deadline=None, max_examples=60)
@given(courses, st.integers(0, 20))
def test_nothing_of_a_later_day_is_known(lived, ago):
    """A fact that was not on record on a day changes nothing on that day."""
    on = TODAY - ago * DAY
    known = tuple(f for f in lived.facts if (f.known_on or f.on) <= on)
    then = raised_on(Course(lived.admitted_on, known), on, N)
    assert raised_on(lived, on, N) == then


@settings(deadline=None, max_examples=60)
@given(courses)
def test_taking_a_fact_back_withdraws_what_stood_on_it(lived):
    for code, decision in raised_on(lived, TODAY, N).items():
        standing = {code: Standing(code, TODAY, keys_of(decision))}
        trigger = decision.extras["trigger"]
        rest = Course(
            lived.admitted_on, tuple(f for f in lived.facts if f.key not in keys_of(decision))
        )
        told = {each.code: each.what for each in changes(rest, TODAY, N, standing, {})}
        assert told[code] in (WITHDRAW, RENEW)
        again = changes(lived, TODAY, N, {}, {code: frozenset({trigger})})
        assert code not in {each.code for each in again}


def test_time_passes_a_signal_and_corrections_withdraw_it():
    lived = course((K.ABSENT, 0), (K.ABSENT, 2))
    (raised,) = [each for each in changes(lived, TODAY, N, {}, {}) if each.code == "two_absences"]
    assert raised.what == RAISE
    standing = {"two_absences": Standing("two_absences", TODAY, keys_of(raised.decision))}
    assert changes(lived, TODAY + 8 * DAY, N, standing, {})[0].what == PASS
    assert changes(course((K.ABSENT, 2)), TODAY, N, standing, {})[0].what == WITHDRAW
    assert changes(lived, TODAY, N, standing, {}) == []


def test_who_somebody_is_goes_into_no_rule():
    """The inputs hold facts of care alone, and nothing that is read says who the person is."""
    assert {each.name for each in fields(Course)} == {"admitted_on", "facts"}
    assert {each.name for each in fields(Fact)} == {
        "kind", "on", "source", "ref", "value", "known_on",
    }  # fmt: skip
    who = {
        "birth_date", "sex", "pronouns", "language", "name", "preferred_name", "age", "race",
        "ethnicity", "education", "employment", "living", "primary_substance", "diagnosis",
        "payer", "payer_id", "referral_source", "address", "zip", "marital", "income",
    }  # fmt: skip
    rules = Path(inspect.getfile(inspect.unwrap(SIGNALS["two_absences"].look))).parent
    modules = [Path(gathering.__file__), Path(looking.__file__), *rules.parent.rglob("*.py")]
    for module in modules:
        tree = ast.parse(module.read_text("utf-8"))
        read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        asked = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        told = {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword)}
        assert not who & (read | {each for each in asked if isinstance(each, str)} | told), module


def test_the_document_names_every_signal_and_number():
    page = DOC.read_text("utf-8")
    for code in SIGNALS:
        assert f"`{code}`" in page
    for code in NUMBERS:
        if code.startswith("signal_"):
            assert f"`{code}`" in page


def test_a_day_of_the_year_is_always_a_day():
    assert gathering.day_of_year(2027, 2, 29) == date(2027, 2, 28)
    assert gathering.day_of_year(2028, 2, 29) == date(2028, 2, 29)
    assert timedelta(0) == gathering.day_of_year(2027, 4, 31) - date(2027, 4, 30)
