"""The second wall: pages of people outside the program read over a login that sees one person.

Inside `behind(...)` everything that asks the database, the ORM and written SQL alike, asks as
`homeward_portal` or `homeward_reader`. What those see is decided by row-level security, keyed to a
token that this process signs for one person, one session and one minute. A filter that was
forgotten, or SQL that somebody slipped in, reaches that person's rows and no others.
`config/launch/wall.py` lays it; `homeward bench wall` attacks it; docs/adr/0012 says why.
"""

import hashlib
import hmac
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from psycopg.pq import TransactionStatus

LIFETIME = 60  # seconds that a token opens anything; a page takes far less than one
HOUSE_PATH = '"$user", public'
# A session is lent to one page after another: nothing that one left open serves the next.
SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; CLOSE ALL; "
TOLD = "SELECT set_config('homeward.bearer', %s, true), set_config('search_path', %s, true)"
TAKEN_ON = TOLD + ", set_config('role', %s, true)"
HOUSE = ["", HOUSE_PATH, "none"]
# How a page behind the wall asks one question in front of it; None in front of it.
_step_out: ContextVar[Callable[[], AbstractContextManager[None]] | None] = ContextVar(
    "step_out", default=None
)


@dataclass(frozen=True, slots=True)
class Door:
    """One login of the outside: its connection, its role, whom its tokens name."""

    alias: str
    role: str
    kind: str
    search_path: str = "public"


PORTAL = Door("portal", "homeward_portal", "client", "masked, public")
READER = Door("reader", "homeward_reader", "reader")


def token_for(door: Door, person_id: UUID, backend: int) -> str:
    """What opens this person's rows to that session of the database for a minute."""
    return signed(f"{door.kind}.{person_id}.{int(time.time()) + LIFETIME}.{backend}")


def signed(said: str) -> str:
    """A token's words with the mac that only this house can make."""
    mac = hmac.new(settings.WALL_KEY, said.encode(), hashlib.sha256).hexdigest()
    return f"{said}.{mac}"


@contextmanager
def behind(door: Door, person_id: UUID) -> Iterator[None]:
    """Read in one snapshot as this door's login until the end; nothing can be written.

    Inside an audit unit: its rows are written over the app's own login afterwards.
    """
    is_borrowed = len(connections[DEFAULT_DB_ALIAS].atomic_blocks) > 1
    with _by_role(door, person_id) if is_borrowed else _by_login(door, person_id):
        yield


@contextmanager
def in_front(why: str) -> Iterator[None]:
    """Ask as the app within a page that reads behind the wall; `why` is for the reader.

    For a question about somebody else of which only its bearing on this person comes back. Each
    use stands in a reviewed list (portal/tests/test_wall.py).
    """
    assert why
    step_out = _step_out.get()
    if step_out is None:
        yield
        return
    token = _step_out.set(None)
    try:
        with step_out():
            yield
    finally:
        _step_out.reset(token)


@contextmanager
def _by_login(door: Door, person_id: UUID) -> Iterator[None]:
    house, own = connections[DEFAULT_DB_ALIAS], connections[door.alias]
    token = _step_out.set(lambda: _connected(house))
    try:
        with _connected(own), transaction.atomic():
            own.ensure_connection()
            with own.cursor() as cursor:
                cursor.execute(SNAPSHOT + TOLD, _telling(door, own, person_id))
            yield
    finally:
        _step_out.reset(token)


@contextmanager
def _connected(connection: Any) -> Iterator[None]:
    """Everything that asks the database in this thread asks over this connection."""
    before = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connection
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = before


@contextmanager
def _by_role(door: Door, person_id: UUID) -> Iterator[None]:
    """The same in a transaction that somebody else opened, whose rows no other login sees yet.

    The role is taken on for the time, which the server allows the app in tests and nowhere else.
    An error undoes the savepoint of the unit around, and the role with it.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    taken = [*_telling(door, connection, person_id), door.role]
    token = _step_out.set(lambda: _as(connection, HOUSE, taken))
    try:
        with _as(connection, taken, HOUSE):
            yield
    finally:
        _step_out.reset(token)


@contextmanager
def _as(connection: Any, taken: list[str], left: list[str]) -> Iterator[None]:
    """With one role, and afterwards the other, unless an error will undo it all."""
    _take(connection, taken)
    try:
        yield
    finally:
        if connection.connection.info.transaction_status is TransactionStatus.INTRANS:
            _take(connection, left)


def _take(connection: Any, taken: list[str]) -> None:
    connection.connection.execute(TAKEN_ON, taken)


def _telling(door: Door, connection: Any, person_id: UUID) -> list[str]:
    token = token_for(door, person_id, connection.connection.info.backend_pid)
    return [token, door.search_path]
