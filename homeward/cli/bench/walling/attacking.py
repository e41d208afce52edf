"""Running the attacks over the true login, with a true token of one person, and looking through
everything that comes back."""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from psycopg import Connection, Error, connect, sql

from homeward.cli.bench.walling import attacks, reader_attacks
from homeward.cli.bench.walling.people import Marked
from homeward.core import wall

PEOPLE = "SELECT count(*) FROM people_client"
NOBODY = UUID(int=0)
TABLES = (
    "SELECT n.nspname, c.relname, array_agg(a.attname ORDER BY a.attnum)"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
    " WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname = ANY (%s)"
    " GROUP BY 1, 2 ORDER BY 1, 2"
)
SCHEMAS = ("public", "masked", "wall", "launch", "pristine")


@dataclass(frozen=True, slots=True)
class Side:
    """One login that is attacked: its texts, what is asked after each, and what a token opens."""

    door: wall.Door
    kinds: dict[str, tuple[str, ...]]
    then: str
    counted: str


PORTAL = Side(wall.PORTAL, attacks.KINDS, attacks.THEN, PEOPLE)
READER = Side(
    wall.READER, reader_attacks.KINDS, reader_attacks.THEN, "SELECT count(id) FROM people_contact"
)


@dataclass
class Tally:
    """What was tried and what came of it."""

    attempts: dict[str, int] = field(default_factory=dict)
    refused: int = 0
    tables: int = 0
    tables_open: int = 0
    tokens: int = 0
    tokens_opened: int = 0
    foreign: list[str] = field(default_factory=list)

    def note(self, kind: str, what: str, seen: list[str]) -> None:
        self.attempts[kind] = self.attempts.get(kind, 0) + 1
        if seen:
            self.foreign.append(f"{kind}: {what[:80]}: {len(seen)} marks")


def as_login(alias: str) -> Connection[Any]:
    """A session of its own over one of the outside logins."""
    found = settings.DATABASES[alias]
    return connect(
        host=found["HOST"],
        port=found["PORT"],
        dbname=found["NAME"],
        user=found["USER"],
        password=found["PASSWORD"],
        autocommit=True,
        application_name="homeward bench wall",
    )


def attack(
    marked: Marked, person: UUID, other: UUID, chart: str, tally: Tally, side: Side = PORTAL
) -> None:
    """Every attack of every kind, over one session a kind."""
    for kind, texts in side.kinds.items():
        with as_login(side.door.alias) as session:
            for text in texts:
                told = text.format(other=other, mine=person, chart=chart)
                seen = _try(session, told, person, tally, side)
                # What was asked for by name comes back in errors, and is no finding.
                asked = {str(other), chart}
                known = [each for each in marked.others_in(seen, person) if each not in asked]
                tally.note(kind, text, known)


def _try(session: Connection[Any], text: str, person: UUID, tally: Tally, side: Side) -> list[Any]:
    """All that came back: rows, notices, errors, and who is seen afterwards."""
    seen: list[Any] = []

    def hear(notice: Any) -> None:
        seen.append(f"{notice.message_primary} {notice.message_detail}")

    session.add_notice_handler(hear)
    try:
        with _told(session, person, side):
            try:
                seen += _rows(session, text)
                seen += _rows(session, side.then)
            except Error as refusal:
                tally.refused += 1
                seen.append(f"{refusal} {refusal.diag.message_detail}")
        seen += _rows(session, side.then)  # no token any more: nobody at all
    except Error as refusal:
        seen.append(str(refusal))
    finally:
        session.remove_notice_handler(hear)
    return seen


@contextlib.contextmanager
def _told(session: Connection[Any], person: UUID | None, side: Side) -> Iterator[None]:
    """A transaction that may write, with a true token of this person; kept if it can be."""
    token = wall.token_for(side.door, person, session.info.backend_pid) if person else ""
    session.execute("BEGIN READ WRITE")
    session.execute(wall.TOLD, [token, side.door.search_path])
    try:
        yield
    finally:
        session.execute("COMMIT")


def _rows(session: Connection[Any], text: str) -> list[Any]:
    with session.cursor() as cursor:
        if text.startswith("COPY") and text.endswith("STDOUT"):
            with cursor.copy(sql.SQL(text)) as copy:  # type: ignore[arg-type]
                return [bytes(part).decode() for part in copy]
        cursor.execute(sql.SQL(text))  # type: ignore[arg-type]
        found: list[Any] = []
        while True:
            if cursor.description:
                found += [value for row in cursor.fetchall() for value in row]
            if not cursor.nextset():
                return found


def read_every_table(
    marked: Marked, person: UUID | None, tally: Tally, side: Side = PORTAL
) -> None:
    """Each table and view there is, whole, and over the readers' login column by column.

    `person` None: without a token, as nobody.
    """
    with as_login(side.door.alias) as session:
        for schema, table, columns in session.execute(TABLES, [list(SCHEMAS)]).fetchall():
            tally.tables += 1
            # Where not every column may be read the whole is refused, and single ones may not be.
            single = [sql.Identifier(name) for name in columns] if side is READER else []
            values: list[Any] = []
            opened = False
            for column in (sql.SQL("*"), *single):
                asked = sql.SQL("SELECT {} FROM {}").format(column, sql.Identifier(schema, table))
                with contextlib.suppress(Error), _told(session, person, side):
                    values += [each for row in session.execute(asked) for each in row]
                    opened = True
            if opened:
                tally.tables_open += 1
                seen = marked.others_in(values, person or NOBODY)
                tally.note("every table", f"{schema}.{table}", seen)


def open_with_other_tokens(
    person: UUID, other: UUID, tally: Tally, side: Side = PORTAL, shown: int = 1
) -> None:
    """No token, a spoilt one in each of its letters, an old one, another session's or login's.

    `shown`: how many rows the true one counts.
    """
    door, foreign = side.door, wall.READER if side is PORTAL else wall.PORTAL
    with as_login(door.alias) as session:
        pid = session.info.backend_pid
        true = wall.token_for(door, person, pid)
        late = wall.signed(f"{door.kind}.{person}.{int(time.time()) - 1}.{pid}")
        wrong = [
            "", ".", true[:-1], true + "0", true.upper(), late,
            true.replace(str(person), str(other)),
            wall.token_for(door, other, pid + 1),
            wall.token_for(foreign, person, pid),
        ]  # fmt: skip
        for place, letter in enumerate(true):
            wrong += [
                true[:place] + changed + true[place + 1 :]
                for changed in {chr(ord(letter) ^ 1), "0", "f", "."} - {letter}
            ]
        for token in wrong:
            tally.tokens += 1
            session.execute("BEGIN")
            try:
                session.execute(wall.TOLD, [token, door.search_path])
                row = session.execute(side.counted).fetchone()
                tally.tokens_opened += bool(row is None or row[0])
            except Error:
                tally.refused += 1
            finally:
                session.execute("ROLLBACK")
        session.execute("BEGIN")
        session.execute(wall.TOLD, [true, door.search_path])
        row = session.execute(side.counted).fetchone()
        session.execute("COMMIT")
        if row != (shown,):
            tally.foreign.append(f"the true token shows {row} people instead of {shown}")
