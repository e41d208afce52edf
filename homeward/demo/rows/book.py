"""The rows a story has left so far, and which of them are not in the database yet."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar
from uuid import UUID, uuid5

from django.db.models import Model

Row = TypeVar("Row", bound=Model)
HOUSE = UUID("6f0c7a52-5c0e-5b0e-9d5c-6d6f6d657761")


def utc(moment: datetime) -> datetime:
    """The same instant as the database gives it back."""
    return moment.astimezone(UTC)


@cache
def _fields_of(model: type[Model]) -> tuple[tuple[str, str, Any], ...]:
    """Name, column name and default of each field."""
    return tuple(
        (field.name, field.attname, field.get_default) for field in model._meta.concrete_fields
    )


def _shape(model: type[Model], pk: UUID, values: dict[str, Any]) -> tuple[list[str], list[Any]]:
    """Columns and their values; making a row by them is much quicker than by its fields' names."""
    names, columns = [], []
    used = 0
    for name, attname, default in _fields_of(model):
        names.append(attname)
        if attname in values:
            value = values[attname]
            used += 1
        elif name in values:
            value = values[name]
            value = value.pk if isinstance(value, Model) else value
            used += 1
        else:
            value = pk if name == "id" else default()
        columns.append(value)
    if used != len(values):
        known = {part for name, attname, _ in _fields_of(model) for part in (name, attname)}
        raise TypeError(f"{model.__name__} has no {sorted(set(values) - known)}")
    return names, columns


class Book:
    """New rows by model, and rows of earlier tellings that later events changed.

    While `is_past` holds, what is written down is known to be in the database already.
    """

    def __init__(self, seed: int, program_code: str) -> None:
        self.space = uuid5(HOUSE, f"{seed}|{program_code}")
        self.is_past = False
        self.new: dict[type[Model], list[Any]] = {}
        self.past: set[UUID] = set()
        self.changed: dict[type[Model], dict[UUID, tuple[Any, int, set[str]]]] = {}

    def id_of(self, model: type[Model], key: str) -> UUID:
        """The id of the row of that key, the same on every machine."""
        return uuid5(self.space, f"{model._meta.label_lower}|{key}")

    def add(self, model: type[Row], key: str, **values: Any) -> Row:
        """Write a row down under its key."""
        row = model.from_db("default", *_shape(model, self.id_of(model, key), values))
        for name, value in values.items():
            if isinstance(value, Model):
                row._state.fields_cache[name] = value
        row._state.scope = "free"  # type: ignore[attr-defined]
        if self.is_past:
            self.past.add(row.pk)
        else:
            self.new.setdefault(model, []).append(row)
        return row

    def change(self, row: Any, **values: Any) -> None:
        """Change a row and raise its version, as an action does."""
        if not self.is_past and row.pk in self.past:
            kept = self.changed.setdefault(type(row), {})
            _, version, names = kept.get(row.pk, (row, row.version, set()))
            kept[row.pk] = (row, version, names | set(values))
        for name, value in values.items():
            setattr(row, name, value)
        row.version += 1

    def count(self) -> int:
        """How many rows wait to be written."""
        return sum(len(rows) for rows in self.new.values()) + sum(map(len, self.changed.values()))

    def models(self) -> Iterator[type[Model]]:
        """Every model with rows to write."""
        yield from dict.fromkeys([*self.new, *self.changed])
