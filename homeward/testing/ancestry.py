"""Which migrations a template holds, so that the next one grows from it instead of from nothing.

A template holds a set of migration files by their content. Where an older template holds only
files that stand unchanged today, its copy needs just the new ones.
"""

import json

from psycopg import Connection, sql

from homeward.config.launch import snapshot


def note(server: Connection, name: str, files: dict[str, str]) -> None:
    """Write into the database's comment what it holds."""
    told = sql.SQL("COMMENT ON DATABASE {} IS {}")
    server.execute(told.format(sql.Identifier(name), sql.Literal(json.dumps(files))))


def nearest(server: Connection, names: list[str], files: dict[str, str]) -> str | None:
    """The template with most of today's files and no other; None where none is worth growing.

    The snapshot of the tables is laid in seconds: one that holds as many files is the better start.
    """
    held = {name: _held(server, name) for name in names}
    fitting = [name for name, has in held.items() if has and has.items() <= files.items()]
    best = max(fitting, key=lambda name: len(held[name]), default=None)
    laid = snapshot.held()
    if laid is not None and laid.files.items() <= files.items():
        return best if best and len(held[best]) > len(laid.files) else None
    return best


def _held(server: Connection, name: str) -> dict[str, str]:
    row = server.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
    ).fetchone()
    return dict(json.loads(row[0])) if row and row[0] else {}
