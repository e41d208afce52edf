"""Tables of the pure rules: what is due, what may be written, what is missing."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from homeward.kernel.reasons import State
from homeward.medications.rules import clocks, counting, dosing, listing, reconciling, starting
from homeward.medications.rules import vitals as vital_rules
from homeward.medications.rules.known import KNOWN, schedule_of, shows_as
from homeward.medications.rules.withdrawal import next_reading_at
from homeward.program.rules.defaults import NUMBERS, safe_number

TUESDAY = date(2026, 11, 24)
CHICAGO = "America/Chicago"
NINE = datetime(2026, 11, 24, 15, tzinfo=UTC)
SERTRALINE = {
    "name": "Sertraline", "dose": "50 mg", "route": "oral", "frequency": "daily", "reason": "mood",
}  # fmt: skip


@pytest.mark.parametrize(
    "more, codes",
    [
        ({}, ()),
        ({"name": " "}, ("medicine_name_missing",)),
        ({"dose": "", "reason": ""}, ("medicine_dose_missing", "medicine_reason_missing")),
        ({"route": "by_ear"}, ("medicine_route_unknown",)),
        ({"schedule": "1"}, ("medicine_schedule_unknown",)),
        ({"kind": "ibogaine"}, ("medicine_kind_unknown",)),
        ({"kind": "methadone"}, ("medicine_otp_missing",)),
        ({"kind": "methadone", "dispenser": "Lakeside OTP"}, ()),
        (
            {"kind": "methadone", "dispenser": "Lakeside OTP", "is_observed": True,
             "prescriber": "Dr. Lee", "dose_times": (time(9),)},
            ("medicine_otp_gives_it",),
        ),
        ({"kind": "naltrexone_injection"}, ("medicine_interval_missing",)),
        ({"kind": "naltrexone_injection", "injection_days": 28}, ()),
        (
            {"is_observed": True},
            ("medicine_not_prescribed", "medicine_times_missing"),
        ),
        ({"is_observed": True, "prescriber": "Dr. Lee", "dose_times": (time(9),)}, ()),
        ({"dose_days": (7,)}, ("medicine_days_unknown",)),
        ({"stays_with_person": "everything"}, ("medicine_stays_unknown",)),
    ],
)  # fmt: skip
def test_a_line_says_what_it_must(more, codes):
    assert listing.problems_of(listing.Line(**(SERTRALINE | more))) == codes


@pytest.mark.parametrize("kind", sorted(KNOWN))
def test_every_addiction_medicine_may_stand_on_the_list(kind):
    known = KNOWN[kind]
    line = listing.Line(
        name=kind, kind=kind, dose="as labelled", route=known.routes[0], frequency="daily",
        reason="recovery", prescriber="Dr. Lee", dispenser="Lakeside OTP", injection_days=28,
    )  # fmt: skip
    assert listing.problems_of(line) == ()


def test_known_medicines_bring_their_schedule_and_what_a_test_finds():
    assert schedule_of("buprenorphine_film", "") == "3"
    assert (schedule_of("acamprosate", "4"), schedule_of("", "2")) == ("4", "2")
    assert shows_as("methadone", ("thc", "methadone")) == ("methadone", "thc")


def timed(**more):
    return dosing.Timed(**({"times": (time(9), time(14)), "first_day": TUESDAY} | more))


@pytest.mark.parametrize(
    "more, day, count",
    [
        ({}, TUESDAY, 2),
        ({}, TUESDAY - timedelta(days=1), 0),
        ({"last_day": TUESDAY}, TUESDAY, 2),
        ({"last_day": TUESDAY}, TUESDAY + timedelta(days=1), 0),
        ({"days": (1,)}, TUESDAY, 2),
        ({"days": (0, 2)}, TUESDAY, 0),
        ({"home": ((TUESDAY, TUESDAY),)}, TUESDAY, 0),
        ({"home": ((TUESDAY, TUESDAY),)}, TUESDAY + timedelta(days=1), 2),
        ({"times": ()}, TUESDAY, 0),
        ({"is_held": True}, TUESDAY, 2),
        ({"known_from": NINE + timedelta(minutes=1)}, TUESDAY, 1),
    ],
)
def test_what_is_due_here_on_a_day(more, day, count):
    assert len(dosing.due_on(timed(**more), day, CHICAGO)) == count


def test_wall_times_follow_the_clock_of_the_site():
    assert dosing.instant_of(TUESDAY, time(9), CHICAGO) == NINE
    # 2026-03-08 has no 02:30 in Chicago, 2026-11-01 has two 01:30.
    assert dosing.instant_of(date(2026, 3, 8), time(2, 30), CHICAGO).hour == 8
    assert dosing.instant_of(date(2026, 11, 1), time(1, 30), CHICAGO).hour == 6


@pytest.mark.parametrize(
    "minutes, is_recorded, standing",
    [
        (-61, False, "later"), (-60, False, "now"), (0, False, "now"), (60, False, "now"),
        (61, False, "late"), (61, True, "recorded"), (-61, True, "recorded"),
    ],
)  # fmt: skip
def test_how_a_dose_stands(minutes, is_recorded, standing):
    now = NINE + timedelta(minutes=minutes)
    assert dosing.standing_of(NINE, now, 60, is_recorded) == standing


@pytest.mark.parametrize("state", dosing.STATES)
@pytest.mark.parametrize("manner", ["watched", "given"])
def test_a_technician_writes_what_was_watched_and_never_gives(state, manner):
    assert dosing.may_record(state, manner, is_nursing=True)
    allowed = manner == "watched" and state in ("taken", "refused", "missed")
    assert dosing.may_record(state, manner, is_nursing=False) is allowed


SIXTY = clocks.Clock(code="certification", last_on=date(2026, 1, 1), every_days=60, warn_days=45)


@pytest.mark.parametrize(
    "day, standing",
    [(44, "fine"), (45, "soon"), (59, "soon"), (60, "due"), (61, "overdue")],
)
def test_sixty_days_with_a_reminder_from_the_forty_fifth(day, standing):
    today = date(2026, 1, 1) + timedelta(days=day)
    assert clocks.standing(SIXTY, today) == standing
    assert clocks.decide(SIXTY, today).outcome == standing


def test_another_number_of_the_program_moves_the_clock():
    thirty = clocks.Clock(
        code="certification", last_on=date(2026, 1, 1), every_days=30, warn_days=20
    )
    assert clocks.standing(thirty, date(2026, 2, 5)) == "overdue"
    never = clocks.Clock(code="pdmp", last_on=None, every_days=90, warn_days=80)
    assert clocks.standing(never, TUESDAY) == "none"
    at_admission = clocks.Clock(
        code="pdmp", last_on=None, every_days=90, warn_days=80, began_on=TUESDAY
    )
    assert clocks.standing(at_admission, TUESDAY) == "due"


LIMITS = {code: safe_number(code) for code in NUMBERS if code.startswith("vitals_")}


@pytest.mark.parametrize(
    "measured, outcome, codes",
    [
        ({"pulse": 50}, "within", ()),
        ({"pulse": 49}, "outside", ("vitals_pulse_low",)),
        ({"pulse": 110}, "within", ()),
        ({"pulse": 111}, "outside", ("vitals_pulse_high",)),
        ({"systolic": 160}, "within", ()),
        ({"systolic": 161, "oxygen": 91}, "outside", ("vitals_systolic_high", "vitals_oxygen_low")),
        ({"temperature_f": Decimal("100.4")}, "within", ()),
        ({"temperature_f": Decimal("100.5")}, "outside", ("vitals_temperature_f_high",)),
        ({"weight_lb": Decimal(160)}, "unknown", ()),
    ],
)
def test_vital_signs_against_the_programs_limits(measured, outcome, codes):
    decision = vital_rules.outside(vital_rules.Measured(**measured), LIMITS)
    assert decision.outcome == outcome
    assert tuple(line.code for line in decision.lines(State.NOT_MET)) == codes


@pytest.mark.parametrize(
    "measured, wrong",
    [
        ({"pulse": 72}, ()),
        ({"pulse": 720}, ("pulse",)),
        ({"systolic": 120, "diastolic": 80}, ()),
        ({"systolic": 80, "diastolic": 120}, ("diastolic",)),
        ({"temperature_f": Decimal(37)}, ("temperature_f",)),
    ],
)
def test_what_cannot_have_been_measured(measured, wrong):
    assert vital_rules.impossible(vital_rules.Measured(**measured)) == wrong


@pytest.mark.parametrize(
    "last_minutes, total, due_minutes",
    [
        (None, None, 0),
        (10, 3, 250),
        (10, 12, 250),
        (10, 13, 70),
        (10, 24, 70),
        (10, None, 70),
        (10, 25, 40),
        (10, 36, 40),
        (10, 37, 25),
    ],
)
def test_a_high_or_unknown_score_is_looked_at_again_soon(last_minutes, total, due_minutes):
    last_at = None if last_minutes is None else NINE + timedelta(minutes=last_minutes)
    found = next_reading_at(
        started_at=NINE, last_at=last_at, last_total=total, close_from=(13, 25, 37),
        every_minutes=240, close_minutes=60,
    )  # fmt: skip
    assert found == NINE + timedelta(minutes=due_minutes)


FINE = {
    "is_on_list": True, "is_prescribed": True, "has_ended": False, "stays_with_person": "",
    "is_labelled": True, "is_expired": False, "is_controlled": False, "has_second_person": False,
}  # fmt: skip


@pytest.mark.parametrize(
    "more, codes",
    [
        ({}, ()),
        ({"stays_with_person": "insulin"}, ("brought_stays_with_person",)),
        ({"is_prescribed": False}, ("brought_not_prescribed",)),
        ({"has_ended": True}, ("brought_not_recorded",)),
        ({"is_labelled": False}, ("brought_not_labelled",)),
        ({"is_expired": True}, ("brought_expired",)),
        ({"is_controlled": True}, ("brought_needs_second_person",)),
        ({"is_controlled": True, "has_second_person": True}, ()),
    ],
)
def test_what_comes_into_storage(more, codes):
    assert counting.problems_of(counting.Brought(**(FINE | more))) == codes


def said(key="a", **more):
    base = {"medication_id": key, "last_taken": "today", "source": "bottle", "action": "continue"}
    return reconciling.Said(**(base | more))


@pytest.mark.parametrize(
    "listed, lines, nothing, codes",
    [
        (["a"], [said()], False, ()),
        ([], [], True, ()),
        ([], [], False, ("reconciled_nothing_unsaid",)),
        (["a"], [said()], True, ("reconciled_nothing_wrong",)),
        (["a", "b"], [said()], False, ("reconciled_line_missing",)),
        (["a"], [said(), said("b")], False, ("reconciled_line_strange",)),
        (["a"], [said(), said()], False, ("reconciled_line_strange",)),
        (["a"], [said(last_taken="")], False, ("reconciled_last_taken_missing",)),
        (["a"], [said(source="rumour")], False, ("reconciled_source_unknown",)),
        (["a"], [said(action="change")], False, ("reconciled_change_unsaid",)),
        (["a"], [said(action="change", changed_to="8 mg")], False, ()),
    ],
)
def test_a_reconciliation_is_whole(listed, lines, nothing, codes):
    found = reconciling.problems_of("admission", listed, lines, takes_nothing=nothing)
    assert found == codes


def test_before_a_start_it_is_said_what_is_not_known_and_nothing_is_refused():
    empty = starting.before_starting(starting.Known(kind="buprenorphine_film"), NINE, 240)
    assert empty.outcome == "ask"
    assert {line.code for line in empty.lines(State.UNKNOWN)} >= {
        "start_withdrawal_scored", "start_last_opioid_said", "start_pregnancy_said",
    }  # fmt: skip
    facts = {
        "kind": "buprenorphine_film", "cows": 11, "cows_at": NINE - timedelta(hours=4),
        "last_opioid_on": TUESDAY, "pdmp_due_on": TUESDAY, "naloxone_outcome": "given",
        "has_order": True, "pregnancy": "not_pregnant", "allergies_are_known": True,
    }  # fmt: skip
    fresh = starting.before_starting(starting.Known(**facts), NINE, 240)
    assert fresh.outcome == "all_known"
    stale = starting.Known(**(facts | {"cows_at": NINE - timedelta(minutes=241)}))
    assert starting.before_starting(stale, NINE, 240).outcome == "ask"
    # A program that takes readings every two hours asks for a score of the last two.
    sooner = starting.before_starting(starting.Known(**facts), NINE, 120)
    assert sooner.outcome == "ask"
    assert sooner.version != fresh.version


@pytest.mark.parametrize(
    "kind, is_asked",
    [
        ("naltrexone_tablet", True),
        ("naltrexone_injection", True),
        ("buprenorphine_film", True),
        ("acamprosate", False),
        ("nicotine_replacement", False),
    ],
)
def test_the_last_opioid_is_asked_about_whatever_naltrexone_is_taken_for(kind, is_asked):
    found = starting.before_starting(starting.Known(kind=kind), NINE, 240)
    assert ("start_last_opioid_said" in {line.code for line in found.reasons}) is is_asked
    assert len(found.reasons) == {"naltrexone_tablet": 4, "acamprosate": 3}.get(
        kind, len(found.reasons)
    )


@pytest.mark.parametrize(
    "event, word, asks",
    [
        ("transfer", "detox", True),
        ("transfer", "residential", True),
        ("transfer", "hospital", True),
        ("transfer", "outpatient", True),
        ("transfer", "recovery_residence", False),
        ("stop_over", "hospital", True),
        ("stop_over", "jail", True),
        ("stop_over", "died", False),
        ("return", "same_episode", True),
        ("return", "new_episode", False),
        ("step", "down", True),
        ("step", "up", True),
        ("holiday", "week", False),
    ],
)
def test_what_asks_for_the_list_to_be_gone_through_again(event, word, asks):
    assert reconciling.asks_again(event, word) is asks


@pytest.mark.parametrize(
    "levels, minutes, is_more",
    [
        (("2.1", "2.1"), (540, 540), False),
        (("2.1", "2.1"), (540, 360), False),
        (("2.1", "2.1"), (360, 540), True),
        (("1.0", "2.1"), (90, 540), True),
        (("2.1", "1.0"), (540, 90), True),
    ],
)
def test_a_phase_of_more_care_is_a_transfer(levels, minutes, is_more):
    assert reconciling.is_more_care(*levels, *minutes) is is_more
