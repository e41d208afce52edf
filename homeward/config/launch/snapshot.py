"""The tables of a new database laid at once, instead of by each migration ever written.

`snapshot/tables.dump` is what the migrations named in `snapshot/held.json` make of an empty
database, dumped. It is laid only where it is exactly right: an empty database of the embedded
server's version, every held migration unchanged today, its own text unchanged. Newer migrations
run on top of it; everywhere else all migrations run. `homeward schema --write` makes it anew.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from psycopg import Connection

from homeward.config.launch import stamps
from homeward.config.launch.database import APP, OWNER

FOLDER = Path(__file__).parent / "snapshot"
TABLES = FOLDER / "tables.dump"
HELD = FOLDER / "held.json"
# The tables' own rights follow in the snapshot; what is given to every new table would add to them.
BEFORE = "".join(
    f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public REVOKE ALL ON {each} FROM {APP};"
    for each in ("TABLES", "SEQUENCES")
)


@dataclass(frozen=True)
class Held:
    """What a snapshot was made from; `stamp` is the migration stamp of that day."""

    stamp: str
    major: int
    digest: str
    files: dict[str, str]


def held() -> Held | None:
    """The note beside the tables; None where there is none or their text is another."""
    if not (HELD.exists() and TABLES.exists()):
        return None
    found = Held(**json.loads(HELD.read_text()))
    return found if found.digest == _digest(TABLES.read_text()) else None


def write(text: str, *, major: int) -> Held:
    """Keep a dump as the snapshot of today's migrations."""
    note = Held(stamps.migration_stamp(), major, _digest(text), stamps.migration_digests())
    FOLDER.mkdir(exist_ok=True)
    TABLES.write_text(text)
    HELD.write_text(json.dumps(asdict(note), indent=1, sort_keys=True) + "\n")
    return note


def lay(owner: Connection) -> str:
    """Lay the tables as their owner; the migration stamp they have then, empty where none fits."""
    note = held()
    if note is None or not _fits(note, owner):
        return ""
    with owner.transaction():
        owner.execute(BEFORE)
        owner.execute(TABLES.read_bytes())
    return note.stamp


def _fits(note: Held, owner: Connection) -> bool:
    names = "SELECT current_user, count(*) FROM pg_roles WHERE rolname IN (%s, %s)"
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', %s)"
    return (
        owner.info.server_version // 10000 == note.major
        and note.files.items() <= stamps.migration_digests().items()
        and owner.execute(names, [OWNER, APP]).fetchone() == (OWNER, 2)
        and owner.execute(tables, ["information_schema"]).fetchone() == (0,)
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
