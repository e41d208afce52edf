"""What a reading means, and what it does not."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.drugtests.rules.alcohol_marker import MarkerNumbers, band_of
from homeward.drugtests.rules.analytes import (
    MEMBERS,
    RULED_OUT_BY,
    WINDOW_DAYS,
    Earlier,
    Reading,
    WindowNumbers,
    by_class,
    may_be_residual,
    named_as,
    outcome_of,
    result_of,
    standing,
)
from homeward.drugtests.rules.ceilings import CeilingNumbers, one_more
from homeward.drugtests.rules.limits import LimitNumbers, limits_for
from homeward.drugtests.rules.panel import panel_for
from homeward.drugtests.rules.reading import counted, said_by
from homeward.program.rules.defaults import safe_number

P, D = "presumptive", "definitive"
DAY = date(2026, 11, 24)
WINDOWS = WindowNumbers.of({code: safe_number(code) for code in WINDOW_DAYS.values()})
CUP = ("opiates", P, "presumptive_positive")
NO_OPIATES = [
    (name, D, "negative") for name in ("morphine", "codeine", "hydrocodone", "hydromorphone")
]


@pytest.mark.parametrize(
    ("reading", "method", "prescribed", "result"),
    [
        ("negative", P, (), "negative"),
        ("positive", P, (), "presumptive_positive"),
        ("positive", D, (), "positive"),
        ("positive", P, ("thc",), "positive_expected"),
        ("negative", P, ("thc",), "negative_unexpected"),
        ("positive", P, ("etg",), "presumptive_positive"),
        ("invalid", D, ("thc",), "invalid"),
        ("not_tested", P, (), "not_tested"),
    ],
)
def test_a_reading_becomes_a_result(reading, method, prescribed, result):
    """Only a definitive method may say positive without "presumptive"."""
    assert (
        result_of(Reading(reading), method=method, analyte="thc", prescribed=prescribed) == result
    )


@pytest.mark.parametrize(
    ("results", "outcome"),
    [
        ([], "pending"),
        ([("thc", P, "negative"), ("etg", P, "negative")], "negative"),
        ([("thc", P, "presumptive_positive"), ("etg", P, "negative")], "presumptive"),
        ([("thc", P, "presumptive_positive"), ("thc", D, "negative")], "negative"),
        ([("thc", D, "negative"), ("thc", P, "presumptive_positive")], "negative"),
        ([("thc", P, "presumptive_positive"), ("thc", D, "positive")], "positive"),
        ([("buprenorphine", P, "positive_expected")], "negative"),
        ([("buprenorphine", P, "negative_unexpected")], "unexpected"),
        ([("thc", P, "invalid")], "invalid"),
        # What a laboratory names of a class outranks the class; all that matter ruled out ends it.
        ([CUP, ("morphine", D, "positive")], "positive"),
        ([("morphine", D, "positive"), ("codeine", D, "negative"), CUP], "positive"),
        ([CUP, ("6_mam", D, "negative")], "presumptive"),
        ([CUP, ("morphine", D, "negative"), ("codeine", D, "negative")], "presumptive"),
        ([CUP, *NO_OPIATES], "negative"),
        ([CUP, *NO_OPIATES, ("6_mam", D, "positive")], "positive"),
        ([CUP, ("opiates", D, "negative")], "negative"),
        ([CUP, *NO_OPIATES, ("methamphetamine", P, "presumptive_positive")], "presumptive"),
        ([CUP, ("opiates", D, "not_tested")], "presumptive"),
        ([("fentanyl", P, "presumptive_positive"), ("norfentanyl", D, "positive")], "positive"),
        ([("fentanyl", P, "presumptive_positive"), ("norfentanyl", D, "negative")], "presumptive"),
        ([("thc", P, "presumptive_positive"), ("thc_cooh", D, "negative")], "negative"),
        ([("xylazine", D, "positive")], "positive"),
        ([("opiates", P, "positive_expected"), ("codeine", D, "positive_expected")], "negative"),
        ([("opiates", P, "positive_expected"), ("6_mam", D, "positive")], "positive"),
        ([("opiates", P, "positive_expected"), *NO_OPIATES], "unexpected"),
    ],
)
def test_a_test_in_one_word(results, outcome):
    """What the laboratory names outranks what the cup suggests."""
    assert outcome_of(results) == outcome


@pytest.mark.parametrize(
    ("analyte", "reading", "prescribed", "result"),
    [
        ("codeine", "positive", ("opiates",), "positive_expected"),
        ("codeine", "negative", ("opiates",), "negative"),
        ("6_mam", "positive", ("opiates",), "positive"),
        ("methamphetamine", "positive", ("amphetamines",), "positive"),
        ("amphetamine", "positive", ("amphetamines",), "positive_expected"),
        ("eddp", "positive", ("methadone",), "positive_expected"),
        ("methadone", "negative", ("methadone",), "negative_unexpected"),
        ("methamphetamine", "positive", ("methamphetamine",), "positive_expected"),
    ],
)
def test_a_prescribed_class_explains_its_medicines_only(analyte, reading, prescribed, result):
    """No opioid medicine leaves the heroin marker, no amphetamine medicine methamphetamine."""
    assert result_of(Reading(reading), method=D, analyte=analyte, prescribed=prescribed) == result


@pytest.mark.parametrize(
    ("code", "name", "listed", "analyte"),
    [
        ("M1", "Morphine", None, "morphine"),
        ("M1", "Morphine", "opiates", "morphine"),
        ("M1", "Morphine [Mass/volume] in Urine", "opiates", "morphine"),
        ("6-MAM", "", None, "6_mam"),
        ("OP", "Opiates", "opiates", "opiates"),
        ("M1", "Morphine", "thc", "thc"),
        ("Q", "Quaaludes", None, None),
    ],
)
def test_a_named_analyte_is_known_by_its_plain_name(code, name, listed, analyte):
    """The laboratory's own list stands; where it knows only the class, the name says which."""
    assert named_as(code, name, listed) == analyte


LINES = st.lists(
    st.tuples(
        st.sampled_from(sorted({*MEMBERS, *(each for all_ in MEMBERS.values() for each in all_)})),
        st.sampled_from([P, D]),
        st.sampled_from(["negative", "positive", "invalid", "not_tested"]),
    ),
    max_size=8,
    unique_by=lambda line: line[:2],
)


@pytest.mark.parametrize(
    ("results", "line"),
    [
        ([CUP, ("morphine", D, "positive")], ("opiates", D, "positive")),
        ([CUP, *NO_OPIATES], ("opiates", D, "negative")),
        ([("benzoylecgonine", P, "negative")], ("cocaine", P, "negative")),
        ([("mdma", P, "presumptive_positive")], ("amphetamines", P, "presumptive_positive")),
        ([("mdma", P, "negative")], None),
    ],
)
def test_a_class_is_told_by_its_members(results, line):
    """For whoever counts classes, such as an incentive."""
    assert [each for each in by_class(results) if each not in results] == ([line] if line else [])


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_a_confirmed_analyte_always_speaks(lines):
    """Whatever the cup says; and nothing is positive that no laboratory named."""
    results = [
        (analyte, method, "presumptive_positive" if (method, said) == (P, "positive") else said)
        for analyte, method, said in lines
    ]
    named = [line for line in results if line[1] == D and line[2] == "positive"]
    assert (outcome_of(results) == "positive") == bool(named)
    assert outcome_of(results) == outcome_of(reversed(results))
    assert outcome_of(by_class(results)) == outcome_of(results)
    assert set(named) <= set(standing(results))


@given(st.sampled_from(sorted(RULED_OUT_BY)), st.data())
@settings(max_examples=40, deadline=None)
def test_a_class_is_ruled_out_by_all_that_matters_and_by_no_less(name, data):
    groups = RULED_OUT_BY[name]
    looked_at = [data.draw(st.sampled_from(sorted(group))) for group in groups]
    results = [(name, P, "presumptive_positive")] + [(each, D, "negative") for each in looked_at]
    assert outcome_of(results) == "negative"
    left_out = data.draw(st.sampled_from(groups))
    assert outcome_of([line for line in results if line[0] not in left_out]) == "presumptive"
    assert all(group <= set(MEMBERS[name]) for group in groups)


@pytest.mark.parametrize(
    ("analyte", "days", "before", "after", "residual"),
    [
        ("thc", 20, None, None, True),
        ("thc", 31, None, None, False),
        ("cocaine", 4, None, None, True),
        ("cocaine", 5, None, None, False),
        ("thc", 10, "300", "80", True),
        ("thc", 10, "80", "300", False),
        ("something_new", 1, None, None, False),
        ("morphine", 5, None, None, True),
        ("6_mam", 2, None, None, False),
    ],
)
def test_a_second_positive_may_be_left_over(analyte, days, before, after, residual):
    """Inside the window of the first it may be residual, unless its level rose."""
    earlier = Earlier(
        on=date.fromordinal(DAY.toordinal() - days), level=Decimal(before) if before else None
    )
    found = may_be_residual(
        analyte, DAY, Decimal(after) if after else None, [earlier], numbers=WINDOWS
    )
    assert (found is earlier) is residual


def test_another_window_of_the_program_is_another_answer():
    """The days are the program's dated numbers; oxycodone has none, so nothing is left over."""
    week = replace(safe_number("detection_days_thc"), value=Decimal(7))
    numbers = WindowNumbers({**WINDOWS.days, "thc": week})
    earlier = [Earlier(on=date.fromordinal(DAY.toordinal() - 20))]
    assert may_be_residual("thc", DAY, None, earlier, numbers=numbers) is None
    assert may_be_residual("thc_cooh", DAY, None, earlier, numbers=WINDOWS) is earlier[0]
    assert may_be_residual("oxycodone", DAY, None, earlier, numbers=WINDOWS) is None


CEILINGS = CeilingNumbers.of({item.name: safe_number(item.name) for item in fields(CeilingNumbers)})


@pytest.mark.parametrize(
    ("method", "day_in_care", "days_ago", "outcome"),
    [
        ("presumptive", 90, (1, 2), "within"), ("presumptive", 90, (1, 2, 6), "beyond"),
        ("presumptive", 90, (1, 2, 7), "within"), ("presumptive", 91, (10, 20, 29), "beyond"),
        ("presumptive", 91, (10, 20, 30), "within"),
        ("definitive", 30, (), "within"), ("definitive", 30, (6,), "beyond"),
        ("definitive", 30, (7,), "within"), ("definitive", 31, (6, 20), "within"),
        ("definitive", 31, (6, 20, 29), "beyond"), ("definitive", 91, (6, 20, 29), "beyond"),
        ("definitive", 91, (40, 60, 89), "beyond"), ("definitive", 91, (40, 60, 90), "within"),
    ],
)  # fmt: skip
def test_what_payers_usually_pay_by_the_day_in_care(method, day_in_care, days_ago, outcome):
    """By the week, by the month, by three months; a ceiling is named with its number and source."""
    admitted = date.fromordinal(DAY.toordinal() - day_in_care + 1)
    before = [date.fromordinal(DAY.toordinal() - ago) for ago in days_ago]
    found = one_more(method, DAY, admitted, before, CEILINGS)
    assert found.outcome == outcome
    assert found.reasons[0].code == f"ceiling_{method}"
    assert found.reasons[0].source.code == "medicare_testing"


NUMBERS = LimitNumbers(
    tests_early_min_per_week=1,
    tests_stable_min_per_month=1,
    presumptive_max_per_week=3,
    presumptive_max_per_month_later=3,
)


@pytest.mark.parametrize(
    ("frequency", "most", "window", "least"),
    [
        (8, 12, "week", 1), (4, 12, "week", 1), (2, 3, "month", 1), (1, 3, "month", 1),
        (0, 0, "month", 0), (20, 20, "week", 1),
    ],
)  # fmt: skip
def test_the_limits_of_a_phase(frequency, most, window, least):
    limits = limits_for(frequency, NUMBERS)
    assert (limits.most_per_month, limits.window, limits.least_per_window) == (most, window, least)


def test_the_maximum_always_leaves_room_for_the_minimum():
    """Six weeks may touch a month."""
    numbers = replace(NUMBERS, tests_early_min_per_week=3)
    assert limits_for(8, numbers).most_per_month == 18


def test_a_weeks_maximum_is_none_of_a_later_month():
    """Each has its own number."""
    numbers = replace(NUMBERS, presumptive_max_per_week=2, presumptive_max_per_month_later=4)
    assert [limits_for(each, numbers).most_per_month for each in (8, 2)] == [8, 4]


@pytest.mark.parametrize(("day_in_care", "most"), [(1, 12), (90, 12), (91, 6), (300, 6)])
def test_after_the_early_days_a_month_has_the_later_maximum(day_in_care, most):
    """Six of them where a week has its own minimum: the maximum leaves room for it."""
    assert limits_for(4, NUMBERS, day_in_care).most_per_month == most


def test_levels_are_compared_per_creatinine():
    """The same level in a specimen half as thin is a rise."""
    earlier = Earlier(on=date(2026, 11, 1), level=Decimal(80), creatinine=Decimal(200))
    now = {"analyte": "thc", "on": date(2026, 11, 10), "earlier": [earlier]}
    now["numbers"] = WINDOWS
    assert may_be_residual(level=Decimal(70), **now) is earlier
    assert may_be_residual(level=Decimal(70), creatinine=Decimal(50), **now) is None


@pytest.mark.parametrize(
    ("outcome", "specimen", "said"),
    [
        ("negative", "valid", "negative"), ("negative", "not_measured", "negative"),
        ("negative", "dilute_neg", "dilute_negative"), ("negative", "substituted", "substituted"),
        ("negative", "adulterated", "adulterated"), ("negative", "invalid", "invalid"),
        ("unexpected", "substituted", "substituted"), ("unexpected", "dilute_neg", "unexpected"),
        ("positive", "adulterated", "positive"), ("presumptive", "invalid", "presumptive"),
        ("invalid", "adulterated", "adulterated"), ("pending", "", "pending"),
    ],
)  # fmt: skip
def test_a_specimen_may_take_the_word_from_a_result(outcome, specimen, said):
    """What was found stays found; a negative out of a tampered specimen says nothing."""
    assert said_by(outcome, specimen) == said
    counts = counted([(outcome, specimen, "resulted")])
    assert counts.negative == (said == "negative")


@pytest.mark.parametrize(
    ("level", "band"),
    [(None, "etg_level_unknown"), (99, "etg_below"), (100, "etg_contact"), (500, "etg_earlier"),
     (999, "etg_earlier"), (1000, "etg_earlier"), (1001, "etg_recent")],
)  # fmt: skip
def test_the_alcohol_marker_is_a_hint(level, band):
    bands = MarkerNumbers(
        etg_contact_from=Decimal(100), etg_earlier_from=Decimal(500), etg_recent_from=Decimal(1000)
    )
    assert band_of(Decimal(level) if level is not None else None, bands) == band


def test_the_panel_is_the_persons_own():
    assert panel_for(["alcohol"]) == ("etg",)
    assert panel_for(["heroin"]) == ("opiates", "fentanyl")
    assert panel_for([""]) == ()
    assert panel_for(["alcohol"], {"methadone"}) == ("etg", "methadone")
