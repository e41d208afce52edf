"""How serious, which clocks, what is missing before the end: as tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from homeward.incidents.rules.breach import CLOCKS as BREACH_CLOCKS
from homeward.incidents.rules.breach import HHS, MEDIA, PEOPLE, Breach, BreachNumbers
from homeward.incidents.rules.closing import Stand, Standing, missing_to_close, stand_of, urgent
from homeward.incidents.rules.kinds import LEAST, severity_of
from homeward.incidents.rules.timers import Numbers, due_of, timers_of
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Source, State
from homeward.program.rules.default_deadlines import DEADLINES

KNOWN = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)  # noon in Chicago, a Tuesday
CHICAGO = "America/Chicago"


def number(value):
    return ProgramNumber("n", Decimal(value), "x", Source("n", "n", "state"), date(2026, 1, 1))


def numbers(state_from="3", analyzed_from="4", state_hours=24):
    return Numbers(
        internal_hours=number("8"), state_from_severity=number(state_from),
        state_report=replace(DEADLINES["incident_report"], limit=state_hours),
        root_cause_from_severity=number(analyzed_from), root_cause_days=number("45"),
        breach=BreachNumbers(
            people_days=number("60"), many_people=number("500"), year_end_days=number("60"),
            warning_days=number("30"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "kind, said, held",
    [
        ("death", 1, 4), ("overdose", 2, 3), ("overdose", 4, 4), ("violence", 1, 2),
        ("threat", 1, 1), ("threat", 3, 3), ("sexual_misconduct", 1, 3), ("contraband", 2, 2),
    ],
)  # fmt: skip
def test_severity_is_never_below_the_least_of_its_kind(kind, said, held):
    decision = severity_of(kind, said)
    assert int(decision.outcome) == held
    assert (decision.reasons[0].state is State.MET) == (said >= LEAST[kind])


@pytest.mark.parametrize(
    "severity, state_from, analyzed_from, runs",
    [
        (1, "3", "4", {"internal"}),
        (2, "3", "4", {"internal"}),
        (2, "2", "4", {"internal", "state"}),
        (3, "3", "4", {"internal", "state"}),
        (3, "5", "4", {"internal"}),
        (3, "5", "3", {"internal", "root_cause"}),
        (4, "3", "4", {"internal", "state", "root_cause"}),
        (4, "5", "4", {"internal", "root_cause"}),
        (4, "3", "5", {"internal", "state"}),
    ],
)
def test_which_clocks_run(severity, state_from, analyzed_from, runs):
    """Changing the program's number changes the decision and what is recorded with it."""
    decision = timers_of(severity, KNOWN, CHICAGO, numbers(state_from, analyzed_from))
    assert {each.code for each in due_of(decision)} == runs
    assert decision.to_json()["reasons"][0]["source"]["tag"] == "state"


@pytest.mark.parametrize("hours", [4, 24, 48])
def test_the_deadline_of_the_report_sets_when_it_is_due(hours):
    decision = timers_of(3, KNOWN, CHICAGO, numbers(state_hours=hours))
    due = {each.code: each.due_at for each in due_of(decision)}
    assert due["state"] == KNOWN + timedelta(hours=hours)
    line = next(each for each in decision.reasons if each.code == "incident_state_report")
    assert line.detail == {"value": str(hours), "unit": "hours"}


SOONEST, YEAR_END = date(2027, 1, 23), date(2027, 3, 1)


@pytest.mark.parametrize(
    "breach, due",
    [
        (Breach(), {PEOPLE: SOONEST, HHS: SOONEST, MEDIA: SOONEST}),  # uncounted: as for many
        (Breach(people=1), {PEOPLE: SOONEST, HHS: YEAR_END}),
        (Breach(people=499, in_one_state=499), {PEOPLE: SOONEST, HHS: YEAR_END}),
        (Breach(people=500), {PEOPLE: SOONEST, HHS: SOONEST}),
        (Breach(people=501), {PEOPLE: SOONEST, HHS: SOONEST, MEDIA: SOONEST}),  # state unknown
        (Breach(people=5000), {PEOPLE: SOONEST, HHS: SOONEST, MEDIA: SOONEST}),
        (Breach(people=900, in_one_state=500), {PEOPLE: SOONEST, HHS: SOONEST}),
        (
            Breach(people=900, in_one_state=501),
            {PEOPLE: SOONEST, HHS: SOONEST, MEDIA: SOONEST},
        ),
        (Breach(is_ruled_out=True), {}),
    ],
)
def test_whom_a_breach_tells_by_when(breach, due):
    decision = timers_of(2, KNOWN, CHICAGO, numbers(), breach=breach)
    found = {each.code: each.due_at for each in due_of(decision) if each.code in BREACH_CLOCKS}
    assert {code: at.date() for code, at in found.items()} == due
    assert all((at.hour, at.minute) == (23, 59) for at in found.values())
    warns = {code: date.fromisoformat(at[:10]) for code, at in decision.extras["warns"].items()}
    assert warns == {code: on - timedelta(days=30) for code, on in due.items()}
    assert timers_of(2, KNOWN, CHICAGO, numbers()).extras["warns"] == {}


def test_when_the_clocks_run_out():
    closed = [date(2026, 11, 26), date(2026, 12, 25), date(2027, 1, 1)]
    due = {each.code: each.due_at for each in due_of(timers_of(4, KNOWN, CHICAGO, numbers()))}
    assert due["internal"] == KNOWN + timedelta(hours=8)
    assert due["state"] == KNOWN + timedelta(hours=24)
    assert due["root_cause"].date() == date(2027, 1, 26)
    later = due_of(timers_of(4, KNOWN, CHICAGO, numbers(), closed))
    assert later[-1].due_at.date() == date(2027, 1, 29)


DONE = {"what": "w", "immediate_action": "a", "people": 1, "open_follow_ups": 0, "cause": "x"}


@pytest.mark.parametrize(
    "due, kept, change, codes",
    [
        ({"internal"}, {"internal"}, {}, ()),
        ({"internal"}, (), {}, ("incident_internal_open",)),
        ({"internal", "state"}, {"internal"}, {}, ("incident_state_open",)),
        (
            {"internal", "state", "root_cause"}, {"internal", "state"}, {},
            ("incident_root_cause_open",),
        ),
        (
            {"internal", "people_told", "hhs_told", "media_told"}, {"internal", "people_told"}, {},
            ("incident_hhs_untold", "incident_media_untold"),
        ),
        (
            {"internal"}, {"internal"}, {"is_uncounted": True}, ("incident_breach_uncounted",),
        ),
        ({"internal"}, {"internal"}, {"open_follow_ups": 1}, ("incident_follow_up_open",)),
        ({"internal"}, {"internal"}, {"cause": ""}, ("incident_cause_missing",)),
        (
            {"internal"}, {"internal"}, {"what": " ", "immediate_action": ""},
            ("incident_what_missing", "incident_action_missing"),
        ),
    ],
)  # fmt: skip
def test_what_is_missing_before_it_is_closed(due, kept, change, codes):
    assert missing_to_close(Standing(due=due, kept=kept, **(DONE | change))) == codes


@pytest.mark.parametrize(
    "kept, now, stand",
    [
        (None, -180, Stand.RUNNING), (None, -119, Stand.SOON), (None, 1, Stand.LATE),
        (-5, 60, Stand.KEPT), (5, 60, Stand.KEPT_LATE),
    ],
)  # fmt: skip
def test_how_a_clock_stands(kept, now, stand):
    at = None if kept is None else KNOWN + timedelta(minutes=kept)
    assert stand_of(KNOWN, at, KNOWN + timedelta(minutes=now)) is stand


def test_what_cannot_wait():
    due = {"internal": KNOWN, "state": KNOWN + timedelta(hours=5)}
    assert urgent(due, (), KNOWN - timedelta(hours=1)) == ("internal",)
    assert urgent(due, {"internal"}, KNOWN) == ()
