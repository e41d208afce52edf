"""What a part of the copy in words is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Something that was written: of when and by whom, and the words."""

    title: str
    sub: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the copy; a table when it has columns, texts otherwise."""

    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    texts: tuple[Text, ...] = ()
