"""Codes that prove a document: read from paper, typed by hand, impossible to guess.

Sixteen signs of an alphabet without I, L, O and U (Crockford's base 32) carry 80 bits.
"""

from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
GROUP = 4
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def code_from(choose: Callable[[str], str]) -> str:
    """A fresh code in groups of four; `choose` picks one sign of the alphabet by chance."""
    signs = "".join(choose(ALPHABET) for _ in range(LENGTH))
    return grouped(signs)


def grouped(signs: str) -> str:
    """The signs in groups of four with dashes between them."""
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def read_code(typed: str, length: int = LENGTH) -> str | None:
    """The code somebody typed, without spaces and dashes, misread signs mended; None for none."""
    bare = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_MISREAD)
    if len(bare) != length or set(bare) - set(ALPHABET):
        return None
    return grouped(bare)
