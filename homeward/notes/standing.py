"""Which notes a chart shows: those that were neither deleted as drafts nor voided.

`ClientNote.objects` answers with these alone, whoever asks, so that a voided note cannot turn up
in a page, a print or an export by being forgotten there. `ClientNote.kept` answers with all.
"""

from typing import Any

from homeward.core.scoping import ProtectedManager


class StandingNotes(ProtectedManager):
    """The notes that stand in their charts."""

    def get_queryset(self) -> Any:
        """Without those that were set aside."""
        return super().get_queryset().filter(set_aside_at=None)
