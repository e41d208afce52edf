"""When the program itself may end care: the table a clinician reads, line by line."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from homeward.program.rules.defaults import safe_number
from homeward.progress.rules.absence import absent_in_row, missed_in_row
from homeward.progress.rules.administrative import (
    GROUNDS,
    MAY,
    NEVER,
    NOT_YET,
    USE,
    Case,
    GroundNumbers,
    Step,
    may_discharge,
    missing,
    problems_of_answer,
    problems_of_step,
)
from homeward.progress.rules.contact import CLOSE, IN_CONTACT, TEAM_DECIDES, Away, standing

TODAY = date(2026, 11, 24)
NUMBERS = GroundNumbers(allowed=frozenset(GROUNDS), absence_days=3, payment_days=5, appeal_days=5)
WARNED = Step("written_agreement", date(2026, 11, 10))
WHOLE = Case(
    on=TODAY, ground="disruption", cause="Shouted groups down twice after the agreement.",
    stands_without_use=True, steps=(WARNED,),
    safety_finding="Stable, naloxone at home, no thoughts of death.",
    is_reviewed_by_another=True, referral_answer="accepted", notice_on=date(2026, 11, 12),
    appeal="no_appeal",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "outcome", "lacks"),
    [
        ({}, MAY, ()),
        ({"ground": USE}, NEVER, ("ground_on_list", "not_use_alone")),
        ({"stands_without_use": False}, NEVER, ("not_use_alone",)),
        ({"stands_without_use": None}, NOT_YET, ("not_use_alone",)),
        ({"ground": "dress_code"}, NEVER, ("ground_on_list",)),
        ({"cause": "Rules."}, NOT_YET, ("cause_written",)),
        ({"steps": ()}, NOT_YET, ("prior_steps_taken",)),
        ({"steps": (replace(WARNED, on=TODAY + timedelta(days=1)),)}, NOT_YET,
         ("prior_steps_taken",)),
        ({"steps": (Step("conversation", date(2026, 11, 1)),)}, NOT_YET, ("prior_steps_taken",)),
        ({"safety_finding": ""}, NOT_YET, ("safety_reviewed",)),
        ({"is_reviewed_by_another": False}, NOT_YET, ("safety_reviewed",)),
        ({"referral_answer": ""}, NOT_YET, ("referral_offered",)),
        ({"referral_answer": "declined"}, MAY, ()),
        ({"notice_on": None}, NOT_YET, ("appeal_notice_given",)),
        ({"appeal": "", "appeal_until": TODAY}, NOT_YET, ("appeal_time_over",)),
        ({"appeal": "", "appeal_until": TODAY - timedelta(days=1)}, MAY, ()),
        ({"appeal": "appealed"}, NOT_YET, ("appeal_time_over",)),
        ({"appeal": "upheld"}, MAY, ()),
        ({"appeal": "overturned"}, NEVER, ("appeal_not_won",)),
        ({"ground": "violence", "steps": (), "appeal": ""}, MAY, ()),
        ({"ground": "violence", "steps": (), "appeal": "overturned"}, NEVER, ("appeal_not_won",)),
        ({"ground": "absence", "steps": (Step("medical_review", TODAY),), "absent_days": 2},
         NOT_YET, ("absence_long_enough",)),
        ({"ground": "absence", "steps": (Step("medical_review", TODAY),), "absent_days": 3},
         MAY, ()),
        ({"ground": "absence", "steps": (), "absent_days": 9}, NOT_YET, ("prior_steps_taken",)),
        ({"ground": "nonpayment", "payment_days": 4, "steps": (
            Step("payment_notice", TODAY), Step("payment_counseling", TODAY))},
         NOT_YET, ("payment_time_over",)),
        ({"ground": "nonpayment", "payment_days": 5, "steps": (Step("payment_notice", TODAY),)},
         NOT_YET, ("prior_steps_taken",)),
        ({"ground": "therapeutic", "steps": (Step("team_review", TODAY),)}, MAY, ()),
    ],
)  # fmt: skip
def test_the_table(changes, outcome, lacks):
    decision = may_discharge(replace(WHOLE, **changes), NUMBERS)
    assert (decision.outcome, missing(decision)) == (outcome, lacks)


def test_a_programs_number_changes_the_decision():
    """A program may take a ground off its list, and may ask for more days; never add one."""
    numbers = {code: safe_number(code) for code in (
        *(ground.number for ground in GROUNDS.values()), "unexcused_days_review",
        "nonpayment_business_days", "appeal_business_days")}  # fmt: skip
    assert GroundNumbers.of(numbers).allowed == frozenset(GROUNDS)
    numbers["ground_disruption"] = replace(numbers["ground_disruption"], value=0)
    assert may_discharge(WHOLE, GroundNumbers.of(numbers)).outcome == NEVER
    absent = replace(WHOLE, ground="absence", steps=(Step("medical_review", TODAY),), absent_days=3)
    more = replace(NUMBERS, absence_days=4)
    assert may_discharge(absent, more).outcome == NOT_YET


@pytest.mark.parametrize(
    ("days", "outcome"),
    [(0, IN_CONTACT), (13, IN_CONTACT), (14, TEAM_DECIDES), (29, TEAM_DECIDES), (30, CLOSE)],
)
def test_out_of_contact(days, outcome):
    away = Away(on=TODAY, last_contact_on=TODAY - timedelta(days=days), tries=2)
    assert standing(away, team_days=14, close_days=30).outcome == outcome


@pytest.mark.parametrize(
    ("days", "missed", "absent"),
    [
        ((), 0, 0),
        (("no_show", "no_show", "no_show"), 3, 3),
        (("removed", "no_show", "no_show"), 0, 0),
        (("no_show", "removed", "no_show"), 1, 1),
        (("no_show", "excused", "no_show", "no_show"), 3, 1),
        (("no_show", "cancelled_client", "no_show"), 2, 1),
        (("no_show", "cancelled_program", "no_show"), 2, 1),
        (("no_show", "present", "no_show"), 1, 1),
        (("no_show+no_show", "no_show"), 2, 2),
        (("no_show+present", "no_show"), 0, 0),
        (("no_show+excused", "no_show"), 2, 0),
    ],
)
def test_days_away(days, missed, absent):
    """Newest first. An arrival kept out for safety is presence; an excuse ends the stricter row."""
    marks = [
        (TODAY - timedelta(days=ago), state)
        for ago, states in enumerate(days)
        for state in states.split("+")
    ]
    found = (missed_in_row(marks, ("present", "late")), absent_in_row(marks))
    assert found == (missed, absent)


@pytest.mark.parametrize(
    ("kind", "words", "roles", "problems"),
    [
        ("team_review", "The team talked about it.", {"nurse"}, ("step_of_conduct",)),
        ("conversation", "We talked about it.", set(), ("step_of_conduct",)),
        ("written_agreement", "Signed by both.", set(), ("step_of_conduct",)),
        ("behavior_contract", "Signed by both.", set(), ("step_of_conduct",)),
        ("medical_review", "Seen by medicine today.", set(), ("step_of_medicine",)),
        ("medical_review", "", {"nurse"}, ("step_words",)),
        ("medical_review", "Seen today, well enough.", {"nurse"}, ()),
        ("medical_review", "Seen today, well enough.", {"physician"}, ()),
        ("payment_notice", "", set(), ("step_words",)),
        ("payment_notice", "Letter of what is owed.", set(), ()),
        ("shouting", "It was loud for long.", {"nurse"}, ("steps",)),
    ],
)
def test_which_step_may_be_written_by_hand(kind, words, roles, problems):
    assert problems_of_step(kind, words, roles) == problems


@pytest.mark.parametrize(
    ("appeal", "before", "words", "is_own", "is_opener", "problems"),
    [
        ("appealed", "", "", False, True, ()),
        ("appealed", "no_appeal", "", False, False, ()),
        ("appealed", "upheld", "", False, False, ("appeal",)),
        ("no_appeal", "", "", False, False, ("reply",)),
        ("no_appeal", "", "I make no appeal.", False, True, ("no_appeal_same_hand",)),
        ("no_appeal", "", "I make no appeal.", False, False, ()),
        ("no_appeal", "", "I make no appeal.", True, False, ()),
        ("no_appeal", "appealed", "I make no appeal.", False, False, ("appeal_stands",)),
        ("appealed", "appealed", "Other words.", True, False, ("appeal_stands",)),
        ("no_appeal", "overturned", "I make no appeal.", False, False, ("appeal",)),
    ],
)
def test_who_may_say_that_no_appeal_is_made(appeal, before, words, is_own, is_opener, problems):
    found = problems_of_answer(
        appeal, before=before, words=words, is_own=is_own, is_opener=is_opener
    )
    assert found == problems
