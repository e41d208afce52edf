"""Giving every entry its place, off the request path.

One sequencer at a time (an advisory lock). What was signed is copied to files outside the database
once it is committed, never before: a head that a failed commit undid must not be missed later.
"""

import json
import os
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from homeward.audit.models import Head, Link
from homeward.audit.sealing import FIRST_CHAIN, next_chain, sign_head

LOCK = 7_304_118
HEAD_EVERY = timedelta(minutes=1)

# What is seen here is committed. Older transactions that still run are not waited for: one left
# open would keep every row without a place, and so without its protection. What has a place keeps
# it, whoever put it among the waiting again.
WAITING = """
SELECT e.id, e.transaction_number, e.mac
  FROM audit_waiting w JOIN audit_entry e ON e.id = w.entry_id
 WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)
 ORDER BY e.transaction_number, e.lane, e.lane_number
 LIMIT %s
"""


def sequence_entries(*, now: datetime, limit: int = 5000) -> int:
    """Number and chain up to `limit` entries; returns how many. Safe to run at any time."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
            if not cursor.fetchone()[0]:
                return 0
            cursor.execute(WAITING, [limit])
            waiting = cursor.fetchall()
        last = Link.objects.order_by("-number").first()
        number, chain = (last.number, last.chain) if last else (0, FIRST_CHAIN)
        links = []
        for entry_id, transaction_number, mac in waiting:
            number += 1
            chain = next_chain(chain, number, entry_id, transaction_number, mac)
            links.append(Link(number=number, entry_id=entry_id, chain=chain))
        Link.objects.bulk_create(links)
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM audit_waiting WHERE entry_id = ANY(%s)",
                [[link.entry_id for link in links]],
            )
        if links:
            tip = {"size": number, "chain": chain}
            transaction.on_commit(partial(_keep_tip, tip))
        _sign_when_due(number, chain, now)
    return len(links)


def tip_file() -> Path:
    """Where the end of the chain is kept between two heads."""
    return Path(settings.AUDIT_WITNESS_FILE).with_suffix(".tip.json")


def _sign_when_due(size: int, chain: str, now: datetime) -> None:
    last = Head.objects.order_by("-size").first()
    if size == 0 or (last and (last.size == size or abs(now - last.at) < HEAD_EVERY)):
        return
    signature = sign_head(size, now, chain)
    head = Head.objects.create(size=size, at=now, chain=chain, signature=signature)
    transaction.on_commit(partial(_witness, head))


def _witness(head: Head) -> None:
    """Copy the head to a file outside the database, so a shortened chain is noticed."""
    path = Path(settings.AUDIT_WITNESS_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    line = {
        "size": head.size,
        "at": head.at.isoformat(),
        "chain": head.chain,
        "signature": head.signature,
    }
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def _keep_tip(tip: dict[str, Any]) -> None:
    """Replace the kept end of the chain; an older one that comes late is true as well."""
    path = tip_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_text(json.dumps(tip), encoding="utf-8")
    fresh.replace(path)
