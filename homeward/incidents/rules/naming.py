"""Whether a report names somebody who stands in it by code."""

import re
from collections.abc import Iterable

SHORTEST = 3


def named_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names of which a word of three letters or more stands in the text as a word."""
    said = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    return tuple(
        name
        for name in names
        if any(
            len(word) >= SHORTEST and word.casefold() in said
            for word in re.findall(r"[^\W\d_]+", name)
        )
    )
