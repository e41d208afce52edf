"""The entries of each posting: debits positive, credits negative, together zero."""

from dataclasses import dataclass
from uuid import UUID

GIVEN, OWED, STOCK, BOUGHT, DIFFERENCE = "given", "owed", "stock", "bought", "difference"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry to be: an account, cents, and whose it is."""

    account: str
    cents: int
    client_id: UUID | None = None
    stock_id: UUID | None = None


Lines = tuple[Line, ...]


def earned(client_id: UUID, cents: int) -> Lines:
    """The program gives, and owes it to the client; a negative amount undoes as much."""
    return (Line(GIVEN, cents), Line(OWED, -cents, client_id=client_id)) if cents else ()


def handed_over(client_id: UUID, stock_id: UUID, cents: int) -> Lines:
    """From the shelf into the client's hand."""
    return Line(OWED, cents, client_id=client_id), Line(STOCK, -cents, stock_id=stock_id)


def delivered(stock_id: UUID, cents: int) -> Lines:
    """Bought, and onto the shelf."""
    return Line(STOCK, cents, stock_id=stock_id), Line(BOUGHT, -cents)


def counted(stock_id: UUID, there: int, said: int) -> Lines:
    """The shelf as it was counted against what the ledger said; nothing where both agree."""
    delta = there - said
    return (Line(STOCK, delta, stock_id=stock_id), Line(DIFFERENCE, -delta)) if delta else ()
