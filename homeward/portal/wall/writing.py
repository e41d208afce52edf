"""The lines as SQL, which `homeward/config/launch/wall.py` lays as the tables' owner."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from homeward.portal.wall.kinds import Beside, Empty, Line, Masked, Named, Open, Own, Where
from homeward.portal.wall.lines import CLOSED, LINES
from homeward.portal.wall.reader import READER_LINES

HEAD = """\
-- Made by `homeward schema --wall` from lines.py and reader.py in homeward/portal/wall, where each
-- line is reviewed. A table that is not named here is closed to both logins.
CREATE SCHEMA masked;
GRANT USAGE ON SCHEMA masked TO {portal};
"""


# Words of SQL that are names of columns in this house.
RESERVED = frozenset({"on"})


@dataclass(frozen=True, slots=True)
class Login:
    """One login of the outside as the SQL names it, its policies, and whose rows it sees."""

    name: str
    policy: str
    person: str


PORTAL = Login("{portal}", "wall_person", "(SELECT homeward_person())")
READER = Login("{reader}", "wall_reader", "(SELECT homeward_reader())")


def wall_text() -> str:
    """Rights and policies of every table that is not closed, always in the same order."""
    labels = sorted(LINES.keys() | READER_LINES.keys())
    parts = ("\n".join(_statements(label)) for label in labels)
    return "\n".join([HEAD, *(f"{part}\n" for part in parts)])


def unsaid() -> list[str]:
    """Models without a line, and lines without a model."""
    there = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    said = LINES.keys() | CLOSED
    both = LINES.keys() & CLOSED
    return sorted((there ^ said) | both | (READER_LINES.keys() - there))


def _statements(label: str) -> Iterator[str]:
    model = apps.get_model(label)
    said = [
        (login, lines[label])
        for login, lines in ((PORTAL, LINES), (READER, READER_LINES))
        if label in lines
    ]
    if any(not isinstance(line, (Masked, Open)) for _login, line in said):
        yield from _held(model._meta.db_table)
    for login, line in said:
        if isinstance(line, Masked):
            yield from _view(model, line, login)
            continue
        if not isinstance(line, Open):
            yield _policy(model, line, login)
        elif len(said) > 1 and any(not isinstance(each, (Masked, Open)) for _who, each in said):
            yield _policy(model, Where("true"), login)
        yield _grant(model, line, login)


def _held(table: str) -> Iterator[str]:
    """Nobody passes by its policies, the owner neither; the house sees all."""
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;"
    yield (
        f"CREATE POLICY wall_house ON {table} TO {{owner}}, {{app}} USING (true) WITH CHECK (true);"
    )


def _policy(model: Any, line: Own | Beside | Named | Where | Empty, login: Login) -> str:
    return (
        f"CREATE POLICY {login.policy} ON {model._meta.db_table} FOR SELECT TO {login.name}"
        f" USING ({_condition(model, line, login)});"
    )


def _grant(model: Any, line: Line, login: Login) -> str:
    only = line.only if isinstance(line, (Own, Open)) else ()
    named = f" ({', '.join(_column(model, name) for name in only)})" if only else ""
    return f"GRANT SELECT{named} ON {model._meta.db_table} TO {login.name};"


def _condition(model: Any, line: Own | Beside | Named | Where | Empty, login: Login) -> str:
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
        said = f"{_column(model, line.field)} = {login.person}"
    else:
        parent = model._meta.get_field(line.field).related_model
        seen = f"SELECT {_column(parent, 'pk')} FROM {parent._meta.db_table}"
        said = f"{_column(model, line.field)} IN ({seen})"
    return f"{said} AND ({line.also})" if line.also else said


def _view(model: Any, line: Masked, login: Login) -> Iterator[str]:
    table = model._meta.db_table
    columns = [
        f"{line.hidden[each.name]} AS {_named(each.column)}"
        if each.name in line.hidden
        else _named(each.column)
        for each in model._meta.concrete_fields
    ]
    where = f" WHERE {line.where}" if line.where else ""
    yield (
        f"CREATE VIEW masked.{table} WITH (security_barrier) AS"
        f" SELECT {', '.join(columns)} FROM public.{table}{where};"
    )
    yield f"GRANT SELECT ON masked.{table} TO {login.name};"


def _named(column: str) -> str:
    """A column as SQL names it where it stands alone."""
    return f'"{column}"' if column in RESERVED else column


def _column(model: Any, name: str) -> str:
    found = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return str(found.column)
