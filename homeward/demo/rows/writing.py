"""Putting a book's rows into the database, in one transaction and in the order of their keys."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction

from homeward.admissions.models import Episode, Inquiry
from homeward.demo.rows.book import Book
from homeward.demo.rows.copying import copy_in
from homeward.demo.rows.order import in_order
from homeward.people.models import Client, Contact
from homeward.timetable.models import GroupSession

BATCH = 2000
# Many hands change these; what hangs on them goes on all the same.
SHARED = (Client, Contact, Inquiry, Episode, GroupSession)


def write_all(book: Book, now: datetime) -> int:
    """A first telling: every row is new, anything refused refuses the whole."""
    with transaction.atomic():
        for model in in_order(book.models()):
            copy_in(model, book.new.get(model, ()), now)
    return book.count()


def add_all(book: Book) -> int:
    """A later telling: what clashes with something done by hand is left out, with what hangs on it.

    A row that somebody changed since the story wrote it keeps what they wrote.
    """
    written = 0
    missing: set[Any] = set()
    with transaction.atomic():
        for model in in_order(book.models()):
            # Changes go first: a seat given back is free for the next, a plan makes room.
            written += _change(model, book.changed.get(model, {}), missing)
            wanted = [row for row in book.new.get(model, ()) if not _hangs_on(row, missing)]
            missing.update(row.pk for row in book.new.get(model, ()))
            model._default_manager.bulk_create(wanted, batch_size=BATCH, ignore_conflicts=True)
            there = _versions(model, [row.pk for row in wanted])
            missing.difference_update(there)
            written += len(there)
    return written


def _hangs_on(row: models.Model, missing: set[Any]) -> bool:
    return any(getattr(row, name) in missing for name in _keys_of(type(row)))


def _keys_of(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if field.is_relation]


def _versions(model: type[models.Model], ids: list[Any]) -> dict[Any, int]:
    """The version of each of these rows that is in the database."""
    table, key = model._meta.db_table, model._meta.pk.column
    has_version = any(field.name == "version" for field in model._meta.concrete_fields)
    column = "version" if has_version else "1"
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{key}", {column} FROM "{table}" WHERE "{key}" = ANY(%s)', [ids])
        return dict(cursor.fetchall())


def _change(
    model: type[models.Model], changed: dict[Any, tuple[Any, int, set[str]]], missing: set[Any]
) -> int:
    there = _versions(model, list(changed))
    by_names: dict[tuple[str, ...], list[Any]] = {}
    for pk, (row, version, names) in changed.items():
        if there.get(pk) == version and not _hangs_on(row, missing):
            by_names.setdefault((*sorted(names), "version"), []).append(row)
        elif pk not in there or model not in SHARED:
            missing.add(pk)
    for columns, rows in by_names.items():
        _manager(model).bulk_update(rows, _fields(model, columns), batch_size=BATCH)
    return sum(map(len, by_names.values()))


def _manager(model: type[models.Model]) -> Any:
    manager: Any = model._default_manager
    unscoped = getattr(manager, "unscoped", None)
    return unscoped("the demo lives on") if unscoped else manager


def _fields(model: type[models.Model], names: Iterable[str]) -> list[str]:
    """Field names for columns that were set by their `_id`."""
    by_column = {field.attname: field.name for field in model._meta.concrete_fields}
    return list(dict.fromkeys(by_column.get(name, name) for name in names))
