"""What the packet tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PaperSigned:
    """Somebody signed a paper: which one, in which words, under which name."""

    item_id: UUID
    client_id: UUID
    paper: str
    text_version: str
    who: str
    name: str
    language: str
    at: datetime
