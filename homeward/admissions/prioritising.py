"""The priority of an inquiry with the program's own numbers and the interim services given."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Min

from homeward.admissions.models import Inquiry, InterimService
from homeward.admissions.rules.priority import PriorityNumbers, Request, priority_of
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.program.queries import numbers_for

_SERVICE = Actor.of_service("admissions")
_NUMBERS = ("interim_services_hours", "injecting_admission_days", "injecting_admission_full_days")


def priority_numbers(program: Any, now: datetime) -> PriorityNumbers:
    """The limits as a program states them; `program` is the program or its id."""
    numbers = numbers_for(program, local_day(now))
    return PriorityNumbers(
        interim_hours=int(numbers["interim_services_hours"]),
        injecting_days=int(numbers["injecting_admission_days"]),
        injecting_full_days=int(numbers["injecting_admission_full_days"]),
        not_adopted=tuple(code for code in _NUMBERS if not numbers[code].is_adopted),
    )


def interim_starts(rows: Iterable[Inquiry]) -> Mapping[UUID, datetime]:
    """When interim services as the law means them began, by inquiry, in one query."""
    found = InterimService.objects.for_actor(_SERVICE, Purpose.OPERATIONS).filter(
        inquiry_id__in=[row.pk for row in rows], kind__in=InterimService.COUNTED
    )
    # order_by() clears any ordering, so that the rows are grouped by inquiry alone.
    grouped = found.order_by().values("inquiry_id").annotate(first=Min("at"))
    return {row["inquiry_id"]: row["first"] for row in grouped}


def priority_with(
    row: Inquiry, numbers: PriorityNumbers, interim_at: datetime | None = None
) -> Decision:
    """The priority of one inquiry from rows in hand."""
    return priority_of(
        Request(
            first_request_at=row.first_request_at,
            is_pregnant=row.is_pregnant,
            injects=row.injects,
            interim_at=interim_at,
            is_waiting=row.state == Inquiry.State.WAIT_LISTED,
        ),
        numbers,
    )


def priority_now(row: Inquiry, now: datetime) -> Decision:
    """The priority of one inquiry, read afresh."""
    return priority_with(
        row, priority_numbers(row.program_id, now), interim_starts([row]).get(row.pk)
    )


def urgency(row: Inquiry, decision: Decision) -> tuple[Any, ...]:
    """The order of every list: danger, the law's groups, withdrawal, then the first call."""
    return (
        row.suicidal != "danger_now",
        decision.extras["rank"],
        row.withdrawal_risk != "severe",
        row.first_request_at,
        str(row.pk),
    )
