"""Whether a typed name is the signature of the person it should be."""

import unicodedata


def is_same_name(typed: str, names: tuple[str, ...]) -> bool:
    """Case, accents and spacing do not matter; every letter otherwise does."""
    return bool(_plain(typed)) and _plain(typed) in {_plain(name) for name in names if name}


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(kept.split())
