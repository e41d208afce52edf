"""The ways in which a table may be open to the pages of one person."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Own:
    """Rows about this person alone; `also` narrows them further, as SQL over the row.

    `only` names the fields that may be read, where not all of them may.
    """

    field: str = "client"
    also: str = ""
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """Rows whose foreign key leads to a row that is seen; `also` narrows them further."""

    field: str
    also: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Rows that a row which is seen names: (model, its foreign key) each."""

    by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Rows chosen by a condition in SQL, where none of the others says it."""

    condition: str


@dataclass(frozen=True, slots=True)
class Empty:
    """A table that a page asks and of which it may see nothing; `why` is for the reader."""

    why: str


@dataclass(frozen=True, slots=True)
class Open:
    """Every row, to everybody who has a page: nothing in it is about any person.

    `only` names the fields that may be read, where not all of them may.
    """

    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Masked:
    """A view in its place, with what a client may not see of each row written over, as SQL.

    `where` chooses the rows. The table itself stays closed.
    """

    hidden: dict[str, str] = field(default_factory=dict)
    where: str = ""


Line = Own | Beside | Named | Where | Empty | Open | Masked
