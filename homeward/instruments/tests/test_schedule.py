"""Which questionnaire is due when: a table of cases, and what holds for every course."""

from datetime import date, timedelta

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from homeward.instruments.library import instrument_ids
from homeward.instruments.rules.schedule import (
    Course,
    Given,
    Line,
    Moment,
    Occasion,
    ScheduleNumbers,
    Standing,
    When,
    schedule,
)
from homeward.instruments.rules.schedule_table import CORE

DAY = date(2026, 3, 2)
IN = Course(DAY, (), ())


def on(days: int) -> date:
    return DAY + timedelta(days=days)


def happened(moment: str, days: int, months: int = 0) -> Occasion:
    return Occasion(Moment(moment), f"{moment}:{days}", on(days), months)


def phq9(days: int, total: float | None, item9: int | None = 0) -> Given:
    items = {} if item9 is None else {"9": item9}
    return Given("phq9", on(days), total, items)


# What the line asks, what happened, what was answered, the day looked from -> how it stands.
CASES = [
    ("weekly, nothing yet", "weekly", "bam_iop", [], [], 3, "coming"),
    ("weekly, the seventh day", "weekly", "bam_iop", [], [], 7, "due"),
    ("weekly, two days of grace", "weekly", "bam_iop", [], [], 9, "due"),
    ("weekly, beyond them", "weekly", "bam_iop", [], [], 10, "overdue"),
    ("weekly, answered yesterday", "weekly", "bam_iop", [],
     [Given("bam_iop", on(9))], 10, "coming"),
    ("weekly, an answer of an earlier stay", "weekly", "bam_iop", [],
     [Given("bam_iop", on(-30))], 7, "due"),
    ("monthly, day 22", "monthly", "bam", [], [], 22, None),
    ("monthly, a week ahead", "monthly", "bam", [], [], 23, "coming"),
    ("monthly, day 30", "monthly", "bam", [], [], 30, "due"),
    ("admission, the day itself", "admission", "gad7", [happened("admission", 0)], [], 0, "due"),
    ("admission, the third day", "admission", "gad7", [happened("admission", 0)], [], 3, "due"),
    ("admission, the fourth", "admission", "gad7", [happened("admission", 0)], [], 4, "overdue"),
    ("admission, answered that day", "admission", "gad7", [happened("admission", 0)],
     [Given("gad7", on(0))], 4, None),
    ("admission, answered before it", "admission", "gad7", [happened("admission", 0)],
     [Given("gad7", on(-1))], 1, "due"),
    ("admission, long past", "admission", "gad7", [happened("admission", 0)], [], 64, None),
    ("a step, today", "step_change", "readiness_ruler", [happened("step_change", 40)], [], 40,
     "due"),
    ("a return to use", "return_to_use", "cssrs_screener", [happened("return_to_use", 20)], [], 21,
     "due"),
    ("two returns, one answer between", "return_to_use", "cssrs_screener",
     [happened("return_to_use", 20), happened("return_to_use", 30)],
     [Given("cssrs_screener", on(21))], 30, "due"),
    ("discharge", "discharge", "sip2r", [happened("discharge", 90)], [], 90, "due"),
    ("follow-up at one month", "follow_up", "bam", [happened("follow_up", 120, 1)], [], 120, "due"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "instrument", "occasions", "answers", "day", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_stands_as_the_table_says(moment, instrument, occasions, answers, day, expected):
    course = Course(DAY, tuple(occasions), tuple(answers))
    found = schedule((Line(Moment(moment), instrument),), course, on(day))
    assert (found[0].standing if found else None) == expected


# The last PHQ-9 -> the days until the next.
RHYTHMS = [
    ("calm", phq9(0, 4), 14),
    ("at the cut", phq9(0, 10), 7),
    ("thoughts of death at a low total", phq9(0, 1, 1), 7),
    ("no total", phq9(0, None), 7),
    ("item 9 open", phq9(0, 3, None), 7),
]


@pytest.mark.parametrize(
    ("last", "days"), [case[1:] for case in RHYTHMS], ids=[case[0] for case in RHYTHMS]
)
def test_asks_for_the_phq9_as_often_as_it_worries(last, days):
    lines = tuple(line for line in CORE if line.moment is Moment.WEEKLY)
    (due,) = (
        each
        for each in schedule(lines, Course(DAY, (), (last,)), on(days))
        if each.instrument == "phq9"
    )
    assert (due.standing, due.due_on) == (Standing.DUE, on(days))


@pytest.mark.parametrize(
    ("total", "is_asked"), [(None, False), (2.0, False), (3.0, True), (5.0, True)]
)
def test_asks_the_long_trauma_form_after_a_positive_screen(total, is_asked):
    line = Line(Moment.ADMISSION, "pcl5", When.TRAUMA_SCREEN_POSITIVE)
    answers = (Given("pc_ptsd5", on(0), total),)
    course = Course(DAY, (happened("admission", 0),), answers)
    assert bool(schedule((line,), course, on(1))) is is_asked


def test_asks_the_alcohol_screen_from_the_third_month_only():
    """AUDIT-C looks back a year; at one month it would say nothing new."""
    months = [happened("follow_up", 30 * n, n) for n in (1, 3)]
    found = schedule(CORE, Course(None, tuple(months), ()), on(30))
    assert {each.instrument for each in found if each.standing is Standing.DUE} == {"bam", "phq9"}


def test_gives_its_reasons():
    """Each line says which moment, since when nothing was answered, and on what condition."""
    (due,) = schedule((Line(Moment.WEEKLY, "bam_iop"),), IN, on(8))
    assert [reason.code for reason in due.decision.reasons] == [
        "moment_weekly", "not_answered_since", "asked_of_everybody",
    ]  # fmt: skip


def test_the_table_names_shipped_instruments_only():
    assert {line.instrument for line in CORE} <= set(instrument_ids())


moments = st.sampled_from(sorted({line.moment for line in CORE}))
courses = st.builds(
    Course,
    st.one_of(st.none(), st.integers(-100, 0).map(on)),
    st.lists(
        st.builds(Occasion, moments, st.uuids().map(str), st.integers(-100, 10).map(on)), max_size=6
    ).map(tuple),
    st.lists(
        st.builds(
            Given,
            st.sampled_from(sorted({line.instrument for line in CORE})),
            st.integers(-100, 0).map(on),
            st.one_of(st.none(), st.integers(0, 27).map(float)),
        ),
        max_size=12,
    ).map(tuple),
)


@over(courses)
def test_names_each_questionnaire_once_and_the_most_pressing_first(course):
    found = schedule(CORE, course, DAY)
    names = [each.instrument for each in found]
    assert len(names) == len(set(names))
    order = [list(Standing).index(each.standing) for each in found]
    assert order == sorted(order)


@over(courses, st.sampled_from(sorted({line.instrument for line in CORE})))
def test_an_answer_today_leaves_nothing_due_for_it(course, name):
    """Whatever was asked, it is asked no more on the day it was answered, save what came later."""
    answered = Course(
        course.in_program_since,
        tuple(each for each in course.occasions if each.on <= DAY),
        (*course.given, Given(name, DAY, 0.0, {"9": 0.0})),
    )
    found = [each for each in schedule(CORE, answered, DAY) if each.instrument == name]
    assert all(each.standing is Standing.COMING for each in found)


@over(courses, st.integers(0, 6))
def test_what_is_shown_ahead_lies_within_the_days_ahead(course, ahead):
    numbers = ScheduleNumbers(ahead_days=ahead)
    for each in schedule(CORE, course, DAY, numbers):
        assert each.opens_on <= DAY + timedelta(days=ahead)
        assert each.opens_on <= each.due_on
