"""Program numbers (hours, days, seats) as values that say where they come from.

A number that the director has not adopted still applies, shows "not adopted", warns, and never
blocks care.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from homeward.kernel.reasons import Source


@dataclass(frozen=True, slots=True)
class ProgramNumber:
    """One dated number of one program; `unit` is hours, minutes, days, seats, percent, count…"""

    code: str
    value: Decimal
    unit: str
    source: Source
    starts_on: date
    is_adopted: bool = False

    def __int__(self) -> int:
        return int(self.value)

    def __float__(self) -> float:
        return float(self.value)
