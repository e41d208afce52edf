"""Facts in rows: figures, summary facts, tables."""

from dataclasses import dataclass

from homeward.core.components.trails import Act, Tone


@dataclass(frozen=True)
class Figure:
    """One number of a stat strip or a metric row, with its words."""

    value: str
    label: str
    tone: str = Tone.NEUTRAL
    url: str = ""


@dataclass(frozen=True)
class Fact:
    """One line of a summary list; ``change`` leads to where it can be changed."""

    term: str
    value: str
    change: Act | None = None
    not_adopted: bool = False
    empty: str = ""


@dataclass(frozen=True)
class Column:
    """A column heading; numbers are set to the right in tabular figures."""

    label: str
    numeric: bool = False
    hidden_label: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell: words, where they lead, and a tone shown as a tag when not neutral."""

    text: str
    url: str = ""
    sub: str = ""
    tone: str = Tone.NEUTRAL


@dataclass(frozen=True)
class Row:
    """Cells in column order; the first one heads the row."""

    cells: tuple[Cell, ...]
    current: bool = False


@dataclass(frozen=True)
class Table:
    """A table that becomes a list of labelled lines on a phone."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption_hidden: bool = True
    empty: str = ""
