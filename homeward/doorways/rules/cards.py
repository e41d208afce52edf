"""Whether a card still opens, and whether what was typed is what is on it.

Whoever types learns one thing only, that it opened or that it did not: a wrong code, one that was
used, one that is too old and a user name nobody has are answered alike. Why stands in the decision,
for the record.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from homeward.kernel.reasons import Decision, Reason, State, marked_by

RULE_SET, VERSION = "cards", "2026.1"
OPENS, STAYS_SHUT = "opens", "stays_shut"
# No vowels, so that no word can come of it, and nothing that looks like something else.
ALPHABET = "CDFHJKMNPRTWXY34679"
LENGTH, IN_A_GROUP = 9, 3


@dataclass(frozen=True, slots=True)
class CardNumbers:
    """The program's numbers: how long a card holds, and how often one may type it wrong."""

    door_card_hours: Decimal = Decimal(72)
    door_card_tries: Decimal = Decimal(5)


@dataclass(frozen=True, slots=True)
class CardState:
    """A card as it lies there; `is_theirs` is whether its account may come in at all."""

    expires_at: datetime
    tries: int = 0
    is_used: bool = False
    is_ended: bool = False
    is_theirs: bool = True


@marked_by("numbers")
def redeem(card: CardState, *, is_right: bool, numbers: CardNumbers, now: datetime) -> Decision:
    """Opens once, in time, with the right code, before too many wrong ones; never after."""
    asked = (
        ("card_account_open", card.is_theirs),
        ("card_unused", not card.is_used),
        ("card_stands", not card.is_ended),
        ("card_in_time", now < card.expires_at),
        ("card_tries_left", card.tries < int(numbers.door_card_tries)),
        ("card_code_right", is_right),
    )
    lines = tuple(Reason(code, State.MET if met else State.NOT_MET) for code, met in asked)
    opens = all(met for _code, met in asked)
    return Decision(OPENS if opens else STAYS_SHUT, RULE_SET, VERSION, lines)


def plain_code(typed: str) -> str:
    """What was typed with blanks, dashes and small letters, as the code is kept."""
    return "".join(each for each in typed.upper() if each.isalnum())


def spaced(code: str) -> str:
    """In groups of three, as it is printed."""
    return " ".join(code[at : at + IN_A_GROUP] for at in range(0, len(code), IN_A_GROUP))


def plain_name(typed: str) -> str:
    """A user name as it is kept: its words in small letters with a dash between."""
    words = "".join(each if each.isalpha() else " " for each in typed.casefold()).split()
    return "-".join(words)
