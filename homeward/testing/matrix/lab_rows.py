"""What stands beside a drug test: a kit, and a laboratory's message that waits for a person."""

from datetime import timedelta
from typing import Any

from homeward.drugtests.made_messages import Line, oru
from homeward.drugtests.models import Kit, LabMessage, Laboratory
from homeward.testing.stage import NOON, Cast


def beside_the_test(cast: Cast, rows: dict[str, Any], subject: Any) -> None:
    """Rows of the house: the same for everybody of the cast."""
    rows["kit"], _ = Kit.objects.get_or_create(
        site=cast.site,
        name="Cup",
        lot="A1",
        defaults={
            "analytes": ["etg"],
            "expires_on": NOON.date() + timedelta(days=30),
            "added_at": NOON,
            "added_by": subject.counselor,
        },
    )
    rows["lab_message"] = kept_message()


def kept_message() -> LabMessage:
    """One message that waits for a person; it is about nobody of the cast."""
    found = LabMessage.objects.first()
    if found is not None:
        return found
    laboratory, _ = Laboratory.objects.get_or_create(
        code="north", defaults={"name": "North Laboratory", "sender": "NORTHLAB"}
    )
    raw = oru(
        number="HWZZZZZZZZ", lines=(Line("THC", "Negative"),), record="HW-09999", family="Nobody"
    )
    return LabMessage.objects.create(
        digest="0" * 64, laboratory=laboratory, via="file", control_id="1", raw=raw.decode(),
        received_at=NOON, state=LabMessage.State.QUARANTINED, answer="AA", codes=["order_known"],
        order_number="HWZZZZZZZZ",
    )  # fmt: skip
