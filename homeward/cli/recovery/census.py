"""How many rows each table has, and a digest of what they say, to compare two databases."""

from psycopg import Connection, sql

Census = dict[str, list[str]]  # table -> [number of rows, digest], as text so that JSON keeps it

TABLES = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'r' AND n.nspname NOT IN ('information_schema', 'pg_catalog')
   AND n.nspname !~ '^pg_(toast|temp)'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
 ORDER BY 1, 2
"""


def settle(inside: Connection) -> None:
    """Print values the same way on every connection, so that digests agree."""
    for setting in ("timezone = 'UTC'", "datestyle = 'ISO, YMD'", "intervalstyle = 'iso_8601'"):
        inside.execute(f"SET {setting}")  # type: ignore[arg-type]  # fixed texts above
    inside.execute("SET extra_float_digits = 1")


def take(inside: Connection) -> Census:
    """Count and digest every table; reads all rows once. Independent of their order."""
    found: Census = {}
    for schema, table in inside.execute(TABLES).fetchall():
        row = inside.execute(
            sql.SQL(
                "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM {} t"
            ).format(sql.Identifier(schema, table))
        ).fetchone()
        found[f"{schema}.{table}"] = [str(row[0]), str(row[1])] if row else ["0", "0"]
    return found


def differences(expected: Census, found: Census) -> list[str]:
    """What does not agree, in words; empty when the two databases say the same."""
    words = []
    for table in sorted(expected.keys() | found.keys()):
        one, other = expected.get(table), found.get(table)
        if one is None or other is None:
            words.append(f"{table} is only in {'the backup' if other else 'the original'}")
        elif one[0] != other[0]:
            words.append(f"{table} has {other[0]} rows instead of {one[0]}")
        elif one[1] != other[1]:
            words.append(f"the rows of {table} differ")
    return words
