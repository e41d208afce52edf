"""The answer to a message: taken (AA), faulty (AE), or not for this interface (AR).

In the enhanced mode a first answer says whether the message is kept safely: CA, CE or CR. A fault's
place is the segment's name, the how many-eth of that name it is, and the field.
Source: HL7 version 2 chapter 2 (both acknowledgement modes, ERR-2), tables 0008 and 0357.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from homeward.drugtests.rules.hl7.places import Place

SAFE_ID = 199
MARKS = "|^~\\&"
INTERNAL = 207
WITHOUT_ERL = ("2.3", "2.4")


class Ack(StrEnum):
    """The first field of an answer."""

    ACCEPTED = "AA"
    ERROR = "AE"
    REJECTED = "AR"
    COMMITTED = "CA"
    COMMIT_ERROR = "CE"
    COMMIT_REJECTED = "CR"


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
    if answer.code not in (Ack.ACCEPTED, Ack.COMMITTED):
        lines.append(_fault(answer))
    return ("\r".join(lines) + "\r").encode("ascii", "replace")


def _fault(answer: Answer) -> str:
    """The ERR segment; before version 2.5 place and condition stand together in ERR-1."""
    place, condition = answer.place or Place(), answer.condition or INTERNAL
    where = f"{place.name}^{place.occurrence or 1}" if place.name else ""
    if place.name and place.field:
        where += f"^{place.field}"
    words = f"{_safe(answer.reason.replace('_', ' '))}, character {place.offset}"
    if answer.version.startswith(WITHOUT_ERL):
        parts = [*where.split("^"), "", "", ""][:3]
        return f"ERR|{'^'.join(parts)}^{condition}&{words}&HL70357"
    return f"ERR||{where}|{condition}|E|{_safe(answer.reason)}|||{words}"


def _safe(text: str) -> str:
    """Text that cannot end a field or a segment, and is not longer than an id may be."""
    kept = (each for each in text[:SAFE_ID] if each.isprintable() and each not in MARKS)
    return "".join(kept)
