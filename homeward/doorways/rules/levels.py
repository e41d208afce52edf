"""What a way in opens: times need a device, the record needs who one is to have been seen once."""

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How much is known about who asks; each opens what the one before opens, and more."""

    NONE = 0
    DEVICE = 1
    PROOFED = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """A way in at one request.

    `has_device`: the session began on a device of theirs (or with a password); `is_live`: that
    device and the way in have not ended; `is_proofed`: who they are was seen at the desk;
    `opens_record`: this device was given out by somebody who may themselves open the record.
    """

    has_device: bool = False
    is_live: bool = False
    is_proofed: bool = False
    opens_record: bool = False


def level_of(standing: Standing) -> Level:
    """A card that the front desk printed opens times: nobody gives away what they may not see."""
    if not (standing.has_device and standing.is_live):
        return Level.NONE
    if standing.is_proofed and standing.opens_record:
        return Level.PROOFED
    return Level.DEVICE
