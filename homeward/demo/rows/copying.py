"""Many rows at once: whole columns as arrays, each value as the model's field would store it.

COPY would be the quicker word, but PostgreSQL refuses it on tables with row-level security.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from homeward.core.crypto import EncryptedTextField

CHUNK = 2000
QUOTES = str.maketrans({"\\": "\\\\", '"': '\\"'})
Text = Callable[[Any], str | None]


def copy_in(model: type[models.Model], rows: Iterable[Any], now: datetime) -> None:
    """Write new rows of one model; the database's walls hold as they do for any other write."""
    fields = model._meta.concrete_fields
    columns = [(field.attname, _text_of(field, now)) for field in fields]
    sealed = [field.attname for field in fields if isinstance(field, EncryptedTextField)]
    names = ", ".join(f'"{field.column}"' for field in fields)
    casts = ", ".join(f"c{at}::{_type_of(field)}" for at, field in enumerate(fields))
    parts = ", ".join(f"c{at}" for at in range(len(fields)))
    arrays = ", ".join(["%s::text[]"] * len(fields))
    statement = (
        f'INSERT INTO "{model._meta.db_table}" ({names})'
        f" SELECT {casts} FROM unnest({arrays}) AS given ({parts})"
    )
    waiting = iter(rows)
    with connection.cursor() as cursor:
        while chunk := list(islice(waiting, CHUNK)):
            for row in chunk:
                for name in sealed:
                    row.__dict__[name] = getattr(row, name)  # a text is sealed with its own row
            cursor.execute(
                statement,
                [_array(text(row.__dict__[name]) for row in chunk) for name, text in columns],
            )


def _type_of(field: Any) -> str:
    """The column's type; `serial` is a word for tables only."""
    found = str(field.rel_db_type(connection) if field.primary_key else field.db_type(connection))
    return found.partition(" GENERATED")[0]


def _text_of(field: Any, now: datetime) -> Text:
    """How a value of this field is spelled for a cast from text."""
    if getattr(field, "auto_now_add", False):
        return lambda value: now.isoformat()
    if isinstance(field, EncryptedTextField):
        return lambda value: _plain(field.get_prep_value(value))
    if isinstance(field, models.JSONField):
        return lambda value: None if value is None else json.dumps(value)
    if isinstance(field, ArrayField):
        return _array
    return _plain


def _plain(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)


def _array(values: Iterable[Any]) -> str:
    """An array as PostgreSQL spells it; the driver's own spelling asks a pattern for each quote."""
    quoted = ("NULL" if each is None else f'"{str(each).translate(QUOTES)}"' for each in values)
    return f"{{{','.join(quoted)}}}"
