"""One part of the way in, as the page of an inquiry prints it."""

from dataclasses import dataclass

from homeward.core.components import Act


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the way in: its standing in words, and what can be done now."""

    title: str
    words: str
    tag: str = ""
    tone: str = "neutral"
    acts: tuple[Act, ...] = ()
