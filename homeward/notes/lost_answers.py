"""A keeping whose answer was lost is not somebody else's change.

Each keeping of a draft has a name that its window made up. When no answer came (the server was
restarted, the network went away), the window names the keepings it does not know about with the
next one; a row that was last changed by one of these was changed by that window itself.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from homeward.core.records import expect_version

LONGEST = 40
MOST = 40


@dataclass(frozen=True, slots=True)
class Sending:
    """The name of this keeping, and of those before it whose answer never came."""

    name: str = ""
    unanswered: frozenset[str] = frozenset()

    @classmethod
    def of(cls, typed: Any) -> "Sending":
        """As a form sent it: `sending`, and `unanswered` names with spaces between."""
        lost = str(typed.get("unanswered", "")).split()[-MOST:]
        return cls(
            str(typed.get("sending", ""))[:LONGEST], frozenset(each[:LONGEST] for each in lost)
        )


NO_NAME = Sending()


def expect_own_or_version(row: Any, version: int | None, sending: Sending) -> None:
    """Raise StaleVersion unless the row has that version or was last kept by this window."""
    if not is_own(row.sending, sending.unanswered):
        expect_version(row, version)


def is_own(kept: str, unanswered: Collection[str]) -> bool:
    """Whether the last keeping is one whose answer the window never got."""
    return bool(kept) and kept in unanswered
