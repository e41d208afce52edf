"""What each client's day can be billed, by the payer that covers it; a fixed few reads."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.attendance.models import AttendanceMark
from homeward.attendance.rules.billable import (
    FAMILY,
    PSYCHOTHERAPY,
    UNITS,
    Attended,
    PayerRule,
    billable_of,
)
from homeward.core.actors import Actor
from homeward.coverage.authorized import payer_numbers
from homeward.coverage.models import Coverage
from homeward.coverage.rules.payer_numbers import PAYER_NUMBERS
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.program.queries import numbers_for

BILLING = Actor.of_service("attendance.billing_day")
ASKED = ("min_minutes_per_day", "bills_components")
COUNTED = {"individual": PSYCHOTHERAPY, "family": FAMILY}


def billable_days(client_ids: Iterable[UUID], on: date, program: Any) -> dict[UUID, Decision]:
    """Each client's day with what is credited so far; the ids were reached in scope by the caller.

    A client without coverage is decided by the usual numbers of payers.
    """
    ids = list(client_ids)
    rows = AttendanceMark.objects.for_actor(BILLING, Purpose.OPERATIONS).filter(
        client_id__in=ids, on=on
    )
    days: dict[UUID, list[Attended]] = defaultdict(list)
    for mark in rows.select_related("session__session_type").order_by("session__starts_at"):
        counted = COUNTED.get(mark.session.session_type.kind, UNITS)
        days[mark.client_id].append(Attended(str(mark.pk), counted, mark.credited_minutes))
    payers = _payers(ids, on)
    theirs = payer_numbers(set(payers.values()), ASKED, on)
    own = numbers_for(program, on)

    def asked(client_id: UUID, code: str) -> ProgramNumber:
        found = theirs.get((payers[client_id], code)) if client_id in payers else None
        known = PAYER_NUMBERS[code]
        return found or ProgramNumber(code, known.value, known.unit, known.source, on)

    return {
        client_id: billable_of(
            days[client_id],
            PayerRule(
                day_minimum=asked(client_id, "min_minutes_per_day"),
                bills_components=asked(client_id, "bills_components"),
                unit=own["billable_unit_minutes"],
                unit_first=own["billable_unit_first_minutes"],
                therapy_first=own["psychotherapy_first_minutes"],
                therapy_middle=own["psychotherapy_middle_minutes"],
                therapy_long=own["psychotherapy_long_minutes"],
                family_first=own["family_first_minutes"],
            ),
        )
        for client_id in ids
    }


def _payers(ids: list[UUID], on: date) -> dict[UUID, UUID]:
    """Who pays for each client on the day; where several do, the cover that began last."""
    covered = Coverage.objects.for_actor(BILLING, Purpose.PAYMENT).filter(
        Q(ends_on=None) | Q(ends_on__gt=on), client_id__in=ids, starts_on__lte=on
    )
    return {row.client_id: row.payer_id for row in covered.order_by("starts_on", "created_at")}
