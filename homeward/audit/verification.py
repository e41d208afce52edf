"""Recomputing the whole audit: macs, order, chain, lane counters, heads and witnesses.

All is read in one snapshot, so that it may run beside a clinic at work. The files outside the
database are read before it: what they know of was committed by then.

What this cannot see: rows taken, before they had a place in the chain, from the end of their lane.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from homeward.audit.models import Entry, Head, Link
from homeward.audit.sealing import (
    FIRST_CHAIN,
    SEALED_FIELDS,
    is_head_signed,
    mac_of_values,
    next_chain,
)
from homeward.audit.sequencing import tip_file

BATCH = 5000
Fault = dict[str, Any]

_TEXTS = {"id": "e.id::text", "account_id": "e.account_id::text"}
_TEXTS |= {name: f"e.{name}::text[]" for name in ("record_ids", "client_ids", "fields")}
_TEXTS["at"] = "(extract(epoch FROM e.at) * 1000000)::bigint"
SEALED = ", ".join(_TEXTS.get(name, f"e.{name}") for name in SEALED_FIELDS)

CHAIN = f"""
SELECT l.number, l.entry_id::text, l.chain, e.transaction_number, e.mac, {SEALED}
  FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id
 ORDER BY l.number
"""
UNPLACED = f"""
SELECT w.transaction_number, e.transaction_number, e.mac, {SEALED}
  FROM audit_entry e LEFT JOIN audit_waiting w ON w.entry_id = e.id
 WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)
"""
LOST_WAITING = """
SELECT w.entry_id::text
  FROM audit_waiting w
 WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE e.id = w.entry_id)
    OR EXISTS (SELECT FROM audit_link l WHERE l.entry_id = w.entry_id)
 LIMIT 1
"""
LANES = """
SELECT lane FROM audit_entry GROUP BY lane
HAVING min(lane_number) <> 1 OR max(lane_number) <> count(*) ORDER BY lane LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was recomputed, and the first thing that does not hold (None when all holds)."""

    rows: int
    unsequenced: int
    heads: int
    first_fault: Fault | None

    @property
    def is_whole(self) -> bool:
        return self.first_fault is None

    def to_json(self) -> dict[str, Any]:
        return {
            "ok": self.is_whole,
            "rows": self.rows,
            "unsequenced": self.unsequenced,
            "heads": self.heads,
            "first_fault": self.first_fault,
        }


@dataclass(frozen=True, slots=True)
class _Witnesses:
    """Chain values by length, as the files outside the database keep them."""

    heads: dict[int, str]
    tip: dict[int, str]
    fault: Fault | None


def verify_audit() -> Verification:
    """Recompute everything; any changed, removed, inserted or reordered row is a fault."""
    witnesses = _witnesses()
    with _one_snapshot():
        rows = Entry.objects.count()
        return Verification(
            rows=rows,
            unsequenced=rows - Link.objects.count(),
            heads=Head.objects.count(),
            first_fault=next(_faults(witnesses), None),
        )


@contextmanager
def _one_snapshot() -> Iterator[None]:
    is_ours = not connection.in_atomic_block
    with transaction.atomic():
        if is_ours:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _faults(witnesses: _Witnesses) -> Iterator[Fault]:
    if witnesses.fault is not None:
        yield witnesses.fault
    yield from _chain_faults(witnesses)
    yield from _unplaced_faults()
    for (entry_id,) in _rows(LOST_WAITING):
        yield {"kind": "waiting_wrong", "entry": entry_id}
    for (lane,) in _rows(LANES):
        yield {"kind": "lane_has_hole", "lane": lane}


def _chain_faults(witnesses: _Witnesses) -> Iterator[Fault]:
    heads = {head.size: head for head in Head.objects.all()}
    witnessed = [dict(witnesses.heads), dict(witnesses.tip)]
    chain = FIRST_CHAIN
    for expected, row in enumerate(_rows(CHAIN), start=1):
        number, entry_id, kept_chain, transaction_number, mac, *sealed = row
        if number != expected:
            yield {"kind": "number_missing", "number": expected}
        if mac is None:
            yield {"kind": "entry_removed", "number": number}
            return
        if mac_of_values(sealed) != mac:
            yield {"kind": "entry_changed", "number": number, "entry": entry_id}
        chain = next_chain(chain, number, entry_id, transaction_number, mac)
        if chain != kept_chain:
            yield {"kind": "chain_broken", "number": number}
        head = heads.pop(number, None)
        if head and (
            head.chain != chain
            or not is_head_signed(head.size, head.at, head.chain, head.signature)
        ):
            yield {"kind": "head_wrong", "number": number}
        if any(kept.pop(number, chain) != chain for kept in witnessed):
            yield {"kind": "chain_rewritten", "number": number}
    for size in sorted({*heads, *witnessed[0], *witnessed[1]}):
        yield {"kind": "chain_shortened", "number": size}
    kept = set(Head.objects.values_list("size", flat=True))
    for size in sorted(witnesses.heads.keys() - kept):
        yield {"kind": "head_removed", "number": size}


def _unplaced_faults() -> Iterator[Fault]:
    for waiting_number, transaction_number, mac, *sealed in _rows(UNPLACED):
        entry_id = sealed[0]
        if mac_of_values(sealed) != mac:
            yield {"kind": "entry_changed", "entry": entry_id}
        if waiting_number is None:
            yield {"kind": "entry_inserted", "entry": entry_id}
        elif waiting_number != transaction_number:
            yield {"kind": "waiting_wrong", "entry": entry_id}


def _rows(sql: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a statement, a batch at a time, however many there are."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql)
        while batch := cursor.fetchmany(BATCH):
            yield from batch


def _witnesses() -> _Witnesses:
    heads: dict[int, str] = {}
    path, fault = Path(settings.AUDIT_WITNESS_FILE), None
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    # A last line without its end is being written, or was when the power went.
    for number, line in enumerate(text.split("\n")[:-1], start=1):
        head = _parsed(line)
        if head is None or heads.setdefault(head[0], head[1]) != head[1]:
            fault = fault or {"kind": "witness_damaged", "line": number}
    tip = _parsed(tip_file().read_text(encoding="utf-8")) if tip_file().exists() else None
    return _Witnesses(heads, dict([tip]) if tip else {}, fault)


def _parsed(text: str) -> tuple[int, str] | None:
    try:
        found = json.loads(text)
        return int(found["size"]), str(found["chain"])
    except (ValueError, KeyError, TypeError):
        return None
