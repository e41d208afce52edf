"""What the audit costs an action, and how long it takes to verify many rows.

Brings its own empty house, on the server that tests share: nothing there waits for a disk, so the
figures are of work, not of storage.
"""

import statistics
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"
ROWS, TRIES, WARMUP = 1_000_000, 300, 20
LANES, BATCH = 40, 20_000
# Targets of docs/performance.md: milliseconds an action, seconds a million rows.
MOST_MS, MOST_SECONDS_A_MILLION = 2.0, 20.0


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--rows", type=int, default=ROWS, help="how many audit rows to verify")
    parser.add_argument("--tries", type=int, default=TRIES, help="how often the action is timed")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Time both; exit 1 when the rows do not verify. The targets are printed, not enforced."""
    from homeward.testing.house import empty_house

    with empty_house():
        from django.conf import settings

        with tempfile.TemporaryDirectory() as folder:
            settings.AUDIT_WITNESS_FILE = Path(folder) / "heads.jsonl"
            return _measured(max(arguments.rows, 1), max(arguments.tries, 2))


def _measured(rows: int, tries: int) -> tuple[dict[str, Any], int]:
    from homeward.testing.stage import make_cast

    cast = make_cast()
    actions = {"write": _booking(cast), "read": _reading(cast)}
    overhead = {name: _overhead(act, tries) for name, act in actions.items()}
    began = time.perf_counter()
    _fill(cast, rows)
    filled = time.perf_counter()
    _sequence()
    sequenced = time.perf_counter()
    found = _verify()
    seconds = time.perf_counter() - sequenced
    answer = {
        "tries": tries,
        "action_ms": overhead,
        "target_ms": MOST_MS,
        "rows": found["rows"],
        "fill_seconds": round(filled - began, 1),
        "sequence_seconds": round(sequenced - filled, 1),
        "verify_seconds": round(seconds, 2),
        "rows_per_second": round(found["rows"] / seconds),
        "target_seconds": round(MOST_SECONDS_A_MILLION * found["rows"] / ROWS, 2),
        "verified": found,
    }
    return answer, frame.DONE if found["ok"] else frame.FAILED


def _booking(cast: Any) -> Callable[[], Any]:
    """Booking an appointment: one locked read, one new row, committed."""
    from homeward.progress.actions import book_appointment
    from homeward.testing.stage import NOON

    actor = cast.dana.actor

    def book() -> None:
        book_appointment(
            actor=actor, episode_id=cast.episode.pk, at=NOON + timedelta(days=7), place="",
            with_whom="Dr. Lane", kind="physician", confirmed_by="their desk", now=NOON,
        )  # fmt: skip

    return book


def _reading(cast: Any) -> Callable[[], Any]:
    """Reading one client's record with the people on the team."""
    from homeward import audit
    from homeward.kernel.purposes import Purpose
    from homeward.people.models import Client

    actor = cast.dana.actor

    def read() -> None:
        with audit.unit():
            client = Client.objects.for_actor(actor, Purpose.TREATMENT).get(pk=cast.jo.pk)
            list(client.team.all())

    return read


def _overhead(act: Callable[[], Any], tries: int) -> dict[str, float]:
    """The median and the 95th percentile with and without audit rows, in turns; milliseconds."""
    times: dict[bool, list[float]] = {True: [], False: []}
    for number in range(WARMUP + tries):
        for is_audited in (True, False):
            with _audit(is_on=is_audited):
                began = time.perf_counter()
                act()
                passed = (time.perf_counter() - began) * 1000
            if number >= WARMUP:
                times[is_audited].append(passed)
    medians = {key: statistics.median(values) for key, values in times.items()}
    tails = {key: statistics.quantiles(values, n=20)[-1] for key, values in times.items()}
    return {
        "with": round(medians[True], 2), "without": round(medians[False], 2),
        "added": round(medians[True] - medians[False], 2),
        "added_p95": round(tails[True] - tails[False], 2),
    }  # fmt: skip


@contextmanager
def _audit(*, is_on: bool) -> Iterator[None]:
    """Leave the audit as it is, or take its writing out for one call."""
    from homeward.audit import ledger

    written = ledger._write
    try:
        if not is_on:
            ledger._write = lambda current: None
        yield
    finally:
        ledger._write = written


def _fill(cast: Any, rows: int) -> None:
    """Rows as a clinic makes them, each sealed, in numbered lanes."""
    import uuid

    from homeward.audit.models import Entry
    from homeward.audit.sealing import mac_of
    from homeward.testing.stage import NOON

    actor, client = cast.dana.actor, cast.jo.pk
    lanes = [uuid.uuid4().hex for _ in range(LANES)]
    for start in range(0, rows, BATCH):
        batch = []
        for number in range(start, min(start + BATCH, rows)):
            entry = Entry(
                at=NOON + timedelta(milliseconds=number), lane=lanes[number % LANES],
                lane_number=number // LANES + 1, request_id=f"r{number}",
                account_id=actor.account_id, actor_kind=actor.kind, actor_ref=str(actor.ref),
                code="core.records.read", record="notes.clientnote", record_ids=[uuid.uuid4()],
                client_ids=[client], purpose="treatment",
            )  # fmt: skip
            entry.mac = mac_of(entry)
            batch.append(entry)
        Entry.objects.bulk_create(batch)
        print(f"{start + len(batch)} rows", file=sys.stderr, flush=True)


def _sequence() -> None:
    from homeward.audit.sequencing import sequence_entries
    from homeward.core import clock

    while sequence_entries(now=clock.now(), limit=BATCH):
        pass


def _verify() -> dict[str, Any]:
    from homeward.audit.verification import verify_audit

    return verify_audit().to_json()
