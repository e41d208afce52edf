"""What must hold for any answers at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.instruments import library
from homeward.instruments.rules.expressions import comparisons
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import score


@st.composite
def answered(draw):
    """An instrument and any part of it answered."""
    instrument = library.instrument(draw(st.sampled_from(library.instrument_ids())))
    names = draw(st.sets(st.sampled_from(sorted(instrument.items))))
    answers = {name: draw(st.sampled_from(instrument.items[name].values)) for name in sorted(names)}
    return instrument, answers


@settings(max_examples=300, deadline=None)
@given(answered())
def test_scores_stay_in_range_and_null_scores_have_no_band(case):
    instrument, answers = case
    for name, scored in score(instrument, answers, {}).scores.items():
        key = instrument.score(name)
        if scored.value is None:
            assert scored.band is None
        else:
            assert key.low <= scored.value <= key.high
            if key.bands:
                assert scored.band is not None
                assert scored.band.low <= scored.value <= scored.band.high


@settings(max_examples=300, deadline=None)
@given(answered(), st.data())
def test_answering_more_never_silences_an_item_finding(case, data):
    """A finding on raw items stands whatever else is answered later."""
    instrument, answers = case
    kept = data.draw(st.sets(st.sampled_from(sorted(answers)))) if answers else set()
    partial = {name: answers[name] for name in answers if name in kept}
    by_items = {
        rule.id
        for rule in instrument.safety
        if comparisons(rule.when)
        and all(c.subject == "item" and c.op in (">=", "==") for c in comparisons(rule.when))
    }
    early = {rule.id for rule in score(instrument, partial, {}, Stage.SAVED).safety}
    late = {rule.id for rule in score(instrument, answers, {}, Stage.SUBMITTED).safety}
    assert early & by_items <= late


@settings(max_examples=200, deadline=None)
@given(answered())
def test_saving_never_says_more_than_handing_in(case):
    instrument, answers = case
    saved = {rule.id for rule in score(instrument, answers, {}, Stage.SAVED).safety}
    submitted = {rule.id for rule in score(instrument, answers, {}, Stage.SUBMITTED).safety}
    assert saved <= submitted


@settings(max_examples=200, deadline=None)
@given(answered())
def test_missing_items_are_unanswered_items_of_the_form(case):
    instrument, answers = case
    for scored in score(instrument, answers, {}).scores.values():
        assert set(scored.missing) <= set(instrument.items) - set(answers)


RISKS = ("incomplete", "none", "low", "moderate", "high")


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["1", "2", "3", "4", "5", "6", "6a"]), st.sampled_from([0, 1]))
)
def test_a_further_yes_never_lowers_suicide_risk(answers):
    instrument = library.instrument("cssrs_screener")
    before = score(instrument, answers, {}).rules["risk"].result
    for name in instrument.items:
        after = score(instrument, {**answers, name: 1}, {}).rules["risk"].result
        assert RISKS.index(after) >= RISKS.index(before)
    if before == "none":
        assert all(name in answers for name in ("1", "2", "6"))
