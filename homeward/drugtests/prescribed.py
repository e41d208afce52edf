"""What a test is expected to find because it is prescribed. Rooms that keep medicines say so here.

A source answers the analytes of a client's prescribed medicines on a day, never the medicines.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from homeward.drugtests.models import Panel

Source = Callable[[UUID, date], frozenset[str]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Ask this source too, from now on."""
    if source not in _sources:
        _sources.append(source)


def expected_for(client_id: UUID, on: date, panel: Panel | None) -> frozenset[str]:
    """The analytes a prescription explains: by the lists of medicines and by the panel's lines."""
    named = {
        line["analyte"] for line in (panel.lines if panel is not None else ())
        if line.get("prescription")
    }  # fmt: skip
    return frozenset(named).union(*(source(client_id, on) for source in _sources))
