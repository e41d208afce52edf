"""The shapes that components print: small frozen facts, already in words.

A page dataclass composes these; a template hands them to a tag from
``{% load components %}``.
Nothing here reads the database, the clock or the settings.
"""

from homeward.core.components.people import Face, Need, Signature
from homeward.core.components.schedule import (
    DayEntry,
    WeekBlock,
    WeekBoard,
    WeekDay,
    WeekPart,
    in_lanes,
)
from homeward.core.components.shell import (
    Language,
    NavItem,
    NavSection,
    PlainShell,
    Pocket,
    PortalShell,
    PublicShell,
    StaffShell,
)
from homeward.core.components.tables import Cell, Column, Fact, Figure, Row, Table
from homeward.core.components.trails import Act, Moment, Pager, Step, Tab, Tone

__all__ = [
    "Act",
    "Cell",
    "Column",
    "DayEntry",
    "Face",
    "Fact",
    "Figure",
    "Language",
    "Moment",
    "NavItem",
    "NavSection",
    "Need",
    "Pager",
    "PlainShell",
    "Pocket",
    "PortalShell",
    "PublicShell",
    "Row",
    "Signature",
    "StaffShell",
    "Step",
    "Tab",
    "Table",
    "Tone",
    "WeekBlock",
    "WeekBoard",
    "WeekDay",
    "WeekPart",
    "in_lanes",
]
