"""The lines as SQL, which `homeward/config/launch/wall.py` lays as the tables' owner."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from homeward.portal.wall.kinds import Beside, Empty, Line, Masked, Named, Open, Own, Where
from homeward.portal.wall.lines import CLOSED, LINES

PERSON = "(SELECT homeward_person())"
HEAD = """\
-- Made by `homeward schema --wall` from homeward/portal/wall/lines.py, where each line is reviewed.
-- A table that is not named here is closed to both logins.
CREATE SCHEMA masked;
GRANT USAGE ON SCHEMA masked TO {portal};
"""


def wall_text() -> str:
    """Rights and policies of every table that is not closed, always in the same order."""
    parts = ("\n".join(_statements(apps.get_model(label), LINES[label])) for label in sorted(LINES))
    return "\n".join([HEAD, *(f"{part}\n" for part in parts)])


def unsaid() -> list[str]:
    """Models without a line, and lines without a model."""
    there = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    said = LINES.keys() | CLOSED
    both = LINES.keys() & CLOSED
    return sorted((there ^ said) | both)


def _statements(model: type[models.Model], line: Line) -> Iterator[str]:
    table = model._meta.db_table
    if isinstance(line, Masked):
        yield from _view(model, line)
        return
    if isinstance(line, Open):
        yield f"GRANT SELECT ON {table} TO {{portal}};"
        return
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;"
    yield (
        f"CREATE POLICY wall_house ON {table} TO {{owner}}, {{app}} USING (true) WITH CHECK (true);"
    )
    yield (
        f"CREATE POLICY wall_person ON {table} FOR SELECT TO {{portal}}"
        f" USING ({_condition(model, line)});"
    )
    yield f"GRANT SELECT ON {table} TO {{portal}};"


def _condition(model: Any, line: Own | Beside | Named | Where | Empty) -> str:
    if isinstance(line, Empty):
        return "false"
    if isinstance(line, Where):
        return line.condition
    if isinstance(line, Named):
        return " OR ".join(
            f"{_column(model, 'pk')} IN (SELECT {_column(one, name)} FROM {one._meta.db_table})"
            for one, name in ((apps.get_model(label), name) for label, name in line.by)
        )
    if isinstance(line, Own):
        said = f"{_column(model, line.field)} = {PERSON}"
    else:
        parent = model._meta.get_field(line.field).related_model
        seen = f"SELECT {_column(parent, 'pk')} FROM {parent._meta.db_table}"
        said = f"{_column(model, line.field)} IN ({seen})"
    return f"{said} AND ({line.also})" if line.also else said


def _view(model: Any, line: Masked) -> Iterator[str]:
    table = model._meta.db_table
    columns = [
        f"{line.hidden[each.name]} AS {each.column}" if each.name in line.hidden else each.column
        for each in model._meta.concrete_fields
    ]
    where = f" WHERE {line.where}" if line.where else ""
    yield (
        f"CREATE VIEW masked.{table} WITH (security_barrier) AS"
        f" SELECT {', '.join(columns)} FROM public.{table}{where};"
    )
    yield f"GRANT SELECT ON masked.{table} TO {{portal}};"


def _column(model: Any, name: str) -> str:
    found = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return str(found.column)
