"""A device at the door, somebody waiting there, and an entry that a device kept."""

import uuid
from collections.abc import Mapping
from typing import Any

from homeward.attendance.models import Arrival, Kiosk, OfflineEntry
from homeward.testing.matrix.subjects import Subject
from homeward.testing.stage import NOON, Cast, Player


def stand_at_the_door(cast: Cast, subjects: Mapping[str, Subject]) -> None:
    """A device and a kept entry of each site; an arrival for each who holds a seat."""
    main = _of_site(cast, subjects["own"], cast.dana)
    other = _of_site(cast, subjects["other_site"], cast.omar)
    for subject in subjects.values():
        subject.rows |= other if subject.site == cast.other_site else main
        seat = subject.rows.get("seat")
        if seat is not None:
            subject.rows["arrival"] = Arrival.objects.create(
                client=subject.client, site=subject.site, seat=seat, at=NOON, by="kiosk",
                kiosk=subject.rows["kiosk"], outcome=Arrival.Outcome.ASK_COUNSELOR,
            )  # fmt: skip


def _of_site(cast: Cast, subject: Subject, writer: Player) -> dict[str, Any]:
    kiosk = Kiosk.objects.create(
        site=subject.site, name="Front door", digest=uuid.uuid4().hex, made_at=NOON,
        made_by=cast.dina.row,
    )  # fmt: skip
    entry = OfflineEntry.objects.create(
        key=uuid.uuid4(), account_id=writer.account.pk, worker=writer.row,
        session=subject.rows["seat"].session, what="shared", said_at=NOON, received_at=NOON,
        outcome="refused", code="not_taken",
    )  # fmt: skip
    return {"kiosk": kiosk, "entry": entry}
