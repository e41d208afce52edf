"""Tables a clinician can check: clocks, hand-off, needs in answers, milestones, figures."""

from datetime import UTC, date, datetime, timedelta

import pytest

from homeward.linkage.rules.asking import Found, needs_in
from homeward.linkage.rules.clocks import need_due, referral_due, transfer_due
from homeward.linkage.rules.figures import Sent, handed_over, lines_of
from homeward.linkage.rules.hand_off import HandOff, outcome_of, stand_of
from homeward.linkage.rules.milestones import Path, is_shown, reached_on
from homeward.linkage.rules.numbers import LinkageNumbers

NUMBERS = LinkageNumbers(
    need_urgent_hours=24, need_answer_days=7, place_answer_days=5, kept_ask_days=1, rebook_days=2,
    packet_hours=24, packet_emergency_hours=2, receipt_hours=24, booking_days=2, wait_list_days=7,
    handoff_days=7,
)  # fmt: skip
AT = datetime(2026, 11, 24, 18, tzinfo=UTC)
LAST = AT + timedelta(days=7)
VISIT = AT + timedelta(days=3)


@pytest.mark.parametrize(
    ("severity", "wants", "hours"),
    [
        ("urgent", "now", 24),
        ("urgent", "not_asked", 24),
        ("high", "now", 168),
        ("low", "not_asked", 168),
        ("urgent", "later", None),
        ("urgent", "no", None),
        ("low", "later", None),
    ],
)
def test_a_need_waits_as_grave_as_it_is_and_never_against_a_no(
    severity: str, wants: str, hours: int | None
) -> None:
    """An answer in an interview is asked about in the same time as a wish is answered."""
    due = need_due(severity, wants, AT, NUMBERS)
    assert due == (AT + timedelta(hours=hours) if hours else None)


@pytest.mark.parametrize(
    ("state", "due"),
    [
        ("sent", AT + timedelta(days=5)),
        ("accepted", AT + timedelta(days=5)),
        ("wait_listed", AT + timedelta(days=7)),
        ("booked", VISIT + timedelta(days=1)),
        ("missed", AT + timedelta(days=2)),
    ],
)
def test_a_referral_is_followed_by_where_it_stands(state: str, due: datetime) -> None:
    """The day after an appointment somebody asks whether it was kept."""
    assert referral_due(state, AT, VISIT, NUMBERS) == due


@pytest.mark.parametrize(
    ("state", "urgency", "due"),
    [
        ("open", "routine", AT + timedelta(hours=24)),
        ("open", "emergency", AT + timedelta(hours=2)),
        ("sent", "routine", AT + timedelta(hours=24)),
        ("sent", "emergency", AT + timedelta(hours=2)),
        ("received", "routine", AT + timedelta(days=2)),
        ("accepted", "soon", AT + timedelta(days=2)),
        ("wait_listed", "routine", AT + timedelta(days=7)),
        ("missed", "routine", AT + timedelta(days=2)),
        ("declined", "routine", AT + timedelta(days=2)),
        ("booked", "routine", VISIT + timedelta(days=1)),
    ],
)
def test_a_transfer_runs_a_clock_for_each_step(state: str, urgency: str, due: datetime) -> None:
    """From packet to receipt to a booked visit to the question whether it was kept."""
    assert transfer_due(state, urgency, AT, VISIT, LAST, NUMBERS) == due


def test_no_step_outlasts_the_last_day_save_a_booked_visit() -> None:
    """A place that declines on the sixth day leaves one day, not two."""
    last = AT + timedelta(days=1)
    assert transfer_due("declined", "routine", AT, None, last, NUMBERS) == last
    booked = transfer_due("booked", "routine", AT, LAST + timedelta(days=3), last, NUMBERS)
    assert booked == LAST + timedelta(days=4)
    # Past its last day it is late at once, and never due before it was opened.
    assert transfer_due("open", "routine", AT, None, AT - timedelta(days=1), NUMBERS) == AT


DUE = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("today", "booked_for", "kept_on", "ended", "outcome"),
    [
        (date(2026, 11, 24), None, None, "", "on_time"),
        (date(2026, 11, 28), None, None, "", "on_time"),
        (date(2026, 11, 29), None, None, "", "at_risk"),
        (date(2026, 11, 29), DUE, None, "", "on_time"),
        (date(2026, 11, 24), date(2026, 12, 2), None, "", "at_risk"),
        (DUE, DUE, None, "", "on_time"),
        (date(2026, 12, 2), date(2026, 12, 3), None, "", "late"),
        (date(2026, 12, 2), None, DUE, "kept", "kept_in_time"),
        (date(2026, 12, 4), None, date(2026, 12, 2), "kept", "kept_late"),
        (date(2026, 12, 4), None, None, "declined_by_client", "ended"),
    ],
)
def test_how_a_transfer_stands_against_its_days(
    today: date, booked_for: date | None, kept_on: date | None, ended: str, outcome: str
) -> None:
    """The last day counts; booked is not kept."""
    given = HandOff(
        state="booked" if booked_for else "open", from_on=date(2026, 11, 24), due_on=DUE,
        today=today, booked_for=booked_for, kept_on=kept_on, outcome=ended,
    )  # fmt: skip
    assert outcome_of(given) == stand_of(given, NUMBERS).outcome == outcome


def test_the_reasons_name_the_days_and_their_source() -> None:
    """The line that decides carries the program's number."""
    given = HandOff(
        state="sent", from_on=DUE - timedelta(days=7), due_on=DUE, today=DUE, was_sent=True
    )
    lines = stand_of(given, NUMBERS).reasons
    assert [line.state for line in lines] == ["met", "not_met", "not_met", "unknown"]
    assert lines[-1].source is not None
    assert lines[-1].detail == {"days": 7, "until": "2026-12-01"}


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({}, ()),
        ({"home.situation": "steady", "home.needs": ["none"], "legal.status": ["none"]}, ()),
        (
            {"home.situation": "none", "money.worries": ["rent", "food"]},
            (Found("housing", "urgent", "home.situation"), Found("food", "high", "money.worries")),
        ),
        (
            {"home.needs": ["childcare", "transport"], "work.employment": "looking"},
            (
                Found("childcare", "moderate", "home.needs"),
                Found("employment", "moderate", "work.employment"),
                Found("transport", "moderate", "home.needs"),
            ),
        ),
        ({"legal.status": ["probation", "pending"]}, (Found("legal", "high", "legal.status"),)),
        ({"home.needs": 7, "legal.status": None}, ()),
    ],
)
def test_answers_point_to_needs_the_gravest_first(
    answers: dict[str, object], found: tuple[Found, ...]
) -> None:
    """One need a kind, with the question that weighs most; silence says nothing."""
    assert needs_in(answers) == found


@pytest.mark.parametrize(
    ("milestone", "path", "reached"),
    [
        ("days_30", Path(admitted_on=date(2026, 10, 25)), date(2026, 11, 24)),
        ("days_30", Path(admitted_on=date(2026, 10, 26)), None),
        (
            "days_30",
            Path(admitted_on=date(2026, 11, 20), counted_from=date(2026, 10, 1)),
            date(2026, 10, 31),
        ),
        ("days_30", Path(), None),
        ("work", Path(work_on=date(2026, 11, 1)), date(2026, 11, 1)),
        ("completed", Path(completed_on=date(2026, 12, 1)), None),
        ("new_phase", Path(), None),
    ],
)
def test_a_milestone_is_reached_on_its_day(
    milestone: str, path: Path, reached: date | None
) -> None:
    """By the client's own count where they keep one; nothing ahead is celebrated."""
    assert reached_on(milestone, path, date(2026, 11, 24)) == reached


@pytest.mark.parametrize(("days", "hangs"), [(0, True), (13, True), (14, False), (-1, False)])
def test_a_milestone_hangs_for_the_program_s_days(days: int, hangs: bool) -> None:
    """From its day on, and not before."""
    day = date(2026, 11, 24)
    assert is_shown(day, day + timedelta(days=days), 14) is hangs


def test_what_is_open_stays_in_every_share() -> None:
    """Shares are of all that were sent; days are of those that were kept."""
    day = date(2026, 11, 1)
    rows = [
        Sent("legal", day, "kept", day + timedelta(days=4)),
        Sent("legal", day, "served", day + timedelta(days=8)),
        Sent("legal", day, "no_answer"),
        Sent("legal", day),
        Sent("food", day, "served", day),
    ]
    food, legal, everything = lines_of(rows)
    assert (legal.sent, legal.ended, legal.got_help, legal.median_days) == (4, 3, 2, 6.0)
    assert (legal.share_ended, legal.share_helped) == (75, 50)
    assert (food.median_days, everything.kind, everything.sent) == (0.0, "", 5)
    assert lines_of([])[0].share_ended is None


def test_who_never_arrived_stays_in_the_denominator() -> None:
    """In time, late, open and ended without a visit are all counted."""
    rows = [(DUE, DUE, True), (DUE, DUE + timedelta(days=1), True), (DUE, None, True),
            (DUE, None, False)]  # fmt: skip
    found = handed_over(rows)
    assert (found.all, found.in_time, found.late, found.open) == (4, 1, 1, 1)
