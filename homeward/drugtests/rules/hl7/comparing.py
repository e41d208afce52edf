"""A line of a message beside what is on file: new, the same, a correction, too old, or a conflict.

A result is replaced only by what the laboratory calls a correction (status C) and did not report
earlier than what is on file. The same again changes nothing, in whatever order messages come.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from homeward.drugtests.rules.hl7.meaning import CORRECTED, Line

NEW, SAME, CORRECTS, OLDER, CONFLICT = "new", "same", "corrects", "older", "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFile:
    """The present result of the same analyte and method; `reading` as it was read."""

    reading: str
    level: Decimal | None
    is_corrected: bool
    reported_at: datetime | None


def compare(line: Line, reported_at: datetime | None, found: OnFile | None) -> str:
    """What to do with a line; two unknown times count as neither earlier nor later."""
    if found is None:
        return NEW
    if (line.reading.value, line.level) == (found.reading, found.level):
        return SAME
    is_older = (
        reported_at is not None
        and found.reported_at is not None
        and reported_at < found.reported_at
    )
    if is_older:
        return OLDER
    if line.status == CORRECTED:
        return CORRECTS
    # An original that arrives after its correction, without times: the correction stands.
    return OLDER if found.is_corrected else CONFLICT
