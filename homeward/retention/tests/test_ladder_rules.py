"""By which ways somebody is reached, when, and by whom: the ladder's rules as tables."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from homeward.kernel.reasons import State
from homeward.retention.rules.owners import Member, owner_of
from homeward.retention.rules.permitted import Ways, due_within, ways_of

HOUR = timedelta(hours=1)
CHICAGO = "America/Chicago"
A, B, C, D = (UUID(int=n) for n in range(1, 5))


def ways(**told):
    usual = {
        "has_phone": True, "wants_text": True, "wants_letter": None, "has_portal": True,
        "has_peer": False, "contacts": 0, "zone": CHICAGO,
    }  # fmt: skip
    return Ways(**(usual | told))


@pytest.mark.parametrize(
    ("channel", "told", "state"),
    [
        ("call", {}, State.MET),
        ("call", {"has_phone": False}, State.NOT_MET),
        ("text", {}, State.MET),
        ("text", {"wants_text": None}, State.UNKNOWN),
        ("text", {"wants_text": False}, State.NOT_MET),
        ("text", {"has_phone": False}, State.NOT_MET),
        ("letter", {}, State.UNKNOWN),
        ("letter", {"wants_letter": True}, State.MET),
        ("portal", {}, State.MET),
        ("portal", {"has_portal": False}, State.NOT_MET),
        ("peer_visit", {}, State.NOT_MET),
        ("peer_visit", {"has_peer": True}, State.MET),
        ("consented_contact", {}, State.NOT_MET),
        ("consented_contact", {"contacts": 1}, State.MET),
    ],
)
def test_which_way_is_open(channel, told, state):
    decision = ways_of("same_day", (channel,), ways(**told))
    assert decision.reasons[0].state is state
    assert decision.extras["channels"] == ([channel] if state is State.MET else [])
    assert decision.outcome == ("open" if state is State.MET else "shut")


@pytest.mark.parametrize(
    ("step", "hour", "due"),
    [
        ("same_day", 15, 15),
        ("same_day", 8, 9),
        ("same_day", 20, 24 + 9),
        ("clinician_now", 3, 3),
    ],
)
def test_a_step_keeps_their_hours_unless_there_is_danger(step, hour, due):
    midnight = datetime(2026, 11, 24, 6, tzinfo=UTC)  # in Chicago
    found = due_within(step, midnight + hour * HOUR, ways(from_hour=9, until_hour=20))
    assert found == midnight + due * HOUR


def test_the_hour_that_spring_skips_is_no_trap():
    late = datetime(2027, 3, 14, 6, tzinfo=UTC)  # midnight before the clocks change
    assert due_within("same_day", late, ways()) == datetime(2027, 3, 14, 14, tzinfo=UTC)


TEAM = (
    Member(A, "counselor", is_primary=True),
    Member(B, "technician", is_primary=False),
    Member(C, "counselor", is_primary=False),
)


@pytest.mark.parametrize(
    ("step", "at_work", "owner"),
    [
        ("after_15_minutes", (), B),
        ("same_day", (), A),
        ("after_48_hours", (), A),
        ("team_review", (), D),
        ("clinician_now", (), A),
        ("clinician_now", (C,), C),
        ("clinician_again", (), D),
        ("danger_contact", (), D),
    ],
)
def test_whose_a_step_is(step, at_work, owner):
    assert owner_of(step, TEAM, D, frozenset(at_work)) == owner
    assert owner_of(step, (), None) is None
