"""How fast people were reached and assessed, and why some were lost: figures with their rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Min, Q

from homeward.admissions.models import Inquiry, InquiryStep
from homeward.admissions.rules.pipeline import ENDINGS
from homeward.admissions.rules.speed import Speed, Wait, speed_of
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose

CONTACT, ASSESSMENT = "contact", "assessment"


@dataclass(frozen=True, slots=True)
class Timed:
    """One inquiry with the hours it took, or None while it has not happened."""

    inquiry: Inquiry
    hours: float | None


def asked_since(actor: Actor, since: datetime) -> list[Inquiry]:
    """The inquiries of a stretch, the newest first."""
    rows = Inquiry.objects.for_actor(actor, Purpose.OPERATIONS)
    found = rows.filter(first_request_at__gte=since).select_related("client", "site", "payer")
    return list(found.order_by("-first_request_at", "pk"))


def moments(actor: Actor, since: datetime, what: str) -> Mapping[UUID, datetime]:
    """When each inquiry was first reached, or assessed: its first step that says so."""
    rows = InquiryStep.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        inquiry__first_request_at__gte=since
    )
    if what == ASSESSMENT:
        rows = rows.filter(to_state=Inquiry.State.ASSESSED)
    else:
        # Whoever leaves the first state other than by an ending has been spoken with.
        rows = rows.filter(Q(from_state=Inquiry.State.INQUIRY), ~Q(to_state=Inquiry.State.INQUIRY))
        rows = rows.exclude(to_state__in=ENDINGS)
    grouped = rows.order_by().values("inquiry_id").annotate(first=Min("at"))
    return {row["inquiry_id"]: row["first"] for row in grouped}


def speed(
    rows: list[Inquiry], happened: Mapping[UUID, datetime], *, now: datetime, hours: int
) -> Speed:
    """Median and share of some inquiries; "in time" is within `hours` of the first request."""
    waits = [Wait(row.first_request_at, happened.get(row.pk)) for row in rows]
    return speed_of(waits, now=now, within=timedelta(hours=hours))


def timed(rows: list[Inquiry], happened: Mapping[UUID, datetime]) -> list[Timed]:
    """The rows behind a figure, those that took longest first, those still waiting at the top."""

    def hours(row: Inquiry) -> float | None:
        at = happened.get(row.pk)
        return None if at is None else (at - row.first_request_at) / timedelta(hours=1)

    found = [Timed(row, hours(row)) for row in rows]
    return sorted(found, key=lambda each: (each.hours is not None, -(each.hours or 0)))


def losses(actor: Actor, since: datetime) -> list[tuple[str, str, InquiryStep]]:
    """How each ended inquiry of a stretch ended: outcome, coded reason, its step."""
    rows = InquiryStep.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        inquiry__first_request_at__gte=since, to_state__in=ENDINGS
    )
    steps = rows.select_related("inquiry__client", "inquiry__site").order_by("-at")
    return [(step.to_state, step.reason.partition(":")[0], step) for step in steps]


def counted(found: list[tuple[str, str, Any]]) -> list[tuple[str, int]]:
    """Reasons with how often, the most frequent first."""
    return sorted(
        Counter(reason for _outcome, reason, _step in found).items(),
        key=lambda each: (-each[1], each[0]),
    )
