"""Figures of referrals and transfers over some days, and the very query they were read with."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.linkage.models import NeedReferral, Transfer
from homeward.linkage.reaching import SERVICE
from homeward.linkage.rules.figures import HandedOver, Line, Sent, handed_over, lines_of


@dataclass(frozen=True, slots=True)
class Figures:
    """Lines by kind of need, all of them last; transfers; and the queries, word for word."""

    lines: tuple[Line, ...]
    transfers: HandedOver
    queries: tuple[str, str]
    is_whole_house: bool


def figures_between(
    actor: Actor, first: date, last: date, site_ids: Collection[UUID], zone: Any
) -> Figures:
    """Of referrals sent and transfers begun from one day to another, both included.

    Who reads outcomes reads the figures of their sites; anybody else those of their own clients.
    """
    whole = may(actor.roles, RecordClass.OUTCOMES, Access.READ)
    begins = datetime(first.year, first.month, first.day, tzinfo=zone)
    after = last + timedelta(days=1)
    ends = datetime(after.year, after.month, after.day, tzinfo=zone)
    referrals = _reach(NeedReferral, actor, whole, site_ids).filter(
        sent_at__gte=begins, sent_at__lt=ends
    )
    referrals = referrals.order_by("sent_at").values_list(
        "need__kind", "sent_at", "outcome", "kept_on"
    )
    transfers = _reach(Transfer, actor, whole, site_ids).filter(
        from_on__gte=first, from_on__lte=last
    )
    transfers = transfers.order_by("from_on").values_list("due_on", "kept_on", "ended_at")
    sent = [
        Sent(kind, at.astimezone(zone).date(), outcome, kept)
        for kind, at, outcome, kept in referrals
    ]
    moved = [(due, kept, ended is not None) for due, kept, ended in transfers]
    said = (str(referrals.query), str(transfers.query))
    return Figures(lines_of(sent), handed_over(moved), said, whole)


def _reach(model: Any, actor: Actor, whole: bool, site_ids: Collection[UUID]) -> Any:
    if not whole:
        return model.objects.for_actor(actor, Purpose.TREATMENT)
    rows = model.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    return rows.filter(site_id__in=site_ids) if site_ids else rows
