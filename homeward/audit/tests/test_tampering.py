"""An owner of the database who edits the audit is found out; an honest audit never is.

The tampering is done by the server's administrator, past every trigger, as whoever holds the
database could. What must be found is every change of a row that has its place.
"""

import os
import random
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from homeward import audit
from homeward.audit import ledger
from homeward.audit.models import Entry, Link
from homeward.audit.sequencing import sequence_entries
from homeward.audit.verification import verify_audit
from homeward.core.actors import Actor

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
CLERK = Actor.of_service("test")
TABLES = ("audit_entry", "audit_link", "audit_head", "audit_waiting")
SEED = 20261122
ROUNDS = 300
pytestmark = pytest.mark.django_db(transaction=True)


def write(rows: int = 1) -> None:
    with audit.unit():
        for _ in range(rows):
            audit.record(
                "core.test.done",
                actor=CLERK,
                at=NOON,
                client_id=uuid.uuid4(),
                fields=["name"],
                reason="an example",
            )


class Owner:
    """Somebody with every right over the database, and a copy to put things back."""

    def __init__(self) -> None:
        self.inside = psycopg.connect(os.environ["HOMEWARD_TEST_ADMIN_URL"], autocommit=True)
        self.run("SET session_replication_role = replica")
        self.chance = random.Random(SEED)

    def run(self, sql: str, *values: Any) -> int:
        return self.inside.execute(sql, values or None).rowcount

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self.inside.execute(sql, values or None).fetchall()

    def keep(self) -> None:
        for table in TABLES:
            self.run(f"CREATE TEMP TABLE kept_{table} AS TABLE {table}")

    def put_back(self) -> None:
        with self.inside.transaction():
            for table in TABLES:
                self.run(f"DELETE FROM {table}")
                self.run(f"INSERT INTO {table} SELECT * FROM kept_{table}")

    def some(self, sql: str) -> Any:
        return self.chance.choice(self.ask(sql))[0]

    def placed(self) -> Any:
        return self.some("SELECT entry_id FROM audit_link")


@pytest.fixture
def owner(settings: Any, tmp_path: Path) -> Iterator[Owner]:
    """An audit of some forty rows in three lanes, three heads, the last rows without a place."""
    settings.AUDIT_WITNESS_FILE = tmp_path / "heads.jsonl"
    for minute in range(3):
        ledger.begin_lane()
        for _ in range(5):
            write(rows=2)
        sequence_entries(now=NOON + timedelta(minutes=minute))
    write(rows=3)
    sequence_entries(now=NOON + timedelta(minutes=2, seconds=2))
    write(rows=2)
    made = Owner()
    made.keep()
    yield made
    made.inside.close()


CHANGES = {
    "at": "at + interval '1 microsecond'",
    "lane": "reverse(lane)",
    "lane_number": "lane_number + 1000",
    "request_id": "request_id || 'x'",
    "account_id": "gen_random_uuid()",
    "actor_kind": "'staff'",
    "actor_ref": "actor_ref || '1'",
    "session_ref": "'s'",
    "code": "upper(code)",
    "record": "'people.client'",
    "record_ids": "array[gen_random_uuid()]",
    "client_ids": "'{}'",
    "purpose": "'treatment'",
    "fields": "array_append(fields, 'x')",
    "permitted": "NOT permitted",
    "reason": "reason || ' '",
    "transaction_number": "transaction_number + 1",
    "mac": "translate(mac, '0123456789abcdef', '123456789abcdef0')",
    "id": "gen_random_uuid()",
}


def change_a_column(owner: Owner) -> None:
    column = owner.chance.choice(sorted(CHANGES))
    row = owner.placed()
    owner.run(f"UPDATE audit_entry SET {column} = {CHANGES[column]} WHERE id = %s", row)


def flip_a_letter(owner: Owner) -> None:
    table, column = owner.chance.choice(
        [
            ("audit_entry", "mac"),
            ("audit_link", "chain"),
            ("audit_head", "chain"),
            ("audit_head", "signature"),
        ]
    )
    key = {"audit_entry": "id", "audit_link": "number", "audit_head": "size"}[table]
    where = " WHERE id IN (SELECT entry_id FROM audit_link)" if table == "audit_entry" else ""
    row = owner.some(f"SELECT {key} FROM {table}{where}")
    at = owner.chance.randrange(1, 65)
    owner.run(
        f"UPDATE {table} SET {column} = overlay({column} placing"
        f" CASE substr({column}, %s, 1) WHEN 'a' THEN 'b' ELSE 'a' END from %s for 1)"
        f" WHERE {key} = %s",
        at,
        at,
        row,
    )


def remove_an_entry(owner: Owner) -> None:
    owner.run("DELETE FROM audit_entry WHERE id = %s", owner.placed())


def remove_a_link(owner: Owner) -> None:
    owner.run("DELETE FROM audit_link WHERE entry_id = %s", owner.placed())


def remove_an_entry_and_its_link(owner: Owner) -> None:
    row = owner.placed()
    owner.run("DELETE FROM audit_link WHERE entry_id = %s", row)
    owner.run("DELETE FROM audit_entry WHERE id = %s", row)


def close_the_gap(owner: Owner) -> None:
    remove_an_entry_and_its_link(owner)
    owner.run(
        "UPDATE audit_link l SET number = n.place FROM (SELECT entry_id, row_number()"
        " OVER (ORDER BY number) + 100000 AS place FROM audit_link) n"
        " WHERE n.entry_id = l.entry_id"
    )
    owner.run("UPDATE audit_link SET number = number - 100000")


def insert_an_entry(owner: Owner) -> None:
    number = owner.chance.choice([None, "waiting", -1, 0, 1_000_000, "next"])
    new = uuid.uuid4()
    owner.run("CREATE TEMP TABLE forged AS SELECT * FROM audit_entry WHERE id = %s", owner.placed())
    owner.run("UPDATE forged SET id = %s, lane = 'forged', lane_number = 1", new)
    owner.run("INSERT INTO audit_entry SELECT * FROM forged")
    if number == "waiting":
        owner.run("INSERT INTO audit_waiting SELECT id, transaction_number FROM forged")
    elif number is not None:
        last = owner.ask("SELECT max(number), max(chain) FROM audit_link")[0]
        place = last[0] + 1 if number == "next" else number
        owner.run("INSERT INTO audit_link VALUES (%s, %s, %s)", place, new, last[1])
    owner.run("DROP TABLE forged")


def swap_two_links(owner: Owner) -> None:
    one, other = owner.chance.sample(owner.ask("SELECT number, entry_id FROM audit_link"), 2)
    owner.run("DELETE FROM audit_link WHERE number IN (%s, %s)", one[0], other[0])
    for number, entry in ((one[0], other[1]), (other[0], one[1])):
        owner.run("INSERT INTO audit_link VALUES (%s, %s, repeat('0', 64))", number, entry)


def swap_the_words_of_two_entries(owner: Owner) -> None:
    one, other = owner.chance.sample(owner.ask("SELECT entry_id FROM audit_link"), 2)
    owner.run(
        "UPDATE audit_entry e SET client_ids = o.client_ids FROM audit_entry o"
        " WHERE (e.id, o.id) IN ((%s, %s), (%s, %s))",
        one[0],
        other[0],
        other[0],
        one[0],
    )


def move_a_link(owner: Owner) -> None:
    owner.run("UPDATE audit_link SET number = number + 500 WHERE entry_id = %s", owner.placed())


def remove_a_head(owner: Owner) -> None:
    owner.run("DELETE FROM audit_head WHERE size = %s", owner.some("SELECT size FROM audit_head"))


def change_a_head(owner: Owner) -> None:
    what = owner.chance.choice(["at = at + interval '1 second'", "size = size + 1"])
    row = owner.some("SELECT size FROM audit_head")
    owner.run(f"UPDATE audit_head SET {what} WHERE size = %s", row)


def insert_a_head(owner: Owner) -> None:
    copied = "SELECT size - 1, at, chain, signature FROM audit_head LIMIT 1"
    owner.run(f"INSERT INTO audit_head {copied}")


def cut_the_tail(owner: Owner) -> None:
    """The last places with everything that belongs to them, as if they had never been."""
    size = owner.ask("SELECT max(number) FROM audit_link")[0][0]
    left = size - owner.chance.randrange(1, 8)
    owner.run("DELETE FROM audit_waiting")
    owner.run("DELETE FROM audit_head WHERE size > %s", left)
    owner.run(
        "DELETE FROM audit_entry e WHERE NOT EXISTS"
        " (SELECT FROM audit_link l WHERE l.entry_id = e.id AND l.number <= %s)",
        left,
    )
    owner.run("DELETE FROM audit_link WHERE number > %s", left)


def send_the_tail_back_to_waiting(owner: Owner) -> None:
    size = owner.ask("SELECT max(number) FROM audit_link")[0][0]
    owner.run(
        "INSERT INTO audit_waiting SELECT e.id, e.transaction_number FROM audit_entry e"
        " JOIN audit_link l ON l.entry_id = e.id WHERE l.number = %s",
        size,
    )
    owner.run("DELETE FROM audit_head WHERE size = %s", size)
    owner.run("DELETE FROM audit_link WHERE number = %s", size)


def empty_everything(owner: Owner) -> None:
    for table in TABLES:
        owner.run(f"TRUNCATE {table}")


def meddle_with_the_waiting(owner: Owner) -> None:
    owner.chance.choice(
        [
            lambda: owner.run("DELETE FROM audit_waiting"),
            lambda: owner.run("INSERT INTO audit_waiting VALUES (gen_random_uuid(), 5)"),
            lambda: owner.run("INSERT INTO audit_waiting VALUES (%s, 5)", owner.placed()),
            lambda: owner.run("UPDATE audit_waiting SET transaction_number = 99999999999"),
            lambda: owner.run("UPDATE audit_waiting SET entry_id = gen_random_uuid()"),
        ]
    )()


def meddle_before_a_place_is_given(owner: Owner) -> None:
    waiting = owner.some("SELECT entry_id FROM audit_waiting")
    column = owner.chance.choice(sorted(CHANGES))
    owner.run(f"UPDATE audit_entry SET {column} = {CHANGES[column]} WHERE id = %s", waiting)


WAYS: tuple[Callable[[Owner], None], ...] = (
    change_a_column,
    flip_a_letter,
    remove_an_entry,
    remove_a_link,
    remove_an_entry_and_its_link,
    close_the_gap,
    insert_an_entry,
    swap_two_links,
    swap_the_words_of_two_entries,
    move_a_link,
    remove_a_head,
    change_a_head,
    insert_a_head,
    cut_the_tail,
    send_the_tail_back_to_waiting,
    empty_everything,
    meddle_with_the_waiting,
    meddle_before_a_place_is_given,
)


def test_every_tampering_of_a_placed_row_is_found(owner: Owner) -> None:
    """Three hundred random edits by somebody with every right: all found, none imagined."""
    assert verify_audit().first_fault is None
    missed = []
    for turn in range(ROUNDS):
        way = WAYS[turn % len(WAYS)] if turn < 5 * len(WAYS) else owner.chance.choice(WAYS)
        way(owner)
        if verify_audit().is_whole:
            missed.append((turn, way.__name__))
        owner.put_back()
        if turn % 50 == 0:
            assert verify_audit().first_fault is None

    assert missed == []
    assert verify_audit().first_fault is None


@pytest.mark.parametrize("column", sorted(CHANGES))
def test_every_column_is_sealed(owner: Owner, column: str) -> None:
    """No stored fact of a placed row can be changed unseen."""
    for row in (owner.ask("SELECT entry_id FROM audit_link ORDER BY number LIMIT 1"))[0]:
        owner.run(f"UPDATE audit_entry SET {column} = {CHANGES[column]} WHERE id = %s", row)

    assert not verify_audit().is_whole


def test_a_row_taken_from_the_middle_of_a_lane_before_its_place_leaves_a_hole(
    owner: Owner,
) -> None:
    """Unplaced rows are protected by their lane's counting and by those that follow."""
    (first,) = owner.ask("SELECT id FROM audit_entry ORDER BY lane_number DESC LIMIT 2")[1]
    owner.run("DELETE FROM audit_waiting WHERE entry_id = %s", first)
    owner.run("DELETE FROM audit_entry WHERE id = %s", first)
    write()

    assert verify_audit().first_fault["kind"] == "lane_has_hole"  # type: ignore[index]


def test_a_placed_row_put_among_the_waiting_does_not_stop_the_sequencer(owner: Owner) -> None:
    """Somebody with the app's own rights cannot halt the order."""
    owner.run("INSERT INTO audit_waiting VALUES (%s, 5)", owner.placed())

    assert sequence_entries(now=NOON) == 2
    assert Link.objects.count() == Entry.objects.count()
