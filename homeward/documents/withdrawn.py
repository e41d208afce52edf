"""Documents whose subject was withdrawn: kept as they are, and given to nobody any more.

A room registers, for its kind of document, which of some subjects no longer stand; a note voided
in one chart is not read there as a paper either.
"""

from collections.abc import Callable, Collection, Iterable
from uuid import UUID

from homeward.documents.models import Document

Asks = Callable[[Collection[UUID]], Iterable[UUID]]
_rooms: dict[str, Asks] = {}


def register(kind: str, asks: Asks) -> None:
    """Say for a kind of document which of these subjects were withdrawn."""
    _rooms[kind] = asks


def withdrawn(documents: Collection[Document]) -> frozenset[UUID]:
    """Which of these documents are given to nobody; one question a kind."""
    found: set[UUID] = set()
    for kind, asks in _rooms.items():
        about = {each.pk: each.subject_id for each in documents if each.kind == kind}
        gone = set(asks(set(about.values()))) if about else set()
        found |= {pk for pk, subject_id in about.items() if subject_id in gone}
    return frozenset(found)
