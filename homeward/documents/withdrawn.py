"""Documents whose subject was withdrawn: kept as they are, and given to nobody any more.

A room registers, for its kind of document, which of some subjects no longer stand; a note voided
in one chart is not read there as a paper either. For a kind that holds many things, as a case file
does, it registers which of some documents hold one that left since.
"""

from collections.abc import Callable, Collection, Iterable
from uuid import UUID

from homeward.documents.models import Document

Asks = Callable[[Collection[UUID]], Iterable[UUID]]
Holds = Callable[[Collection[Document]], Iterable[UUID]]
_rooms: dict[str, Asks] = {}
_holders: dict[str, Holds] = {}


def register(kind: str, asks: Asks) -> None:
    """Say for a kind of document which of these subjects were withdrawn."""
    _rooms[kind] = asks


def register_holding(kind: str, holds: Holds) -> None:
    """Say for a kind of document which of these hold something that left the chart since."""
    _holders[kind] = holds


def withdrawn(documents: Collection[Document]) -> frozenset[UUID]:
    """Which of these documents are given to nobody; one question a kind."""
    found: set[UUID] = set()
    for kind, asks in _rooms.items():
        about = {each.pk: each.subject_id for each in documents if each.kind == kind}
        gone = set(asks(set(about.values()))) if about else set()
        found |= {pk for pk, subject_id in about.items() if subject_id in gone}
    for kind, holds in _holders.items():
        of_kind = [each for each in documents if each.kind == kind]
        found |= set(holds(of_kind)) if of_kind else set()
    return frozenset(found)
