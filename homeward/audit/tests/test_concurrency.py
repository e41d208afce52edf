"""Many hands at once, with everything that can go wrong between them: never a false alarm."""

import os
import random
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from homeward import audit
from homeward.audit.models import Entry, Link
from homeward.audit.sequencing import sequence_entries
from homeward.audit.verification import verify_audit
from homeward.core.actors import Actor
from homeward.staff.models import Credential

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
THREADS = 8
ROUNDS = 40
pytestmark = pytest.mark.django_db(transaction=True)


class Changed(Exception):
    """The work was given up half-way."""


def note(code: str) -> None:
    audit.record(f"core.test.{code}", actor=Actor.of_service("test"), at=NOON)


def give_up_now() -> None:
    note("given_up")
    raise Changed


def finish(_: random.Random) -> None:
    with audit.unit():
        note("finished")
        with audit.unit():
            note("finished")


def give_up(_: random.Random) -> None:
    with audit.unit():
        note("given_up")
        raise Changed


def give_up_a_part(_: random.Random) -> None:
    with audit.unit():
        note("finished")
        try:
            with audit.unit():
                give_up_now()
        except Changed:
            note("finished")


def fail_at_commit(_: random.Random) -> None:
    """A deferred foreign key is checked last, when the rows are written and numbered."""
    with audit.unit():
        note("given_up")
        Credential.objects.create(worker_id=uuid4(), code="x", title="x", starts_on=NOON.date())


def be_cut_off(_: random.Random) -> None:
    url = os.environ["HOMEWARD_TEST_ADMIN_URL"]
    with psycopg.connect(url, autocommit=True) as server, audit.unit():
        note("given_up")
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            server.execute("SELECT pg_terminate_backend(%s)", cursor.fetchone())


def lose_the_answer_of_a_commit(_: random.Random) -> None:
    """The server has committed, but nobody here will ever hear of it."""
    commit = connection._commit

    def committed_unheard() -> None:
        commit()
        raise DatabaseError("the line went dead")

    connection._commit = committed_unheard
    try:
        with audit.unit():
            note("unheard")
    finally:
        del connection._commit
        connection.close()


def be_undone_from_outside(_: random.Random) -> None:
    with transaction.atomic():
        with audit.unit():
            note("given_up")
        raise Changed


def go_on_after_commit(_: random.Random) -> None:
    """What a library does once the change is safe is on record as well."""

    def later() -> None:
        with audit.unit():
            note("finished")

    with audit.unit():
        note("finished")
        transaction.on_commit(later)


def stumble_after_commit(_: random.Random) -> None:
    def later() -> None:
        raise Changed

    with audit.unit():
        note("unheard")
        transaction.on_commit(later)


WAYS: tuple[Callable[[random.Random], None], ...] = (
    finish,
    give_up,
    give_up_a_part,
    fail_at_commit,
    be_cut_off,
    lose_the_answer_of_a_commit,
    be_undone_from_outside,
    go_on_after_commit,
    stumble_after_commit,
)


def work(seed: int, faults: list[str]) -> None:
    chance = random.Random(seed)
    try:
        for turn in range(ROUNDS):
            way = WAYS[turn % len(WAYS)] if turn < len(WAYS) else chance.choice((finish, *WAYS))
            try:
                way(chance)
            except (Changed, DatabaseError) as fault:
                if way in (finish, give_up_a_part, go_on_after_commit):
                    faults.append(f"{way.__name__}: {fault!r}")
                connection.close()
    finally:
        connection.close()


def test_no_false_alarm_while_eight_threads_write_and_fail(settings: Any, tmp_path: Path) -> None:
    """Rollbacks, failed and unheard commits, killed connections, a sequencer at work beside."""
    settings.AUDIT_WITNESS_FILE = tmp_path / "heads.jsonl"
    faults: list[str] = []
    is_over = threading.Event()

    def keep_sequencing() -> None:
        while not is_over.is_set():
            sequence_entries(now=datetime.now(UTC), limit=7)
            time.sleep(0.005)
        connection.close()

    def keep_verifying() -> None:
        while not is_over.is_set():
            if found := verify_audit().first_fault:
                faults.append(str(found))
            time.sleep(0.02)
        connection.close()

    beside = [threading.Thread(target=item) for item in (keep_sequencing, keep_verifying)]
    writers = [threading.Thread(target=work, args=(n, faults)) for n in range(THREADS)]
    for thread in (*beside, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    is_over.set()
    for thread in beside:
        thread.join()
    while sequence_entries(now=NOON):
        pass
    result = verify_audit()

    assert faults == []
    assert (result.first_fault, result.unsequenced) == (None, 0)
    assert not Entry.objects.filter(code="core.test.given_up").exists()
    assert Entry.objects.filter(code="core.test.unheard").exists()
    assert Link.objects.count() == Entry.objects.count() > THREADS * ROUNDS / 2


def test_each_thread_counts_in_its_own_lane(settings: Any, tmp_path: Path) -> None:
    """Two threads never take the same number."""
    settings.AUDIT_WITNESS_FILE = tmp_path / "heads.jsonl"
    gate = threading.Barrier(2)

    def write_twice() -> None:
        for _ in range(2):
            with audit.unit():
                gate.wait()
                note("finished")
        connection.close()

    threads = [threading.Thread(target=write_twice) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    numbers = sorted(Entry.objects.values_list("lane_number", flat=True))
    assert (numbers, Entry.objects.values("lane").distinct().count()) == ([1, 1, 2, 2], 2)


def test_a_forked_process_counts_in_its_own_lane(settings: Any, tmp_path: Path) -> None:
    """The web server loads the application once and forks."""
    settings.AUDIT_WITNESS_FILE = tmp_path / "heads.jsonl"
    finish(random.Random())
    connection.close()
    child = os.fork()
    if child == 0:
        try:
            finish(random.Random())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    finish(random.Random())

    assert Entry.objects.values("lane").distinct().count() == 2
    assert verify_audit().first_fault is None
