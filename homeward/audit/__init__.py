"""Who did and saw what. Stores identifiers only, never what a record says.

Write with `audit.record(...)` inside `audit.unit()`; the rows commit with the change they
describe. `homeward audit verify` recomputes every row, link and head.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from homeward.audit.ledger import NoUnit, reads_the_present, record, saw, unit

__all__ = ["NoUnit", "reads_the_present", "record", "saw", "unit"]


def __getattr__(name: str) -> Any:
    """Load the ledger at first use: it needs the models, and apps load this package first."""
    if name not in __all__:
        raise AttributeError(name)
    from homeward.audit import ledger

    return getattr(ledger, name)
