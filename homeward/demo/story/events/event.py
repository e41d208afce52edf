"""What every event carries, and the small types that events share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

Answers = tuple[tuple[str, str], ...]
Facts = tuple[tuple[str, bool | int | float | str], ...]
Interval = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something done at an instant; `person` is empty for what concerns the whole program."""

    __test__: ClassVar[bool] = False  # the names of drug test events look like test classes

    at: datetime
    person: str = ""
    by: str = ""
