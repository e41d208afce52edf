"""Many rows at once by PostgreSQL's COPY, each column as the model's field would store it.

COPY does not write into a table with row security; there the rows are laid in a table of the
transaction first and inserted from it, so that every policy is asked.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from homeward.core.crypto import EncryptedTextField

NULL = "\\N"
CHUNK = 500
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
QUOTES = str.maketrans({"\\": "\\\\", '"': '\\"'})
Text = Callable[[Any], str]


def copy_in(model: type[models.Model], rows: Iterable[Any], now: datetime) -> None:
    """Write new rows of one model; the database's walls hold as they do for any other write."""
    columns = [(field.attname, _text_of(field, now)) for field in model._meta.concrete_fields]
    sealed = [
        field.attname
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedTextField)
    ]
    names = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    lines: list[str] = []
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_security_active(%s)", [f'"{table}"'])
        is_walled = cursor.fetchone()[0]
        if is_walled:
            cursor.execute(
                f'CREATE TEMP TABLE laid ON COMMIT DROP AS SELECT {names} FROM "{table}" LIMIT 0'
            )
        into = "laid" if is_walled else f'"{table}"'
        with cursor.cursor.copy(f"COPY {into} ({names}) FROM STDIN") as copy:
            for row in rows:
                facts = row.__dict__
                for name in sealed:
                    facts[name] = getattr(row, name)  # a text is sealed with its own row
                lines.append("\t".join([text(facts[name]) for name, text in columns]))
                if len(lines) == CHUNK:
                    copy.write("\n".join(lines) + "\n")
                    lines.clear()
            if lines:
                copy.write("\n".join(lines) + "\n")
        if is_walled:
            cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM laid')
            cursor.execute("DROP TABLE laid")


def _text_of(field: Any, now: datetime) -> Text:
    """How a value of this field is spelled in COPY's text format."""
    if getattr(field, "auto_now_add", False):
        return lambda value: now.isoformat()
    if isinstance(field, EncryptedTextField):
        return lambda value: _plain(field.get_prep_value(value))
    if isinstance(field, models.JSONField):
        return lambda value: NULL if value is None else json.dumps(value).translate(ESCAPES)
    if isinstance(field, ArrayField):
        return _array
    return _plain


def _plain(value: Any) -> str:
    if value is None:
        return NULL
    if isinstance(value, str):
        return str(value).translate(ESCAPES)
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)


def _array(values: Any) -> str:
    quoted = ",".join(f'"{str(value).translate(QUOTES)}"' for value in values)
    return f"{{{quoted}}}".translate(ESCAPES)
