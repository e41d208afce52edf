"""By which ways a rung of outreach may be taken, when, and what must not be said.

Every way is answered with why it is open or shut. The rung's time moves into the hours in which the
person said they may be reached; only a clinician's call for somebody in danger does not wait.
Sources: the handbook's outreach ladder and the federal consent rules: nobody beside the person is
told anything without a consent that holds at this instant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.kernel.reasons import Decision, Reason, Source, State

RULE_SET = "outreach-1"
VERSION = "1"
AT_ONCE = ("clinician_now", "clinician_again", "danger_contact")
OPEN, NOBODY_NEEDED, SHUT = "open", "team_decides", "shut"
SAID = Source("contact_choice", "What the person said about how to reach them", "norm")
CONSENT = Source("consent", "A consent that holds at this instant", "law", "42 CFR 2.31")
LADDER = Source("outreach_ladder", "Outreach ladder, program default")
# The ways that reach the person's own telephone, and so keep their hours.
ON_THE_TELEPHONE = ("call", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What is known about reaching one person at one instant.

    `wants_text` and `wants_letter` are None where nobody asked. `contacts` counts the people
    beside them to whom a consent lets the program speak now. Hours are whole hours of the wall
    clock, half-open.
    """

    has_phone: bool
    wants_text: bool | None
    wants_letter: bool | None
    has_portal: bool
    has_peer: bool
    contacts: int
    voicemail: str = "no_details"
    from_hour: int = 9
    until_hour: int = 20
    zone: str = "UTC"


def ways_of(step: str, channels: Sequence[str], ways: Ways) -> Decision:
    """Each way of a rung with its answer; `extras["channels"]` are the open ones in order."""
    lines = tuple(_line(channel, ways) for channel in channels)
    allowed = [line.code.removeprefix("way_") for line in lines if line.state is State.MET]
    outcome = NOBODY_NEEDED if not channels else OPEN if allowed else SHUT
    return Decision(
        outcome, RULE_SET, VERSION, lines,
        {"step": step, "channels": allowed, "voicemail": ways.voicemail},
    )  # fmt: skip


def due_within(step: str, due_at: datetime, ways: Ways) -> datetime:
    """The rung's time, put off to the person's next open hour; in UTC.

    Danger does not wait for an hour somebody chose for reminders.
    """
    if step in AT_ONCE:
        return due_at.astimezone(UTC)
    wall = due_at.astimezone(ZoneInfo(ways.zone))
    if ways.from_hour <= wall.hour < ways.until_hour:
        return due_at.astimezone(UTC)
    later = wall.date() + timedelta(days=wall.hour >= ways.until_hour)
    opening = datetime(
        later.year, later.month, later.day, ways.from_hour, tzinfo=ZoneInfo(ways.zone)
    )
    return opening.astimezone(UTC)


def _line(channel: str, ways: Ways) -> Reason:
    state, source, code = State.MET, SAID, f"way_{channel}"
    if channel == "call":
        state = _state(ways.has_phone)
    elif channel == "text":
        state = _state(ways.wants_text if ways.has_phone else False)
    elif channel == "letter":
        state = _state(ways.wants_letter)
    elif channel == "portal":
        state = _state(ways.has_portal)
    elif channel == "peer_visit":
        state, source = _state(ways.has_peer), LADDER
    elif channel == "welfare_check":
        source = LADDER
    elif channel == "consented_contact":
        state, source = _state(ways.contacts > 0), CONSENT
    return Reason(code, state, (), source, {"contacts": ways.contacts})


def _state(known: bool | None) -> State:
    if known is None:
        return State.UNKNOWN
    return State.MET if known else State.NOT_MET
