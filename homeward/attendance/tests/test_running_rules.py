"""Billing a day, the door, leaving, and entries from a device without network, as tables."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.attendance.rules.at_the_door import HeldSeat, seat_at_the_door
from homeward.attendance.rules.billable import (
    FAMILY,
    PSYCHOTHERAPY,
    UNITS,
    Attended,
    PayerRule,
    billable_of,
    therapy_code,
    units_of,
)
from homeward.attendance.rules.blocks import Part, clinical_blocks
from homeward.attendance.rules.credit import Attendance, credited_minutes
from homeward.attendance.rules.leaving import leaving_of
from homeward.attendance.rules.offline_entry import entry_of, joined_words, true_time
from homeward.coverage.rules.payer_numbers import PAYER_NUMBERS
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.periods import Period
from homeward.program.rules.defaults import safe_number

CHICAGO = ZoneInfo("America/Chicago")
NINE = datetime(2026, 11, 24, 9, tzinfo=CHICAGO).astimezone(UTC)


def payers(code: str, value: int) -> ProgramNumber:
    known = PAYER_NUMBERS[code]
    return ProgramNumber(code, Decimal(value), known.unit, known.source, NINE.date())


def rule(least: int = 180, apart: int = 0) -> PayerRule:
    return PayerRule(
        day_minimum=payers("min_minutes_per_day", least),
        bills_components=payers("bills_components", apart),
        unit=safe_number("billable_unit_minutes"),
        unit_first=safe_number("billable_unit_first_minutes"),
        therapy_first=safe_number("psychotherapy_first_minutes"),
        therapy_middle=safe_number("psychotherapy_middle_minutes"),
        therapy_long=safe_number("psychotherapy_long_minutes"),
        family_first=safe_number("family_first_minutes"),
    )


@pytest.mark.parametrize(
    ("minutes", "units"),
    [(0, 0), (7, 0), (8, 1), (22, 1), (23, 2), (37, 2), (38, 3), (52, 3), (53, 4), (67, 4)],
)
def test_quarter_hours_count_from_eight_minutes_on(minutes, units):
    """8 to 22 minutes are one unit, 23 to 37 two, and so on."""
    assert units_of(minutes, rule()) == units


@pytest.mark.parametrize(
    ("minutes", "code"),
    [(15, ""), (16, "90832"), (37, "90832"), (38, "90834"), (52, "90834"), (53, "90837")],
)
def test_psychotherapy_has_three_lengths(minutes, code):
    """Below sixteen minutes nothing is billed."""
    assert therapy_code(minutes, rule()) == code


GROUP = Attended("group", UNITS, 90)


@pytest.mark.parametrize(
    ("least", "apart", "day", "outcome", "billable", "units"),
    [
        (180, 0, [GROUP, GROUP], "day_billable", 180, 1),
        (180, 0, [GROUP, Attended("skills", UNITS, 89)], "not_billable", 0, 0),
        (180, 1, [GROUP, Attended("skills", UNITS, 7)], "components_billable", 90, 6),
        (120, 0, [GROUP, Attended("talk", PSYCHOTHERAPY, 45)], "day_billable", 135, 1),
        (180, 1, [Attended("talk", PSYCHOTHERAPY, 15)], "not_billable", 0, 0),
        (180, 1, [Attended("family", FAMILY, 26)], "components_billable", 26, 1),
        (180, 1, [Attended("family", FAMILY, 25)], "not_billable", 0, 0),
        (0, 0, [], "not_billable", 0, 0),
        (0, 0, [Attended("group", UNITS, 5)], "day_billable", 5, 1),
    ],
)
def test_a_day_is_billed_whole_apart_or_not(least, apart, day, outcome, billable, units):
    """The payer's least for a day decides; below it, whether the payer takes sessions apart."""
    decision = billable_of(day, rule(least, apart))

    assert decision.outcome == outcome
    assert (decision.extras["billable_minutes"], decision.extras["units"]) == (billable, units)


@given(st.lists(st.integers(0, 240), max_size=6), st.integers(0, 400), st.booleans())
def test_never_more_is_billed_than_was_credited(minutes, least, apart):
    """Whatever the payer's rule; and a day that reaches its least is billed whole."""
    day = [Attended(str(n), UNITS, each) for n, each in enumerate(minutes)]
    extras = billable_of(day, rule(least, int(apart))).extras

    assert 0 <= extras["billable_minutes"] <= sum(minutes)
    if sum(minutes) and sum(minutes) >= least:
        assert extras["billable_minutes"] == sum(minutes)


WALL = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31, 23, 59))  # noqa: DTZ001
ZONES = st.sampled_from(["America/Chicago", "America/New_York", "America/Phoenix", "UTC"])
PARTS = st.lists(st.builds(Part, st.integers(1, 90), st.booleans()), max_size=6)
STAYS = st.lists(st.tuples(st.integers(-60, 300), st.integers(0, 300)), max_size=5)


def attended(starts: datetime, length: int, parts, stays) -> Attendance:
    session = Period(starts, starts + timedelta(minutes=length))
    made = [
        Period(starts + timedelta(minutes=first), starts + timedelta(minutes=first + lasting))
        for first, lasting in stays
    ]
    blocks = clinical_blocks(session, parts)
    return Attendance(session=session, clinical=blocks, stays=tuple(made), most_minutes=length)


@given(WALL, ZONES, st.integers(15, 240), PARTS, STAYS)
def test_a_minute_is_a_minute_on_every_day(wall, zone, length, parts, stays):
    """Clock changes and midnight change nothing: the same stays credit what they do at noon."""
    starts = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC)

    assert credited_minutes(attended(starts, length, parts, stays)) == credited_minutes(
        attended(noon, length, parts, stays)
    )


@given(st.integers(15, 240), PARTS, STAYS)
def test_minutes_are_those_in_the_room_while_treatment_ran(length, parts, stays):
    """Counted minute by minute, the slow and certain way."""
    clinical = set()
    at = 0
    for part in parts:
        clinical |= set(range(at, min(at + part.minutes, length))) if part.is_clinical else set()
        at += part.minutes
    clinical = clinical if parts else set(range(length))
    here = {minute for first, lasting in stays for minute in range(first, first + lasting)}

    assert credited_minutes(attended(NINE, length, parts, stays)) == len(clinical & here)


@given(st.integers(15, 240), PARTS, STAYS, st.integers(0, 300))
def test_going_out_never_adds_minutes(length, parts, stays, out):
    """A stay cut in two with nothing between credits the same; with a gap, never more."""
    whole = credited_minutes(attended(NINE, length, parts, stays))
    cut = [
        piece
        for first, lasting in stays
        for before in (min(lasting, out),)
        for piece in ((first, before), (first + before, lasting - before))
    ]  # fmt: skip

    assert credited_minutes(attended(NINE, length, parts, cut)) == whole
    assert credited_minutes(attended(NINE, length, parts, cut[::2])) <= whole


def seat(ref: str, hour: int, minutes: int = 90, *, is_in_room: bool = False) -> HeldSeat:
    starts = NINE + timedelta(hours=hour)
    return HeldSeat(ref, Period(starts, starts + timedelta(minutes=minutes)), is_in_room)


@pytest.mark.parametrize(
    ("minutes", "seats", "outcome", "ref"),
    [
        (-10, [seat("a", 0), seat("b", 3)], "let_in", "a"),
        (30, [seat("b", 3), seat("a", 0)], "let_in", "a"),
        (30, [seat("a", 0, is_in_room=True), seat("b", 3)], "here_before", "a"),
        (95, [seat("a", 0, is_in_room=True), seat("b", 3)], "let_in", "b"),
        (-241, [seat("a", 0)], "nothing_planned", None),
        (90, [seat("a", 0)], "nothing_planned", None),
        (0, [], "nothing_planned", None),
    ],
)
def test_a_code_lets_in_to_one_session(minutes, seats, outcome, ref):
    """The one that runs, else the next; two groups on a day are asked for each by itself."""
    at = NINE + timedelta(minutes=minutes)
    decision, found = seat_at_the_door(seats, at, timedelta(hours=4))

    assert (decision.outcome, found.ref if found else None) == (outcome, ref)


@pytest.mark.parametrize(
    ("left", "agreed", "outcome"),
    [(30, False, "look_for"), (74, False, "look_for"), (75, False, "let_go"), (30, True, "let_go")],
)
def test_who_leaves_without_a_word_is_looked_for(left, agreed, outcome):
    """Not in the last quarter of an hour, and not who had said so."""
    decision = leaving_of(
        NINE + timedelta(minutes=left), Period(NINE, NINE + timedelta(minutes=90)),
        is_agreed=agreed, grace=safe_number("late_grace_minutes"),
        within=safe_number("left_group_minutes"),
    )  # fmt: skip

    assert decision.outcome == outcome
    if outcome == "look_for":
        assert datetime.fromisoformat(decision.extras["due_at"]) == NINE + timedelta(
            minutes=left + 10
        )


@pytest.mark.parametrize(
    ("hours", "outcome"),
    [(0, "taken"), (71, "taken"), (73, "to_a_person"), (-0.01, "taken"), (-1, "to_a_person")],
)
def test_entries_are_taken_in_within_the_window(hours, outcome):
    """Three days back, and a minute ahead for two clocks."""
    said = NINE - timedelta(hours=hours)
    assert entry_of(said, NINE, safe_number("offline_window_hours")).outcome == outcome


def test_a_wrong_clock_is_put_right():
    """A device an hour slow wrote at what it called eight, and sent at what it called half past."""
    slow = timedelta(hours=-1)
    written, sent = NINE + slow, NINE + timedelta(minutes=30) + slow
    assert true_time(written, sent, NINE + timedelta(minutes=30)) == NINE
    assert true_time(NINE, sent, sent + timedelta(seconds=3)) == NINE


@pytest.mark.parametrize(
    ("stored", "seen", "written", "kept"),
    [
        ("", None, "new", "new"),
        ("one", "one", "one two", "one two"),
        ("one", "one", "changed", "changed"),
        ("one", "", "one two", "one two"),
        ("one two", "one", "one", "one two"),
        ("theirs", "one", "mine", None),
        ("theirs", None, "mine", "theirs\n\nmine"),
        ("theirs\n\nmine", None, "mine", "theirs\n\nmine"),
    ],
)
def test_words_are_joined_and_never_lost(stored, seen, written, kept):
    """From the stored text: it replaces. Blind: below. Apart from one text: a person."""
    assert joined_words(stored, seen, written) == kept


@pytest.mark.parametrize(
    ("stored", "below", "written", "kept"),
    [
        ("theirs\n\nmi", ["mi"], "mine", "theirs\n\nmine"),
        ("mi", ["mi"], "mine", "mine"),
        ("theirs\n\nmine too", ["mi", "mine too"], "mine", "theirs\n\nmine"),
        ("theirs", ["mi"], "mine", "theirs\n\nmine"),
        ("looked", [], "look", "looked\n\nlook"),
        ("theirs", [], "", "theirs"),
    ],
)
def test_a_pad_sent_in_pieces_stands_once(stored, below, written, kept):
    """In the place of what the same pad sent before; a short word is not lost in a longer one."""
    assert joined_words(stored, None, written, below) == kept
