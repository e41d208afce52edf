"""Hours, levels, the ladder, and the end: small tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.linkage.kinds import TransferLevel
from homeward.program.rules.defaults import NUMBERS, safe_number
from homeward.progress.rules.crisis_events import events_of, tells_of_hospital
from homeward.progress.rules.discharge import (
    CHECKUPS,
    TEDS,
    Ending,
    checkup_months,
    follow_up_days,
    problems_before_discharge,
    type_of,
)
from homeward.progress.rules.hours import Week, asked_in, stand_of
from homeward.progress.rules.level import handoff_is_soon, level_for
from homeward.progress.rules.outreach import LadderNumbers, is_contact, next_step
from homeward.progress.rules.ways_up import kind_of, recommended_for, ways_up


@pytest.mark.parametrize(
    ("delivered", "planned", "required", "outcome"),
    [
        (540, 0, 540, "met"),
        (539, 0, 540, "short"),
        (450, 90, 540, "on_track"),
        (450, 89, 540, "short"),
        (0, 0, 0, "none_required"),
        (600, 200, 540, "met"),
    ],
)
def test_how_a_week_stands(delivered, planned, required, outcome):
    week = Week(delivered_minutes=delivered, planned_minutes=planned, required_minutes=required)
    assert stand_of(week).outcome == outcome


@given(st.integers(0, 2000), st.integers(0, 2000), st.integers(1, 1200))
def test_more_minutes_never_stand_worse(delivered, planned, required):
    order = ["short", "on_track", "met"]
    now = stand_of(
        Week(delivered_minutes=delivered, planned_minutes=planned, required_minutes=required)
    )
    more = stand_of(
        Week(delivered_minutes=delivered + 30, planned_minutes=planned, required_minutes=required)
    )
    assert order.index(more.outcome) >= order.index(now.outcome)


def nov(day: int) -> date:
    return date(2026, 11, day)


STEPS = ((nov(4), 720), (nov(16), 540), (nov(25), 360))


@pytest.mark.parametrize(
    ("week", "stages", "asked"),
    [
        (nov(2), STEPS, 720),  # the week of admission, which began on its Wednesday
        (nov(9), STEPS, 720),
        (nov(16), STEPS, 540),  # a step on the first day of the week
        (nov(23), STEPS, 360),  # one in the middle holds for its week
        (nov(18), (*STEPS[:2], (nov(25), 360)), 540),  # not one on the day the next week begins
        (nov(30), STEPS, 360),
        (nov(9), (*STEPS[:1], (nov(10), 360), (nov(10), 900)), 900),  # the later of one day
        (nov(9), (STEPS[0], (nov(9), 900), (nov(16), 720)), 900),  # up, and down again
        (date(2026, 10, 26), STEPS, 90),  # nothing had begun: what is said otherwise
        (nov(9), (), 90),
    ],
)
def test_a_past_week_is_held_to_what_it_asked(week, stages, asked):
    """Not to what is asked today: 9 of 12 hours then were too few, also after a step down."""
    assert asked_in(week, stages, 90) == asked


@given(st.lists(st.tuples(st.dates(nov(1), nov(30)), st.integers(0, 1200)), min_size=1))
def test_what_comes_later_changes_no_past_week(stages):
    ordered = sorted(stages, key=lambda each: each[0])
    week = nov(9)
    ahead = [each for each in ordered if each[0] < week + timedelta(weeks=1)]
    assert asked_in(week, ordered, 90) == asked_in(week, ahead, 90)


WM = "1-WM 2-WM 3.2-WM 3.7-WM 4-WM OTP"


@pytest.mark.parametrize(
    ("edition", "here", "offered"),
    [
        ("3", "1", f"2.1 2.5 3.1 3.3 3.5 3.7 4 {WM}"),
        ("3", "2.1", f"2.5 3.1 3.3 3.5 3.7 4 {WM}"),
        ("3", "3.5", f"3.7 4 {WM}"),
        ("3", "4", WM),
        ("4", "1.5", "1.7 2.1 2.5 2.7 3.1 3.5 3.7 4 OTP"),
        ("4", "2.1", "2.5 2.7 3.1 3.5 3.7 4 OTP"),
        ("4", "4", "OTP"),
    ],
)
def test_the_ways_up_of_a_level(edition, here, offered):
    assert " ".join(ways_up(edition, here)) == offered


@pytest.mark.parametrize(
    ("edition", "kind", "codes"),
    [
        ("3", "outpatient", "0.5 1"),
        ("3", "intensive_outpatient", "2.1"),
        ("3", "partial_hospital", "2.5"),
        ("3", "residential", "3.1 3.3 3.5 3.7"),
        ("3", "hospital", "4"),
        ("3", "detox", "1-WM 2-WM 3.2-WM 3.7-WM 4-WM"),
        ("3", "medication_program", "OTP"),
        ("4", "outpatient", "1.0 1.5 1.7"),
        ("4", "intensive_outpatient", "2.1"),
        ("4", "partial_hospital", "2.5 2.7"),
        ("4", "residential", "3.1 3.5 3.7"),
        ("4", "hospital", "4"),
        ("4", "medication_program", "OTP"),
    ],
)
def test_what_a_level_is_called_among_transfers(edition, kind, codes):
    assert {kind_of(edition, code) for code in codes.split()} == {kind}
    assert kind in TransferLevel.values


def test_what_an_edition_has_not_and_what_goes_beside():
    for edition, code in (("4", "3.3"), ("4", "3.7-WM"), ("3", "2.7"), ("3", "")):
        with pytest.raises(KeyError):
            kind_of(edition, code)
    said = [recommended_for("2.1", code) for code in ("OTP", "2-WM", "3.7-WM", "3.5")]
    assert said == ["2.1 + OTP", "2.1 + 2-WM", "3.7-WM", "3.5"]


@pytest.mark.parametrize(
    ("level", "minutes", "edition", "expected"),
    [
        ("2.1", 720, "3", "2.1"),
        ("2.1", 540, "3", "2.1"),
        ("2.1", 539, "3", "1"),
        ("2.1", 360, "4", "1.5"),
        ("1", 90, "3", "1"),
        ("2.5", 1200, "3", "2.5"),
    ],
)
def test_fewer_than_nine_hours_are_not_the_intensive_level(level, minutes, edition, expected):
    """The trap of the taper, whatever the program file says."""
    assert level_for(level, minutes, 540, edition) == expected


@pytest.mark.parametrize(("days", "soon"), [(-1, False), (0, True), (7, True), (8, False)])
def test_a_warm_hand_off_is_within_a_week(days, soon):
    start = date(2026, 11, 30)
    assert handoff_is_soon(start, start + timedelta(days=days), 7) is soon


LADDER = LadderNumbers.of({code: safe_number(code) for code in NUMBERS})
MISSED = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tried", "step", "hours"),
    [
        ((), "after_15_minutes", 0.25),
        (("after_15_minutes",), "same_day", 8),
        (("after_15_minutes", "same_day"), "after_24_hours", 24),
        (("after_24_hours",), "after_48_hours", 48),
        (("after_48_hours",), "after_72_hours", 72),
        (("after_72_hours",), "team_review", 24 * 7),
        (("team_review",), "discharge_decision", 24 * 14),
    ],
)
def test_the_next_rung(tried, step, hours):
    """A later try stands for the earlier ones that were left out."""
    found = next_step(MISSED, tried, LADDER, MISSED)
    assert (found.step, found.due_at - MISSED) == (step, timedelta(hours=hours))


@pytest.mark.parametrize(
    ("channel", "outcome", "contact", "contact_in_danger"),
    [
        ("call", "reached", True, True),
        ("peer_visit", "reached", True, True),
        ("consented_contact", "reached", True, False),
        ("welfare_check", "asked_for", False, False),
        ("call", "left_message", False, False),
        ("text", "sent", False, False),
    ],
)
def test_what_is_contact(channel, outcome, contact, contact_in_danger):
    """In danger only their own word to staff: somebody beside them who was reached is not them."""
    assert is_contact(channel, outcome, in_danger=False) is contact
    assert is_contact(channel, outcome, in_danger=True) is contact_in_danger
    assert next_step(MISSED, ["discharge_decision"], LADDER, MISSED) is None


@pytest.mark.parametrize(
    ("hours", "tried", "step", "not_taken"),
    [
        (0.1, (), "after_15_minutes", 0),
        (9, (), "same_day", 1),
        (25, (), "after_24_hours", 2),
        (49, (), "after_48_hours", 3),
        (73, (), "after_72_hours", 4),
        (24 * 8, (), "team_review", 5),
        (24 * 15, (), "discharge_decision", 6),
        (24 * 8, ("same_day",), "team_review", 4),
        (9, ("same_day",), "after_24_hours", 1),
        (24 * 15, ("discharge_decision",), None, 0),
    ],
)
def test_a_rung_not_taken_never_holds_the_later_ones_up(hours, tried, step, not_taken):
    found = next_step(MISSED, tried, LADDER, MISSED + timedelta(hours=hours))
    if step is None:
        assert found is None
    else:
        assert (found.step, len(found.not_taken)) == (step, not_taken)


@pytest.mark.parametrize(
    ("tried", "hours", "step"),
    [
        ((), 0, "clinician_now"),
        ((), 80, "clinician_now"),
        (("clinician_now",), 1, "clinician_again"),
        (("clinician_now", "clinician_again"), 2, "danger_contact"),
        (("clinician_now", "clinician_again", "danger_contact"), 9, "same_day"),
        (("clinician_now",), 24 * 8, "team_review"),
    ],
)
def test_danger_is_a_clinicians_until_somebody_is_told(tried, hours, step):
    """A danger that comes up late still begins with the call."""
    found = next_step(
        MISSED, tried, LADDER, MISSED + timedelta(hours=hours), has_safety_concern=True
    )  # fmt: skip
    assert found.step == step
    if step == "clinician_now":
        assert found.due_at - MISSED == timedelta(hours=1)


GOOD = Ending(
    type="completed", reason="", admitted_on=date(2026, 8, 1), last_contact_on=date(2026, 11, 23),
    discharged_on=date(2026, 11, 24), narrative="Worked through all phases and met the goals.",
    naloxone="given", has_appointment=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({}, ()),
        ({"type": "moved"}, ("discharge_type",)),
        ({"last_contact_on": date(2026, 11, 25)}, ("last_contact_after_discharge",)),
        ({"last_contact_on": date(2026, 7, 31)}, ("last_contact_before_admission",)),
        ({"type": "other"}, ("discharge_reason",)),
        ({"type": "administrative", "reason": "violence"}, ("administrative_case",)),
        (
            {"type": "administrative", "reason": "violence", "has_case": True,
             "case_missing": ("safety_reviewed",)},
            ("administrative_steps",),
        ),
        ({"type": "administrative", "reason": "violence", "has_case": True}, ()),
        ({"type": "lost_to_contact"}, ("lost_too_early", "team_decision")),
        (
            {"type": "lost_to_contact", "last_contact_on": date(2026, 11, 10),
             "team_decided_on": date(2026, 11, 10)},
            ("team_decision",),
        ),
        (
            {"type": "lost_to_contact", "last_contact_on": date(2026, 11, 10),
             "team_decided_on": date(2026, 11, 24)},
            (),
        ),
        ({"type": "transferred"}, ()),
        ({"type": "transferred", "has_appointment": False}, ("receiving", "no_booking_reason")),
        ({"type": "transferred", "has_appointment": False, "referred_to": "Lakeside"},
         ("no_booking_reason",)),
        ({"type": "transferred", "has_appointment": False, "referred_to": "Lakeside",
          "reason": "They call themselves on Monday."}, ()),
        ({"has_kit": False}, ("naloxone_kit",)),
        ({"narrative": "ok"}, ("narrative",)),
        ({"naloxone": ""}, ("naloxone",)),
        ({"type": "deceased", "naloxone": ""}, ()),
    ],
)  # fmt: skip
def test_what_still_stands_in_the_way(changes, problems):
    assert problems_before_discharge(replace(GOOD, **changes)) == problems


def test_state_reporting_codes():
    """TEDS-D REASON, codebook of 2019."""
    assert [TEDS[type_of(kind)] for kind in (
        "completed", "left_against_advice", "lost_to_contact", "administrative", "transferred",
        "incarcerated", "deceased", "other", "moved", "medical",
    )] == [1, 2, 2, 3, 4, 5, 6, 7, 7, 7]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 24), ["2026-12-24", "2027-02-24", "2027-05-24", "2027-11-24"]),
        (date(2026, 1, 31), ["2026-02-28", "2026-04-30", "2026-07-31", "2027-01-31"]),
    ],
)
def test_check_ups_fall_on_the_same_day_of_the_month(day, expected):
    months = checkup_months({code: NUMBERS[code].value for code in CHECKUPS})
    assert [follow_up_days(day, each).isoformat() for each in months] == expected


@pytest.mark.parametrize(
    ("path", "kind", "outcome", "answers", "events"),
    [
        ("overdose", "overdose", "hospital", (), ("overdose", "hospital_visit")),
        ("overdose", "overdose", "declined", (), ("overdose",)),
        ("overdose", "death", "died", (), ()),
        ("overdose", "", "false_alarm", (), ()),
        ("suicide_risk", "suicide_attempt", "hospital", ("ask.acted",),
         ("mind_crisis", "hospital_visit")),
        ("suicide_risk", "suicide_danger", "home_with", ("ask.plan",), ("mind_crisis",)),
        ("suicide_risk", "", "stays", ("ask.thoughts",), ("mind_crisis",)),
        ("suicide_risk", "", "hospital", ("ask.thoughts",), ("mind_crisis", "hospital_visit")),
        ("suicide_risk", "", "stays", ("ask.none",), ()),
        ("suicide_risk", "", "false_alarm", ("ask.thoughts",), ()),
        ("suicide_risk", "death", "died", ("ask.acted",), ()),
        ("leaving_impaired", "medical_emergency", "hospital", (), ("hospital_visit",)),
        ("leaving_impaired", "medical_emergency", "safe_ride", ("call_911.declined",), ()),
        ("violence", "violence", "taken", (), ()),
    ],
)  # fmt: skip
def test_what_the_team_learns_of_a_crisis(path, kind, outcome, answers, events):
    assert events_of(path, kind, outcome, answers) == events


@pytest.mark.parametrize(
    ("told", "is_hospital"),
    [
        ("Poison Control", False),
        ("County ambulance", False),
        ("called 911", False),
        ("Mercy Hospital", True),
        ("St. Luke emergency department", True),
        ("the ER", True),
        ("fed a meal, ed.", False),
    ],
)
def test_a_hospital_is_said_before_it_is_believed(told, is_hospital):
    assert tells_of_hospital(told, "") == is_hospital
