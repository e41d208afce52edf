"""Recomputing the whole audit: macs, order, chain, lane counters, heads and witnesses."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Max, Min, Count

from homeward.audit.models import Entry, Head, Link, Waiting
from homeward.audit.sealing import FIRST_CHAIN, is_head_signed, mac_of, next_chain

BATCH = 5000


@dataclass(frozen=True, slots=True)
class Verification:
    """What was recomputed, and the first thing that does not hold (None when all holds)."""

    rows: int
    unsequenced: int
    heads: int
    first_fault: dict[str, Any] | None

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


def verify_audit() -> Verification:
    """Recompute everything; any changed, removed, inserted or reordered row is a fault."""
    return Verification(
        rows=Entry.objects.count(),
        unsequenced=Entry.objects.count() - Link.objects.count(),
        heads=Head.objects.count(),
        first_fault=next(_faults(), None),
    )


def _faults() -> Iterator[dict[str, Any]]:
    yield from _chain_faults()
    yield from _unsequenced_faults()
    yield from _lane_faults()
    yield from _witness_faults()


def _chain_faults() -> Iterator[dict[str, Any]]:
    chain, expected = FIRST_CHAIN, 0
    heads = {head.size: head for head in Head.objects.all()}
    for links in _batches():
        entries = Entry.objects.in_bulk([link.entry_id for link in links])
        for link in links:
            expected += 1
            if link.number != expected:
                yield {"kind": "number_missing", "number": expected}
            entry = entries.get(link.entry_id)
            if entry is None:
                yield {"kind": "entry_removed", "number": link.number}
                return
            if mac_of(entry) != entry.mac:
                yield {"kind": "entry_changed", "number": link.number, "entry": str(entry.pk)}
            chain = next_chain(chain, link.number, entry.pk, entry.mac)
            if chain != link.chain:
                yield {"kind": "chain_broken", "number": link.number}
            if head := heads.pop(link.number, None):
                if head.chain != chain or not is_head_signed(
                    head.size, head.at, head.chain, head.signature
                ):
                    yield {"kind": "head_wrong", "number": head.size}
    for size in sorted(heads):
        yield {"kind": "chain_shortened", "number": size}


def _batches() -> Iterator[list[Link]]:
    last = 0
    while batch := list(Link.objects.filter(number__gt=last).order_by("number")[:BATCH]):
        yield batch
        last = batch[-1].number


def _unsequenced_faults() -> Iterator[dict[str, Any]]:
    linked = Link.objects.values("entry_id")
    waiting = set(Waiting.objects.values_list("entry_id", flat=True))
    for entry in Entry.objects.exclude(pk__in=linked).iterator(chunk_size=BATCH):
        if mac_of(entry) != entry.mac:
            yield {"kind": "entry_changed", "entry": str(entry.pk)}
        if entry.pk not in waiting:
            yield {"kind": "entry_inserted", "entry": str(entry.pk)}


def _lane_faults() -> Iterator[dict[str, Any]]:
    lanes = Entry.objects.values("lane").annotate(
        rows=Count("pk"), lowest=Min("lane_number"), highest=Max("lane_number")
    )
    for lane in lanes.order_by("lane"):
        if lane["lowest"] != 1 or lane["highest"] != lane["rows"]:
            yield {"kind": "lane_has_hole", "lane": lane["lane"]}


def _witness_faults() -> Iterator[dict[str, Any]]:
    path = Path(settings.AUDIT_WITNESS_FILE)
    if not path.exists():
        return
    chains = dict(Head.objects.values_list("size", "chain"))
    for line in path.read_text(encoding="utf-8").splitlines():
        head = json.loads(line)
        if chains.get(head["size"]) != head["chain"]:
            yield {"kind": "head_removed", "number": head["size"]}
