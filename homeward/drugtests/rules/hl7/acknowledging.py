"""The answer to a message: taken (AA), faulty (AE), or not for this interface (AR).

Source: HL7 version 2 chapter 2 (original acknowledgement mode), tables 0008 and 0357.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from homeward.drugtests.rules.hl7.places import Place

SAFE_ID = 199
MARKS = "|^~\\&"


class Ack(StrEnum):
    """The first field of an answer."""

    ACCEPTED = "AA"
    ERROR = "AE"
    REJECTED = "AR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered to one message; `control_id` is the sender's own."""

    code: Ack
    control_id: str
    sender: str = ""
    version: str = "2.5.1"
    reason: str = ""
    place: Place | None = None
    condition: int = 0


def acknowledgement(answer: Answer, *, own_id: str, at: datetime) -> bytes:
    """The ACK as bytes, its segments ended by carriage returns."""
    stamp = at.strftime("%Y%m%d%H%M%S%z")
    lines = [
        f"MSH|^~\\&|HOMEWARD||{_safe(answer.sender)}||{stamp}||ACK^R01^ACK|{own_id}|P|"
        f"{_safe(answer.version) or '2.5.1'}",
        f"MSA|{answer.code}|{_safe(answer.control_id)}",
    ]
    if answer.code is not Ack.ACCEPTED:
        place = answer.place or Place()
        where = f"{place.name}^{place.segment}^{place.field}" if place.name else ""
        words = _safe(answer.reason.replace("_", " "))
        lines.append(
            f"ERR||{where}|{answer.condition or 207}|E|{_safe(answer.reason)}|||"
            f"{words}, character {place.offset}"
        )
    return ("\r".join(lines) + "\r").encode("ascii", "replace")


def _safe(text: str) -> str:
    """Text that cannot end a field or a segment, and is not longer than an id may be."""
    kept = (each for each in text[:SAFE_ID] if each.isprintable() and each not in MARKS)
    return "".join(kept)
