"""The next amount after any history, the bowl, and what counts: tables and properties."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.cli.bench.incentives import lived_through
from homeward.incentives.commands import verify_draw
from homeward.incentives.rules import bowl, counting, course
from homeward.incentives.rules.course import EXCUSED, MET, MISSED, UNMET, Used
from homeward.incentives.rules.shipped import TERMS
from homeward.incentives.rules.terms import Slip, Terms, faults_of
from homeward.incentives.tests.second_verifier import holds
from homeward.kernel.bad_input import BadInput

STEPS = Terms(
    kind="voucher", first=250, step=125, most=700, bonus_every=3, bonus=300, restore_after=5,
    visit_cap=5000, year_cap=50_000,
)  # fmt: skip
M, U, X, E = MET, UNMET, MISSED, EXCUSED
BOWL = (Slip("word", 250, 0), Slip("small", 209, 100), Slip("large", 40, 1000), Slip("top", 1, 1))


@pytest.mark.parametrize(
    ("history", "amounts"),
    [
        ([M, M, M, M, M], [250, 375, 800, 625, 700]),  # up, a bonus at the third, the highest
        ([M, M, X, M], [250, 375, 0, 250]),  # missed: from the first step again
        ([M, M, U, M], [250, 375, 0, 250]),
        ([M, E, M, E, M], [250, 0, 375, 0, 800]),  # excused changes nothing
        ([M, M, M, M, U, M, M, M, M, M, M], [250, 375, 800, 625, 0, 250, 375, 800, 625, 700, 1000]),
        ([M, M, M, M, M, U, M, U, M, M, M, M, M, M],
         [250, 375, 800, 625, 700, 0, 250, 0, 250, 375, 800, 625, 700, 1000]),
        ([U, U, M], [0, 0, 250]),
    ],
)  # fmt: skip
def test_up_bonus_reset_and_back(history, amounts):
    told = [
        course.decide(STEPS, history[:n], each, Used()).extras["cents"]
        for n, each in enumerate(history)
    ]
    assert told == amounts


def test_the_way_back_is_the_height_before():
    """Five in a row after a reset: the sixth pays what the highest before the reset paid next."""
    terms = Terms(**{**{n: getattr(STEPS, n) for n in STEPS.__slots__}, "most": 5000, "bonus": 0,
                     "bonus_every": 0})  # fmt: skip
    before = [M] * 12
    back = course.decide(terms, before + [U] + [M] * 5, M, Used())
    assert back.extras["cents"] == 250 + 12 * 125
    said = course.decide(terms, before + [U] + [M] * 4, M, Used())
    assert "incentive_restored" in {reason.code for reason in said.reasons}


@pytest.mark.parametrize(
    ("used", "cents", "cut"),
    [
        (Used(0, 0), 250, ""),
        (Used(4900, 4900), 100, "incentive_visit_cap"),
        (Used(0, 49_990), 10, "incentive_year_cap"),
        (Used(5000, 5000), 0, "incentive_visit_cap"),
        (Used(9000, 90_000), 0, "incentive_year_cap"),
    ],
)
def test_caps_cut_and_say_so(used, cents, cut):
    told = course.decide(STEPS, [], M, used)
    assert told.extras["cents"] == cents
    failing = {each.code for each in told.reasons if each.state == "not_met"}
    assert (cut in failing) if cut else not failing


outcomes = st.sampled_from([M, M, M, U, X, E])
terms = st.builds(
    Terms,
    kind=st.just("voucher"),
    first=st.integers(1, 500),
    step=st.integers(0, 300),
    most=st.integers(500, 3000),
    bonus_every=st.just(3),
    bonus=st.integers(1, 900),
    restore_after=st.integers(0, 6),
    visit_cap=st.integers(1, 3000),
    year_cap=st.integers(3000, 20_000),
)


@settings(max_examples=60, deadline=None)
@given(terms, st.lists(outcomes, max_size=40), st.integers(1, 4))
def test_no_history_breaks_a_cap(terms, history, a_day):
    """Whatever the history: never negative, never above a cap, and the same twice."""
    day = year = 0
    for n, each in enumerate(history):
        day = 0 if n % a_day == 0 else day
        used = Used(day, year)
        ahead = course.next_amount(terms, history[:n], used)
        told = course.decide(terms, history[:n], each, used)
        assert told == course.decide(terms, list(history[:n]), each, used)
        cents = told.extras["cents"]
        assert cents >= 0 and (each == M or cents == 0)
        assert each != M or cents == ahead.extras["cents"]
        day, year = day + cents, year + cents
        assert day <= terms.visit_cap and year <= terms.year_cap


@settings(max_examples=60, deadline=None)
@given(terms, st.lists(outcomes, max_size=30))
def test_excused_never_matters_and_a_reset_never_pays_more(terms, history):
    standing = course.standing_after(terms, history)
    assert standing == course.standing_after(terms, [each for each in history if each != E])
    assert standing.height <= course.highest(terms)
    down = course.units_at(terms, course.after(terms, standing, U)).plain
    assert down == terms.first <= course.units_at(terms, standing).plain


@settings(max_examples=80, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.integers(1, 400), st.integers(0, 12))
def test_both_verifiers_agree_on_every_draw(secret, number, times):
    drawn = bowl.drawn_from(BOWL, secret=secret.hex(), token="t", number=number, times=times)
    codes = [slip.code for slip in drawn]
    turn = bowl.published(BOWL, secret=secret.hex(), token="t", number=number, drawn=codes)
    assert holds(turn) and bowl.faults_of(turn) == ()
    for changed in (
        {**turn, "number": number + 1},
        {**turn, "secret": "ab" * 32},
        {**turn, "slips": turn["slips"][:-1]},
        {**turn, "drawn": [*codes, "none"]},
        {**turn, "method": "other"},
    ):
        assert not holds(changed) and bowl.faults_of(changed)


def test_slips_lie_as_wide_as_their_count():
    edge = [bowl.slip_for(lot, BOWL).code for lot in (0, 2**63 - 1, 2**63, 2**64 - 1)]
    assert edge == ["word", "word", "small", "top"]


READ = counting.Reading


@pytest.mark.parametrize(
    ("readings", "specimen", "rule", "said"),
    [
        ([("cocaine", "presumptive", "negative")], "valid", "waits", M),
        ([("cocaine", "presumptive", "presumptive_positive")], "valid", "waits", None),
        ([("cocaine", "presumptive", "presumptive_positive")], "valid", "at_once", U),
        ([("cocaine", "presumptive", "presumptive_positive"),
          ("cocaine", "definitive", "negative")], "valid", "at_once", M),
        ([("cocaine", "definitive", "positive"),
          ("cocaine", "presumptive", "negative")], "valid", "waits", U),
        ([("cocaine", "definitive", "positive_expected")], "valid", "waits", M),
        ([("thc", "definitive", "positive")], "valid", "waits", None),
        ([("thc", "definitive", "positive"), ("cocaine", "presumptive", "negative")],
         "valid", "waits", M),
        ([("cocaine", "presumptive", "invalid")], "valid", "waits", None),
        ([("cocaine", "presumptive", "negative")], "substituted", "waits", X),
        ([("cocaine", "presumptive", "negative")], "dilute_neg", "waits", None),
        ([("cocaine", "definitive", "positive")], "dilute_pos", "waits", U),
    ],
)  # fmt: skip
def test_what_a_test_says(readings, specimen, rule, said):
    made = [READ(*each) for each in readings]
    assert counting.of_test(made, ["cocaine"], specimen, rule) == said


def test_what_the_rest_says():
    words = {s: counting.of_ended_test(s) for s in ("missed", "refused", "cancelled", "sent")}
    assert words == {"missed": X, "refused": X, "cancelled": E, "sent": None}
    seats = {s: counting.of_seat(s) for s in ("late", "no_show", "excused", "unheard")}
    assert seats == {"late": M, "no_show": X, "excused": E, "unheard": None}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"first": 0}, "terms_first"),
        ({"most": 1}, "terms_most"),
        ({"step": -1}, "terms_step"),
        ({"bonus_every": 0}, "terms_bonus"),
        ({"year_cap": 0}, "terms_caps"),
        ({"visit_cap": 60_000}, "terms_caps"),
        ({"kind": "prize", "first": 1, "most": 5, "bonus": 1}, "terms_slips"),
        ({"kind": "gift"}, "terms_kind"),
    ],
)
def test_what_cannot_be_adopted(change, code):
    values = {**{name: getattr(STEPS, name) for name in STEPS.__slots__}, **change}
    assert code in faults_of(Terms(**values))


def test_shipped_terms_hold_and_are_read_back():
    for each in TERMS.values():
        assert faults_of(each) == ()
        assert Terms.from_json(each.to_json()) == each


def test_a_small_dose_of_the_bench():
    """`homeward bench incentives` lives through 10,000 courses of each kind."""
    told = lived_through(25, 7)
    assert told["ok"], told
    assert told["kinds"]["prize"]["draws"] > 200


def test_the_command_says_what_does_not_hold():
    drawn = bowl.drawn_from(BOWL, secret="ab" * 32, token="t", number=1, times=2)
    turn = bowl.published(
        BOWL, secret="ab" * 32, token="t", number=1, drawn=[slip.code for slip in drawn]
    )
    assert verify_draw(turn, arguments=None) == ({"valid": True, "reasons": []}, 0)
    changed = verify_draw({**turn, "number": 2}, arguments=None)
    assert changed == ({"valid": False, "reasons": ["commitment", "drawn"]}, 1)
    with pytest.raises(BadInput):
        verify_draw([], arguments=None)
