"""Reads about authorizations: those of a client, those that hold in a week, how each stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.coverage.authorizations import Authorization
from homeward.coverage.models import PayerNumber
from homeward.coverage.rules.authorized import (
    ALLOWING,
    Authorized,
    Warnings,
    standing_of,
    units_used,
)
from homeward.coverage.rules.payer_numbers import PAYER_NUMBERS
from homeward.coverage.using import delivered_between
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, Source

PLANNING = Actor.of_service("coverage.planning")
ASKED = ("warn_at_units_left", "warn_at_days_left", "min_minutes_per_day")
PayerNumbers = Mapping[tuple[UUID, str], ProgramNumber]


@dataclass(frozen=True, slots=True)
class Standing:
    """One authorization and how it stands."""

    row: Authorization
    decision: Decision

    @property
    def left(self) -> int | None:
        """Units left, None where the payer counts none."""
        return self.decision.extras["left"]  # type: ignore[no-any-return]


def payer_numbers(payer_ids: Iterable[UUID], codes: Iterable[str], on: date) -> PayerNumbers:
    """The numbers of payers that hold on a day, the usual ones where a payer set none."""
    ids, wanted = set(payer_ids), list(codes)
    found: dict[tuple[UUID, str], ProgramNumber] = {}
    for payer_id in ids:
        for code in wanted:
            known = PAYER_NUMBERS[code]
            found[payer_id, code] = ProgramNumber(code, known.value, known.unit, known.source, on)
    rows = PayerNumber.objects.filter(payer_id__in=ids, code__in=wanted, starts_on__lte=on)
    for row in rows.order_by("starts_on"):
        found[row.payer_id, row.code] = ProgramNumber(
            row.code, Decimal(row.value), row.unit,
            Source(row.code, row.source_title, row.tag, row.citation), row.starts_on,
            row.adopted_at is not None,
        )  # fmt: skip
    return found


def authorized_between(
    client_ids: Iterable[UUID], first: date, last: date
) -> dict[UUID, Authorization]:
    """What payers allow each client in these days, both included; one read.

    Where several do, the one that begins last: a step-down's authorization follows the other.
    """
    rows = (
        Authorization.objects.for_actor(PLANNING, Purpose.PAYMENT)
        .filter(
            client__pk__among=list(client_ids), state__in=sorted(ALLOWING),
            starts_on__lte=last, last_on__gte=first,
        )
        .select_related("coverage")
        .order_by("starts_on", "created_at")
    )  # fmt: skip
    return {row.client_id: row for row in rows}


def standings(rows: Iterable[Authorization], today: date) -> list[Standing]:
    """How each of these stands today; two reads whatever their number."""
    held = list(rows)
    numbers = payer_numbers((row.coverage.payer_id for row in held), ASKED, today)
    used = used_units(held, numbers, today)
    return [
        Standing(
            row,
            standing_of(
                Authorized(
                    state=row.state, starts_on=row.starts_on, last_on=row.last_on,
                    counted_in=row.counted_in, units=row.units, used=used[row.pk],
                    review_on=row.next_review_on,
                ),
                today,
                Warnings(
                    numbers[row.coverage.payer_id, "warn_at_units_left"],
                    numbers[row.coverage.payer_id, "warn_at_days_left"],
                ),
            ),
        )
        for row in held
    ]  # fmt: skip


def used_units(
    held: Iterable[Authorization], numbers: PayerNumbers, today: date
) -> dict[UUID, int]:
    """Units of each that delivered minutes have used up to today."""
    rows = list(held)
    allowed = [row for row in rows if row.state in ALLOWING]
    first = min((row.starts_on for row in allowed), default=today)
    delivered = delivered_between({row.client_id for row in allowed}, first, today)
    found = dict.fromkeys((row.pk for row in rows), 0)
    for row in allowed:
        days = delivered.get(row.client_id, {})
        minutes = [m for day, m in days.items() if row.starts_on <= day <= row.last_on]
        least = row.day_least_minutes
        if least is None:
            least = int(numbers[row.coverage.payer_id, "min_minutes_per_day"])
        found[row.pk] = units_used(row.counted_in, minutes, least)
    return found


def authorizations_of(
    actor: Actor, client_id: UUID, to: Access = Access.READ
) -> list[Authorization]:
    """Every authorization of a client, the newest first."""
    rows = Authorization.objects.for_actor(actor, Purpose.PAYMENT, to=to)
    names = () if to is Access.MINIMAL else ("asked_by", "answered_by", "ended_by", "follows")
    held = rows.filter(client_id=client_id).select_related("coverage__payer", *names)
    return list(held.order_by("-starts_on", "-asked_at") if names else held.order_by("-starts_on"))


def authorizations_at_hand(actor: Actor, today: date) -> list[Authorization]:
    """Those within reach that are open or not long over, with client and payer; one read."""
    rows = Authorization.objects.for_actor(actor, Purpose.PAYMENT).filter(last_on__gte=today)
    held = rows.select_related("client", "coverage__payer").order_by("last_on", "pk")
    return list(held.filter(ended_at=None).exclude(state__in=("denied", "withdrawn")))
