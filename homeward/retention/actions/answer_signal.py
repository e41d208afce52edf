"""Seen, acted upon, withdrawn with a reason, or handed to somebody else."""

from datetime import datetime
from uuid import UUID

from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.people.queries import team_of
from homeward.retention.gathering import LOOKING
from homeward.retention.looking import write_step
from homeward.retention.models import RiskSignal, SignalStep
from homeward.retention.reaching import open_signal

State = RiskSignal.State
# What was done about it; the words stand in `words`.
ACTED = (
    "talked", "called", "time_changed", "help_found", "plan_made", "team_talked", "nothing_needed",
)  # fmt: skip
SHORTEST_REASON = 5


class ActUnknown(Refusal):
    """Say what was done."""


class ReasonNeeded(Refusal):
    """A signal is set aside with a reason in words."""


class NotOnTheTeam(Refusal):
    """Only somebody of the client's team, or who supervises it, can own a signal."""


@action
def acknowledge_signal(
    *, actor: Actor, signal_id: UUID, now: datetime, expected_version: int | None = None
) -> RiskSignal:
    """Somebody has seen it and means to act; it stays open."""
    signal = open_signal(actor, signal_id)
    expect_version(signal, expected_version)
    if signal.state == State.OPEN:
        signal.change(state=State.ACKNOWLEDGED)
        write_step(signal, SignalStep.Step.ACKNOWLEDGED, actor, now)
    return signal


@action
def act_on_signal(
    *, actor: Actor, signal_id: UUID, what: str, now: datetime, note: str = "",
    expected_version: int | None = None,
) -> RiskSignal:  # fmt: skip
    """What was done closes it; a new fact may raise it again."""
    signal = open_signal(actor, signal_id)
    expect_version(signal, expected_version)
    if what not in ACTED:
        raise ActUnknown("what")
    signal.change(state=State.ACTED, closed_at=now, closed_because=what)
    write_step(signal, SignalStep.Step.ACTED, actor, now, reason=what, note=note)
    return signal


@action
def withdraw_signal(
    *, actor: Actor, signal_id: UUID, reason: str, now: datetime,
    expected_version: int | None = None,
) -> RiskSignal:  # fmt: skip
    """Set aside by a person, with their reason: the facts do not mean what the rule takes them for.

    It is no judgement about the facts, which stay as they are; the same facts raise it no more.
    """
    signal = open_signal(actor, signal_id)
    expect_version(signal, expected_version)
    if len(reason.strip()) < SHORTEST_REASON:
        raise ReasonNeeded("reason")
    signal.change(state=State.WITHDRAWN, closed_at=now, closed_because="by_person")
    write_step(signal, SignalStep.Step.WITHDRAWN, actor, now, reason="by_person", note=reason)
    return signal


@action
def hand_on_signal(
    *, actor: Actor, signal_id: UUID, worker_id: UUID, now: datetime,
    expected_version: int | None = None,
) -> RiskSignal:  # fmt: skip
    """Another member of the team owns it from now on."""
    signal = open_signal(actor, signal_id)
    expect_version(signal, expected_version)
    client = Client.objects.for_actor(LOOKING, Purpose.OPERATIONS).get(pk=signal.client_id)
    if worker_id not in {member.worker_id for member in team_of(LOOKING, client, now)}:
        raise NotOnTheTeam("worker")
    if worker_id != signal.owner_id:
        signal.change(owner_id=worker_id)
        write_step(signal, SignalStep.Step.HANDED_ON, actor, now)
    return signal
