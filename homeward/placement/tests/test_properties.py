"""What must hold for anyone at all, in both editions."""

import json
from dataclasses import fields, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.kernel.reasons import decision_from_json
from homeward.placement.rules.assessment import SUICIDE_RISKS, Assessment, Facts
from homeward.placement.rules.published import (
    DISCREPANCY_CODES,
    HOLD_CODES,
    REASON_CODES,
    WHY_NOT_CODES,
)
from homeward.placement.rules.recommend import SERVICES, UNDETERMINED, recommend
from homeward.placement.rules.wishes import rank_of
from homeward.placement.tests.people import MORNING

MAYBE = st.sampled_from([None, True, False])
BY_NAME = {
    "ciwa_ar": st.none() | st.integers(0, 67),
    "cows": st.none() | st.integers(0, 48),
    "hours_since_last_drink": st.none() | st.integers(0, 400),
    "suicide_risk": st.sampled_from([None, *SUICIDE_RISKS]),
    "outpatient_attempts_last_year": st.none() | st.integers(0, 5),
    "step_down_from": st.sampled_from([None, "2.1", "3.1", "4"]),
    "prefers": st.sampled_from([None, "2.1", "3.5"]),
    "can_attend_hours_week": st.none() | st.integers(0, 60),
}
FACTS = st.builds(Facts, **{f.name: BY_NAME.get(f.name, MAYBE) for f in fields(Facts)})


@st.composite
def people(draw, complete=False):
    """Any assessment."""
    edition = draw(st.sampled_from(["3", "4"]))
    dimensions = range(1, 7) if edition == "3" else range(1, 6)
    rating = st.integers(0, 4) if complete else st.none() | st.integers(0, 4)
    ratings = {dimension: draw(rating) for dimension in dimensions}
    return Assessment(
        edition=edition,
        as_of=MORNING,
        age=draw(st.sampled_from([None, 16, 34])),
        ratings={key: value for key, value in ratings.items() if value is not None},
        facts=draw(FACTS),
    )


def intensity(person):
    """How intensive the recommendation is; nothing recommended counts as least."""
    outcome = recommend(person).outcome
    return 0 if outcome == UNDETERMINED else rank_of(outcome, person.edition)


def holds(person):
    return {hold["code"] for hold in recommend(person).extras["holds"]}


def with_facts(person, **facts):
    return replace(person, facts=replace(person.facts, **facts))


@settings(max_examples=400, deadline=None)
@given(people(), st.integers(1, 6), st.integers(0, 4))
def test_raising_a_rating_never_lowers_the_level(person, dimension, rating):
    if dimension not in person.ratings or rating <= person.ratings[dimension]:
        return
    raised = replace(person, ratings={**person.ratings, dimension: rating})
    assert intensity(raised) >= intensity(person)


DANGERS = (
    "confusion_or_seizure_now", "unstable_medical", "psychosis_unmanaged", "opioid_use",
    "abnormal_vitals", "daily_benzodiazepine", "seizure_or_delirium_history", "pregnant",
    "drinking_or_sedatives_last_7_days", "intoxicated_now", "court_ordered_residential",
)  # fmt: skip  # a list of names


@settings(max_examples=400, deadline=None)
@given(people(), st.sampled_from(DANGERS))
def test_a_danger_that_is_not_ruled_out_never_lowers_the_level(person, name):
    """No is the lowest answer: unknown is at least no, and yes at least unknown."""
    no, unknown, yes = (intensity(with_facts(person, **{name: v})) for v in (False, None, True))
    assert no <= unknown <= yes


@settings(max_examples=400, deadline=None)
@given(people(), st.sampled_from(DANGERS))
def test_a_danger_that_is_not_ruled_out_never_frees_anyone_who_was_held(person, name):
    no, unknown, yes = (holds(with_facts(person, **{name: v})) for v in (False, None, True))
    assert no <= unknown
    # Answering yes to the open half of a red flag replaces the question by what it asks for.
    assert (unknown - {"answer_red_flag_question"}) <= yes


@settings(max_examples=300, deadline=None)
@given(people(), st.integers(0, 66))
def test_a_higher_withdrawal_score_never_lowers_the_level(person, score):
    lower, higher = (with_facts(person, ciwa_ar=value) for value in (score, score + 1))
    assert intensity(higher) >= intensity(lower)


@settings(max_examples=300, deadline=None)
@given(people(), st.integers(0, len(SUICIDE_RISKS) - 2))
def test_more_suicide_risk_never_lowers_the_level(person, position):
    lower, higher = (
        with_facts(person, suicide_risk=SUICIDE_RISKS[at]) for at in (position, position + 1)
    )
    assert intensity(higher) >= intensity(lower)
    unknown = with_facts(person, suicide_risk=None)
    assert intensity(unknown) >= intensity(with_facts(person, suicide_risk="none"))


@settings(max_examples=300, deadline=None)
@given(people())
def test_an_unsafe_home_never_lowers_the_level(person):
    safe, unknown, unsafe = (
        intensity(with_facts(person, safe_living=v)) for v in (True, None, False)
    )
    assert safe <= unknown <= unsafe


@settings(max_examples=300, deadline=None)
@given(people(), st.integers(0, 5))
def test_wishes_never_change_the_level(person, attempts):
    plain = with_facts(
        person, prefers=None, can_attend_hours_week=None, court_ordered_residential=None
    )
    assert intensity(plain) == intensity(person)
    more = with_facts(person, outpatient_attempts_last_year=attempts + 1)
    assert intensity(more) >= intensity(with_facts(person, outpatient_attempts_last_year=attempts))


@settings(max_examples=300, deadline=None)
@given(people())
def test_opioid_withdrawal_alone_never_adds_a_hold(person):
    plain = with_facts(person, pregnant=False, cows=None)
    for cows in (0, 5, 25, 48):
        assert holds(with_facts(plain, cows=cows)) == holds(plain)


@settings(max_examples=400, deadline=None)
@given(people())
def test_the_answer_is_whole_and_uses_only_published_codes(person):
    decision = recommend(person)
    extras = decision.extras
    assert {reason.code for reason in decision.reasons} <= set(REASON_CODES)
    assert {hold["code"] for hold in extras["holds"]} <= set(HOLD_CODES)
    assert {each["why_not"] for each in extras["alternatives"]} <= set(WHY_NOT_CODES)
    assert set(extras["discrepancies"]) <= set(DISCREPANCY_CODES)
    assert set(extras["with"]) <= set(SERVICES)
    assert all(reason.source for reason in decision.reasons)
    if decision.outcome != UNDETERMINED:
        count = 9 if person.edition == "3" else 10
        named = {each["level"] for each in extras["alternatives"]} | {decision.outcome}
        assert len(named - {"emergency"}) == count
    stored = json.loads(json.dumps(decision.to_json()))
    assert decision_from_json(stored).to_json() == stored


@settings(max_examples=200, deadline=None)
@given(people(complete=True))
def test_a_driving_reason_is_always_named_unless_nothing_is_needed(person):
    decision = recommend(person)
    drives = [reason for reason in decision.reasons if reason.detail["drives"]]
    assert drives or decision.outcome in ("0.5", "1.0", "1.7")
