"""Reaching a signal to answer it."""

from uuid import UUID

from homeward.core.access import Access, may
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.retention.gathering import LOOKING
from homeward.retention.models import RiskSignal
from homeward.retention.seeing import clients_by_code


class SignalClosed(Refusal):
    """This signal was answered, passed or withdrawn before."""


def may_answer(actor: Actor) -> bool:
    """Who signs or approves clinical work, and the nurses of the team."""
    return (
        actor.kind == SERVICE
        or may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN)
        or may(actor.roles, RecordClass.ASSESSMENT, Access.APPROVE)
        or actor.has_role(Role.NURSE)
    )


def open_signal(actor: Actor, signal_id: UUID) -> RiskSignal:
    """The signal, held to be answered.

    Raises RiskSignal.DoesNotExist out of the actor's sight, NotAllowed for who only reads,
    SignalClosed.
    """
    rows = RiskSignal.objects.for_actor(actor, Purpose.TREATMENT)
    seen: RiskSignal = rows.select_related("client").get(pk=signal_id)
    if actor.kind != SERVICE:
        sees = clients_by_code(actor, [seen.client_id])
        if seen.client_id not in sees.get(seen.code, frozenset()):
            raise RiskSignal.DoesNotExist
    if not may_answer(actor) or not _acts_for(actor, seen.client):
        raise NotAllowed("retention.signal.answered")
    held = RiskSignal.objects.for_actor(LOOKING, Purpose.OPERATIONS)
    signal: RiskSignal = held.select_for_update(of=("self",)).get(pk=signal_id)
    if signal.closed_at is not None:
        raise SignalClosed
    return signal


def _acts_for(actor: Actor, client: Client) -> bool:
    """A reason given and a broken glass open reading alone."""
    if actor.kind == SERVICE:
        return True
    ways = (Access.SIGN, Access.APPROVE)
    if any(reaches(actor, client, RecordClass.ASSESSMENT, to=way) for way in ways):
        return True
    is_nurse = actor.has_role(Role.NURSE)
    return is_nurse and reaches(actor, client, RecordClass.SCHEDULE, to=Access.WRITE)
