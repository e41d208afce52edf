"""How a paper stands at an instant, from what was signed and until when it is due."""

from collections.abc import Collection
from datetime import datetime

from homeward.packets.rules.signers import still_missing

SIGNED, REFUSED, PARTLY, OVERDUE, OPEN = "signed", "refused", "partly", "overdue", "open"
SETTLED = frozenset({SIGNED, REFUSED})


def standing_of(
    *,
    required: Collection[str],
    signed: Collection[str],
    is_refused: bool,
    due_at: datetime | None,
    now: datetime,
) -> str:
    """signed and refused are final; late is said before half done. Due means until and with."""
    if is_refused:
        return REFUSED
    if not still_missing(required, signed):
        return SIGNED
    if due_at is not None and now > due_at:
        return OVERDUE
    return PARTLY if set(signed) & set(required) else OPEN
