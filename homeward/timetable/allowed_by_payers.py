"""What payers allow each client of a week: days by the payer's own number, the authorization."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from homeward.coverage.authorized import ASKED, authorized_between, payer_numbers, used_units
from homeward.coverage.models import Coverage, PayerNumber
from homeward.timetable.rules.need import AuthorizedWeek
from homeward.timetable.seating import every

WEEK, DAY = timedelta(days=7), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The payer's side of one client's week; None where it says nothing."""

    most_days: int | None
    needs_authorization: bool
    week: AuthorizedWeek | None


def allowed_in_week(client_ids: Iterable[UUID], monday: date) -> dict[UUID, Allowed]:
    """By client with a coverage in the seven days from `monday`; five reads for all.

    Units left are counted as the week begins, by what was delivered until then.
    """
    ids = list(client_ids)
    held = every(Coverage).filter(
        Q(ends_on=None) | Q(ends_on__gt=monday), client__pk__among=ids, starts_on__lte=monday + WEEK
    )
    covered = {
        row.client_id: row.payer
        for row in held.select_related("payer").order_by("starts_on", "created_at")
    }
    limits: dict[UUID, int] = {}
    rows = PayerNumber.objects.filter(code="max_days_per_week", starts_on__lte=monday)
    for row in rows.order_by("starts_on"):
        limits[row.payer_id] = int(row.value)
    weeks = _weeks(ids, monday)
    return {
        client_id: Allowed(limits.get(payer.pk), payer.needs_authorization, weeks.get(client_id))
        for client_id, payer in covered.items()
    }


def _weeks(ids: list[UUID], monday: date) -> dict[UUID, AuthorizedWeek]:
    found = authorized_between(ids, monday, monday + WEEK - DAY)
    if not found:
        return {}
    rows = list(found.values())
    numbers = payer_numbers((row.coverage.payer_id for row in rows), ASKED, monday)
    used = used_units(rows, numbers, monday - DAY)
    return {
        client_id: AuthorizedWeek(
            level=row.level_code,
            least=row.week_least_minutes,
            most=row.week_most_minutes,
            units_left=None if row.units is None else max(0, row.units - used[row.pk]),
            counted_in=row.counted_in,
        )
        for client_id, row in found.items()
    }
