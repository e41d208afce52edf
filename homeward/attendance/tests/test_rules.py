"""Minutes, lateness and excuses as tables a clinician can check."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.attendance.rules.blocks import Part, clinical_blocks
from homeward.attendance.rules.credit import Attendance, credit_for, credited_minutes
from homeward.attendance.rules.excuse import excuse_for
from homeward.attendance.rules.lateness import Arrival, admission_of, state_of
from homeward.kernel.periods import Period
from homeward.kernel.reasons import State
from homeward.program.rules.defaults import safe_number

SIX = datetime(2026, 11, 23, 18, tzinfo=UTC)
GRACE = safe_number("late_grace_minutes")
NOTICE = safe_number("excused_notice_hours")
# The evening of the handbook: check-in 15, process 75, break 15, skills 60, wrap-up 30.
EVENING = Period(SIX, SIX + timedelta(minutes=195))
PARTS = (Part(15, True), Part(75, True), Part(15, False), Part(60, True), Part(30, True))


def at(minutes: float) -> datetime:
    return SIX + timedelta(minutes=minutes)


def stay(first: float, last: float) -> Period:
    return Period(at(first), at(last))


def evening(*stays: Period) -> Attendance:
    return Attendance(
        session=EVENING, clinical=clinical_blocks(EVENING, PARTS), stays=stays, most_minutes=180
    )


@pytest.mark.parametrize(
    ("stays", "minutes"),
    [
        ((), 0),
        ((stay(0, 195),), 180),
        ((stay(-20, 240),), 180),
        ((stay(15, 195),), 165),
        ((stay(0, 90),), 90),
        ((stay(90, 105),), 0),
        ((stay(0, 100),), 90),
        ((stay(0, 60), stay(75, 195)), 165),
        ((stay(0, 120), stay(60, 195)), 180),
        ((stay(0, 0.9),), 0),
        ((stay(0, 30.5), stay(40, 70.5)), 61),
        ((stay(200, 260),), 0),
    ],
)
def test_only_time_in_treatment_is_credited(stays, minutes):
    """Breaks, early arrival and staying on never count; parts of a minute never do."""
    assert credited_minutes(evening(*stays)) == minutes


@given(
    st.lists(
        st.tuples(st.integers(-60, 260), st.integers(0, 200)).map(
            lambda pair: stay(pair[0], pair[0] + pair[1])
        ),
        max_size=6,
    )
)
def test_credit_stays_within_the_session_and_grows_with_time(stays):
    """Never negative, never above the session, and one more stay never takes minutes away."""
    credited = credited_minutes(evening(*stays))

    assert 0 <= credited <= 180
    assert credited_minutes(evening(*stays, stay(0, 90))) >= max(credited, 90)


def test_the_decision_says_what_was_left_out():
    """A break is named with its minutes."""
    decision = credit_for(evening(stay(0, 195)))

    assert decision.extras["credited_minutes"] == 180
    assert [(line.code, line.detail["minutes"]) for line in decision.reasons] == [
        ("minutes_in_room", 195),
        ("breaks_not_counted", 15),
    ]


@pytest.mark.parametrize(
    ("minutes", "approved", "outcome"),
    [
        (-5, False, "admit"),
        (0, False, "admit"),
        (15, False, "admit"),
        (15.1, False, "ask_counselor"),
        (40, False, "ask_counselor"),
        (40, True, "admit"),
    ],
)
def test_late_is_admitted_and_past_the_grace_only_with_approval(minutes, approved, outcome):
    """Fifteen minutes is the program's starting value, and says that it is not adopted."""
    decision = admission_of(Arrival(at=at(minutes), session=EVENING, is_approved=approved), GRACE)

    assert decision.outcome == outcome
    assert decision.reasons[0].detail["adopted"] is False


def test_somebody_intoxicated_is_kept_safe_and_not_admitted():
    """Approval changes nothing about it."""
    decision = admission_of(
        Arrival(at=SIX, session=EVENING, is_approved=True, appears_intoxicated=True), GRACE
    )

    assert decision.outcome == "not_to_group"
    assert [line.code for line in decision.lines(State.UNKNOWN)] == [
        "safety_assessment",
        "no_driving",
        "safe_ride",
        "same_day_note",
    ]


@pytest.mark.parametrize(
    ("stays", "state"),
    [
        ((stay(0, 195),), "present"),
        ((stay(15, 180),), "present"),
        ((stay(16, 195),), "late"),
        ((stay(0, 179),), "left_early"),
        ((stay(16, 100),), "late_and_left_early"),
        ((stay(0, 60), stay(120, 195)), "present"),
    ],
)
def test_the_stays_name_the_state(stays, state):
    """First arrival and last leaving decide, not a while away in between."""
    assert state_of(stays, EVENING, 15) == state


def test_nobody_who_was_never_there_has_a_state():
    """The rule refuses to guess."""
    with pytest.raises(ValueError, match="never in the room"):
        state_of((), EVENING, 15)


@pytest.mark.parametrize(
    ("reason", "told", "outcome"),
    [
        ("court", -180, "excused"),
        ("court", -120, "excused"),
        ("court", -119, "not_excused"),
        ("court", None, "excused"),
        ("overslept", -180, "not_excused"),
    ],
)
def test_an_excuse_is_accepted_and_told_beforehand(reason, told, outcome):
    """Two hours is the program's starting value; a time nobody wrote down is unknown."""
    told_at = None if told is None else at(told)

    assert excuse_for(reason, told_at, SIX, NOTICE).outcome == outcome
