"""Reads about signals and outreach worth a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.progress.outreach import Missed, open_outreach
from homeward.retention.ladder import rungs_by_step
from homeward.retention.models import LifeChange, OutreachRung, OwnDate, RiskSignal, SignalStep
from homeward.retention.seeing import clients_by_code, visible_codes


def open_signals(actor: Actor, owner_id: Any = None) -> list[RiskSignal]:
    """The open signals whose facts the actor may see, what is due first at the top.

    `owner_id` asks for those of one worker. The same queries for few and many.
    """
    rows = RiskSignal.objects.for_actor(actor, Purpose.TREATMENT).filter(
        closed_at=None, episode__ended_at=None, code__in=visible_codes(actor)
    )
    if owner_id is not None:
        rows = rows.filter(owner_id=owner_id)
    found = list(rows.select_related("client", "owner").order_by("due_at", "raised_at", "pk"))
    return _seen(actor, found)


def open_signals_of(actor: Actor, client: Client) -> list[RiskSignal]:
    """The open signals of one client the actor may see; one query where there are none."""
    rows = RiskSignal.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client.pk, closed_at=None, code__in=visible_codes(actor)
    )
    return _seen(actor, list(rows.order_by("due_at", "pk")))


def signals_of(actor: Actor, client: Client, limit: int = 60) -> list[RiskSignal]:
    """Every signal of a client the actor may see, each with its steps, the newest first."""
    rows = RiskSignal.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client.pk, code__in=visible_codes(actor)
    )
    steps = SignalStep.objects.for_actor(actor, Purpose.TREATMENT).select_related("by")
    rows = rows.select_related("owner").prefetch_related(
        Prefetch("steps", steps.order_by("at", "created_at"))
    )
    return _seen(actor, list(rows.order_by("closed_at", "-raised_at", "pk")[:limit]))


def signal_for(actor: Actor, signal_id: Any) -> RiskSignal:
    """One signal in the actor's sight; raises RiskSignal.DoesNotExist."""
    rows = RiskSignal.objects.for_actor(actor, Purpose.TREATMENT)
    signal = rows.select_related("client", "owner").get(pk=signal_id)
    if not _seen(actor, [signal]):
        raise RiskSignal.DoesNotExist
    return signal  # type: ignore[no-any-return]


def _seen(actor: Actor, signals: Sequence[RiskSignal]) -> list[RiskSignal]:
    if not signals:
        return []
    sees = clients_by_code(actor, {signal.client_id for signal in signals})
    return [each for each in signals if each.client_id in sees.get(each.code, frozenset())]


def told_of(actor: Actor, client: Client) -> tuple[list[LifeChange], list[OwnDate]]:
    """What was told of a client's life and stands, and the days that are hard for them."""
    changes = LifeChange.objects.for_actor(actor, Purpose.TREATMENT)
    dates = OwnDate.objects.for_actor(actor, Purpose.TREATMENT)
    mine = {"client_id": client.pk, "withdrawn_at": None}
    return (
        list(changes.filter(**mine).select_related("told_to").order_by("-on", "pk")),
        list(dates.filter(**mine).select_related("said_to").order_by("month", "day", "pk")),
    )


@dataclass(frozen=True, slots=True)
class ToReach:
    """Somebody to reach, with the rung once it has an owner."""

    item: Missed
    rung: OutreachRung | None

    @property
    def due_at(self) -> datetime:
        """The rung's time within their hours, else the ladder's."""
        return self.rung.due_at if self.rung else self.item.next.due_at


def worklist(actor: Actor, now: datetime) -> list[ToReach]:
    """Who is to be reached within the actor's scope: danger first, then what is due first."""
    asked = open_outreach(actor, now)
    rungs = rungs_by_step([item.mark.pk for item in asked]) if asked else {}
    rows = [ToReach(item, rungs.get((item.mark.pk, item.next.step))) for item in asked]
    return sorted(rows, key=lambda row: (not row.item.is_in_danger, row.due_at, row.item.mark.pk))
