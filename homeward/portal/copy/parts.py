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

    def as_words(self) -> str:
        """All of it as plain text; empty when there is nothing in it."""
        lines = [f"{text.title}\n{text.sub}\n{text.words}\n" for text in self.texts]
        for row in self.rows:
            told = (f"{name}: {cell}" for name, cell in zip(self.columns, row, strict=True) if cell)
            lines.append("; ".join(told))
        return "\n".join(lines).strip()
