"""The wall before the pages of clients, families and agencies, laid by the owner.

What they read comes over logins of their own. `walls/portal.sql` says table by table what those may
read; `homeward schema --wall` makes it from the reviewed lines in `homeward/portal/wall/`. It is
laid after migrations and whenever its text or its key is another.
"""

import hashlib
import hmac
from pathlib import Path

from psycopg import Connection, sql

from homeward.config.launch.database import Parameters

FOLDER = Path(__file__).parent / "walls"
TAKEN_DOWN = FOLDER / "taken_down.sql"
TOKENS = FOLDER / "tokens.sql"
TABLES = FOLDER / "portal.sql"
STAMP = "wall"
BLOCK = 64  # bytes that SHA-256 takes in at once, which HMAC pads its key to


def stamp(key: bytes) -> str:
    """Changes with the wall's text and with the key of its tokens."""
    digest = hmac.new(key, digestmod=hashlib.sha256)
    for file in (TAKEN_DOWN, TOKENS, TABLES):
        digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()[:32]


def take_down(owner: Connection, found: dict[str, Parameters]) -> None:
    """Nothing is open to the logins outside any more, and no policy stands in a migration's way."""
    _run(owner, found, TAKEN_DOWN)


def lay(owner: Connection, found: dict[str, Parameters], key: bytes) -> None:
    """Lay it as the tables' owner, whole or not at all."""
    pads = [bytes(byte ^ mask for byte in key.ljust(BLOCK, b"\0")) for mask in (0x36, 0x5C)]
    with owner.transaction():
        for file in (TAKEN_DOWN, TOKENS, TABLES):
            _run(owner, found, file)
        owner.execute("INSERT INTO wall.key (inner_pad, outer_pad) VALUES (%s, %s)", pads)


def _run(owner: Connection, found: dict[str, Parameters], file: Path) -> None:
    users = {role: found[role]["user"] for role in ("owner", "app", "portal", "reader")}
    names: dict[str, sql.Composable] = {role: sql.Identifier(user) for role, user in users.items()}
    outside = [sql.Literal(users[role]) for role in ("portal", "reader")]
    text = sql.SQL(file.read_text())  # type: ignore[arg-type]  # a file of this house
    owner.execute(text.format(**names, logins=sql.SQL(", ").join(outside)))
