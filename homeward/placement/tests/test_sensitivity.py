"""What would change the answer is what really changes it."""

from dataclasses import replace

from hypothesis import given, settings

from homeward.placement.rules.recommend import recommend
from homeward.placement.rules.sensitivity import ANSWERS, FACT, changes
from homeward.placement.tests.people import CALM, assessed, rated
from homeward.placement.tests.test_properties import people


def named(found, kind):
    return {(each.name, each.value) for each in found if each.kind == kind}


class TestChanges:
    def test_a_calm_client_lists_only_ratings(self):
        found = changes(assessed(**CALM, ciwa_ar=2, cows=0, hours_since_last_drink=30,
                                 safe_living=True, sober_support=True,
                                 outpatient_attempts_last_year=0))  # fmt: skip
        assert {each.kind for each in found} == {"rating"}

    def test_an_unasked_danger_is_named_with_what_it_would_do(self):
        asked = {name: value for name, value in CALM.items() if name != "suicide_risk"}
        found = [each for each in changes(assessed(**asked)) if each.name == "suicide_risk"]
        assert ("suicide_risk", "imminent") in named(found, FACT)
        assert ("suicide_risk", "none") not in named(found, FACT)
        (worst,) = [each for each in found if each.value == "imminent"]
        assert (worst.level, worst.holds_added) == ("emergency", ("emergency_services_now",))

    def test_asking_about_suicide_may_lower_the_level(self):
        found = changes(assessed(rated(d3=3, d4=1), psychosis_unmanaged=False))
        (low,) = [each for each in found if (each.name, each.value) == ("suicide_risk", "low")]
        assert (low.level, low.moves_level) == ("2.5", True)

    def test_an_unrated_dimension_lists_the_ratings_that_matter(self):
        found = changes(assessed({1: 0, 2: 0, 3: 0, 4: 1, 5: 1}))
        assert ("6", 4) in named(found, "rating")


@settings(max_examples=150, deadline=None)
@given(people())
def test_each_change_is_what_the_rules_answer(person):
    now = recommend(person)
    for each in changes(person):
        if each.kind == FACT:
            other = replace(person, facts=replace(person.facts, **{each.name: each.value}))
        else:
            ratings = {**person.ratings, int(each.name): each.value}
            other = replace(person, ratings=ratings)
        then = recommend(other)
        assert then.outcome == each.level
        assert then.outcome != now.outcome or then.extras["holds"] != now.extras["holds"]


def test_every_fact_that_can_move_something_is_tried():
    from homeward.placement.rules.assessment import FACT_NAMES

    wishes = {"court_ordered_residential", "prefers", "can_attend_hours_week", "step_down_from"}
    assert set(ANSWERS) == set(FACT_NAMES) - wishes
