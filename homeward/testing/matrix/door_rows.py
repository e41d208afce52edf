"""A device at the door, somebody waiting there, and an entry that a device kept."""

import uuid
from collections.abc import Mapping

from homeward.attendance.models import Arrival, Kiosk, OfflineEntry
from homeward.testing.matrix.subjects import Subject
from homeward.testing.stage import NOON, Cast


def stand_at_the_door(cast: Cast, subjects: Mapping[str, Subject]) -> None:
    """One device of the main site and one kept entry; an arrival for each who holds a seat."""
    kiosk = Kiosk.objects.create(
        site=cast.site, name="Front door", digest="0" * 64, made_at=NOON, made_by=cast.dina.row
    )
    entry = OfflineEntry.objects.create(
        key=uuid.uuid4(), account_id=cast.dana.account.pk, worker=cast.dana.row,
        session=subjects["own"].rows["seat"].session, what="shared", said_at=NOON,
        received_at=NOON, outcome="refused", code="not_taken",
    )  # fmt: skip
    for subject in subjects.values():
        subject.rows |= {"kiosk": kiosk, "entry": entry}
        seat = subject.rows.get("seat")
        if seat is not None:
            subject.rows["arrival"] = Arrival.objects.create(
                client=subject.client, site=subject.site, seat=seat, kiosk=kiosk, at=NOON,
                by="kiosk", outcome=Arrival.Outcome.ASK_COUNSELOR,
            )  # fmt: skip
