"""Writing parts as rows so that a second load of the same file changes nothing.

Rows are found by their code, changed only where they differ, and never deleted.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from homeward.core.records import Record
from homeward.program.file.sections import Tally

Row = TypeVar("Row", bound=Record)


def settle(
    row: Row | None,
    model: type[Row],
    identity: Mapping[str, Any],
    values: Mapping[str, Any],
    tally: Tally,
) -> Row:
    """The row as the file wants it: made when there is none, changed only where it differs."""
    if row is None:
        tally.added += 1
        made: Row = model(**identity, **values)
        made.save(force_insert=True)
        return made
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if changed:
        tally.changed += 1
        row.change(**changed)
    else:
        tally.same += 1
    return row


def settle_dated(
    held: Mapping[Any, Any],
    wanted: Mapping[Any, Mapping[str, Any]],
    model: type[Record],
    starts_on: date,
    today: date,
    tally: Tally,
) -> None:
    """Facts that hold from a day until a day: new ones begin, dropped ones end, none is removed.

    `held` are the rows without an end by key; `wanted` the fields of each fact by the same key.
    """
    for key, values in wanted.items():
        if key in held:
            tally.same += 1
        else:
            settle(None, model, {"starts_on": starts_on}, values, tally)
    for key, row in held.items():
        if key not in wanted:
            row.change(ends_on=max(today, row.starts_on))
            tally.ended += 1


def by_code(rows: Iterable[Any]) -> dict[str, Any]:
    """Rows by their code."""
    return {row.code: row for row in rows}
