"""Putting a test database back after a test that really committed.

The app's role may not empty tables, and some rows refuse deletion by trigger; so this uses the
server's administrator, past triggers and foreign keys, and puts back what migrations inserted.
"""

from psycopg import Connection, sql

from homeward.config.launch import roles
from homeward.config.launch.database import Parameters
from homeward.testing.template import filled_tables, tables

PATIENCE = "20s"  # a test that left a transaction open is told so instead of waiting for ever


def reset(admin: Parameters) -> None:
    """Empty what tests filled; restore what migrations made."""
    with roles.open_connection(admin) as inside:
        inside.execute(sql.SQL("SET lock_timeout = {}").format(sql.Literal(PATIENCE)))
        inside.execute("SET session_replication_role = replica")
        with inside.transaction():
            pristine = set(tables(inside, "pristine"))
            for table in sorted(pristine.union(filled_tables(inside))):
                inside.execute(sql.SQL("DELETE FROM public.{}").format(sql.Identifier(table)))
                if table in pristine:
                    _restore(inside, table)


def _restore(inside: Connection, table: str) -> None:
    stored = inside.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(%s) AND attnum > 0"
        " AND NOT attisdropped AND attgenerated = ''",
        [f'public."{table}"'],
    )
    columns = sql.SQL(", ").join(sql.Identifier(str(row[0])) for row in stored)
    inside.execute(
        sql.SQL(
            "INSERT INTO public.{0} ({1}) OVERRIDING SYSTEM VALUE SELECT {1} FROM pristine.{0}"
        ).format(sql.Identifier(table), columns)
    )
