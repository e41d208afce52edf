"""The register tells the room of payers what was delivered, for counting authorized units."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Sum

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import COUNTING
from homeward.coverage.using import tells_delivered
from homeward.kernel.purposes import Purpose


@tells_delivered
def delivered(
    client_ids: Iterable[UUID], first: date, last: date
) -> Mapping[UUID, Mapping[date, int]]:
    """Credited minutes by client and day, both days included; one query."""
    rows = (
        AttendanceMark.objects.for_actor(COUNTING, Purpose.PAYMENT)
        .filter(
            client__pk__among=list(client_ids), on__gte=first, on__lte=last,
            credited_minutes__gt=0,
        )
        .order_by()
        .values("client_id", "on")
        .annotate(minutes=Sum("credited_minutes"))
    )  # fmt: skip
    found: dict[UUID, dict[date, int]] = {}
    for row in rows:
        found.setdefault(row["client_id"], {})[row["on"]] = row["minutes"]
    return found
