"""What a text that came in says about texts: stop, start, or nothing of either. Pure.

The words are those that carriers honour, with their Spanish ones; the whole message must be one of
them, so that "don't stop by tomorrow" ends nothing.
"""

import re

STOP, START, OTHER = "stop", "start", "other"
STOPS = frozenset(
    {
        "stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout",
        "alto", "parar", "pare", "basta", "detener", "terminar", "cancelar", "baja",
    }
)  # fmt: skip
STARTS = frozenset({"start", "unstop", "yes", "comenzar", "empezar", "si", "sí", "alta"})
# Eleven digits that begin with the country's own 1 are the ten after it.
_OWN_COUNTRY, _LONG = "1", 11
_APART = re.compile(r"[\W_]+")


def word_of(body: str) -> str:
    """`stop`, `start` or `other`; case, blanks and marks do not matter."""
    said = _APART.sub("", body).casefold()
    if said in STOPS:
        return STOP
    return START if said in STARTS else OTHER


def number_of(address: str) -> str:
    """A telephone number as digits alone, so that one number is written in one way."""
    digits = "".join(sign for sign in address if sign.isdigit())
    if len(digits) == _LONG and digits.startswith(_OWN_COUNTRY):
        return digits[1:]
    return digits
