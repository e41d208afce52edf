"""Check-ups and the way back: tables."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from homeward.aftercare import texts
from homeward.aftercare.rules import checkups as up
from homeward.aftercare.rules import returning as back
from homeward.kernel.reading_grade import grade_of

TODAY = date(2026, 11, 24)
NUMBERS = up.CheckUpNumbers(before=7, open=30, tries=3)
ASKED = up.Asked(on=TODAY, due_on=TODAY, tries=0, may_contact=True, is_stopped=False)


@pytest.mark.parametrize(
    ("days", "changes", "outcome", "closes_as"),
    [
        (-8, {}, up.COMING, "not_tried"),
        (-7, {}, up.LISTED, "not_tried"),
        (0, {}, up.DUE, "not_tried"),
        (30, {"tries": 5}, up.DUE, "not_reached"),
        (31, {"tries": 5}, up.OVER, "not_reached"),
        (31, {"tries": 3}, up.OVER, "not_reached"),
        (31, {"tries": 2}, up.OVER, "not_tried"),
        (31, {}, up.OVER, "not_tried"),
        (31, {"may_contact": False}, up.OVER, "no_consent"),
        (31, {"is_stopped": True, "may_contact": False}, up.OVER, "stopped"),
        (31, {"outcome": "reached", "tries": 3}, up.DONE, "not_reached"),
    ],
)
def test_where_a_check_up_stands(days, changes, outcome, closes_as):
    asked = replace(ASKED, due_on=TODAY - timedelta(days=days), **changes)
    decision = up.standing(asked, NUMBERS)
    assert (decision.outcome, decision.extras["closes_as"]) == (outcome, closes_as)


WISH = up.Wish(may_contact=True, channel="call", from_hour=9, until_hour=17)


@pytest.mark.parametrize(
    ("wish", "channel", "hour", "problems"),
    [
        (None, "call", 12, ("no_consent",)),
        (replace(WISH, may_contact=False), "call", 12, ("no_consent",)),
        (WISH, "call", 9, ()),
        (WISH, "call", 17, ("outside_their_hours",)),
        (WISH, "text", 8, ("not_their_channel", "outside_their_hours")),
        (replace(WISH, channel="letter"), "letter", 23, ()),
    ],
)
def test_how_somebody_may_be_reached(wish, channel, hour, problems):
    assert up.problems_before_try(wish, channel, hour) == problems


def test_not_reached_is_counted_and_never_left_out():
    """Reached of due: whoever could not have been reached at all is shown apart."""
    day = TODAY - timedelta(days=40)
    rows = [(day, outcome, 1) for outcome in (
        "reached", "reached", "not_reached", "declined", "no_consent", "stopped", "returned", "",
        "not_tried",
    )] + [(TODAY + timedelta(days=1), "", 0)]  # fmt: skip
    told = up.figures_of(rows, TODAY)
    assert (told.due, told.reached, told.percent) == (7, 2, 28)
    assert (told.not_reached, told.not_tried, told.no_consent, told.waiting) == (1, 1, 1, 1)
    assert (told.stopped, told.returned, told.tries) == (1, 1, 9)
    assert up.figures_of([], TODAY).percent is None


SETTING = back.ReturnNumbers(same_days=30, update_days=90)
GONE = back.Asking(
    on=TODAY, ended_on=TODAY - timedelta(days=30), ended_as="left_against_advice",
    is_in_care=False, is_stopped=False, open_holds=0, assessed_on=TODAY - timedelta(days=90),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "setting", "outcome", "assessment"),
    [
        ({}, SETTING, back.SAME, "update"),
        ({"ended_on": TODAY - timedelta(days=31)}, SETTING, back.NEW, "update"),
        ({}, replace(SETTING, same_days=0), back.NEW, "update"),
        ({"ended_on": TODAY}, replace(SETTING, same_days=0), back.NEW, "update"),
        ({"ended_as": "administrative"}, SETTING, back.NEW, "update"),
        ({"ended_as": "transferred"}, SETTING, back.NEW, "update"),
        ({"ended_as": "admitted_in_error"}, SETTING, back.NEW, "update"),
        ({"ended_as": "administrative", "has_won_appeal": True}, SETTING, back.SAME, "update"),
        (
            {"ended_as": "administrative", "has_won_appeal": True, "is_stopped": True},
            SETTING,
            back.NO,
            "update",
        ),
        ({"assessed_on": TODAY - timedelta(days=91)}, SETTING, back.SAME, "whole"),
        ({"assessed_on": None}, SETTING, back.SAME, "whole"),
        ({"is_in_care": True}, SETTING, back.NO, "update"),
        ({"is_stopped": True}, SETTING, back.NO, "update"),
        ({"open_holds": 1}, SETTING, back.NO, "update"),
        ({"ended_on": None}, SETTING, back.NO, "update"),
    ],
)
def test_the_way_back(changes, setting, outcome, assessment):
    decision = back.way_back(replace(GONE, **changes), setting)
    assert (decision.outcome, decision.extras["assessment"]) == (outcome, assessment)


def test_the_alumni_paper_says_what_it_reveals_and_the_way_out():
    for language, reveals, leaves in (
        ("en", "was in care", "leave at any time"),
        ("es", "recibí atención", "salir cuando quiera"),
    ):
        words = texts.filled(language, client="Jo Avery", program="Cedar House")
        assert "Jo Avery" in words
        assert reveals in words
        assert leaves in words
        assert "{" not in words
        grade = grade_of(words.replace("#", ""), language)
        assert grade is not None and grade <= 6
    assert texts.language_for("fr") == "en"


@pytest.mark.parametrize(
    ("told", "scales"),
    [
        ((), ("cows", "ciwa_ar")),
        (("",), ("cows", "ciwa_ar")),
        (("alcohol",), ("ciwa_ar",)),
        (("opioids",), ("cows",)),
        (("fentanyl", "alcohol"), ("cows", "ciwa_ar")),
    ],
)
def test_the_withdrawal_scale_that_fits(told, scales):
    assert back.scales_for(told) == scales


@pytest.mark.parametrize(("waiting", "state"), [(None, None), (0, "met"), (2, "not_met")])
def test_a_return_is_answered_once_its_gates_are(waiting, state):
    decision = back.way_back(replace(GONE, open_gates=waiting), SETTING)
    found = {line.code: line.state.value for line in decision.reasons}
    assert (decision.outcome, found.get("return_gates_answered")) == (back.SAME, state)
