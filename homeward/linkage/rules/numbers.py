"""The program's own numbers that this room's rules take, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeward.kernel.reasons import Source

SILENT = Source("handoff_days", "Homeward starting value", "default")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkageNumbers:
    """Lengths of every clock here, in hours or days as named."""

    need_urgent_hours: int
    need_answer_days: int
    place_answer_days: int
    kept_ask_days: int
    rebook_days: int
    packet_hours: int
    packet_emergency_hours: int
    receipt_hours: int
    booking_days: int
    wait_list_days: int
    handoff_days: int
    handoff_source: Source = SILENT

    @classmethod
    def of(cls, numbers: Mapping[str, Any]) -> "LinkageNumbers":
        """From the numbers in force on a day (`program.queries.numbers_for`)."""
        return cls(
            need_urgent_hours=int(numbers["need_urgent_hours"]),
            need_answer_days=int(numbers["need_answer_days"]),
            place_answer_days=int(numbers["place_answer_days"]),
            kept_ask_days=int(numbers["kept_ask_days"]),
            rebook_days=int(numbers["rebook_days"]),
            packet_hours=int(numbers["transfer_packet_hours"]),
            packet_emergency_hours=int(numbers["transfer_packet_emergency_hours"]),
            receipt_hours=int(numbers["transfer_receipt_hours"]),
            booking_days=int(numbers["transfer_booking_days"]),
            wait_list_days=int(numbers["wait_list_contact_days"]),
            handoff_days=int(numbers["handoff_days"]),
            handoff_source=numbers["handoff_days"].source,
        )
