"""Giving every entry its place, off the request path.

One sequencer at a time (an advisory lock), taking only rows older than every running transaction,
so that no later commit can slip in before a number already given.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from homeward.audit.models import Head, Link, Waiting
from homeward.audit.sealing import FIRST_CHAIN, next_chain, sign_head

LOCK = 7_304_118
HEAD_EVERY = timedelta(minutes=1)

# Rows of transactions that are surely over. A number above the current one was given by an older
# database cluster, before a restore, and is over as well.
WAITING = """
SELECT e.id, e.mac
  FROM audit_waiting w JOIN audit_entry e ON e.id = w.entry_id
 WHERE w.transaction_number < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
    OR w.transaction_number > (pg_snapshot_xmax(pg_current_snapshot())::text)::bigint
 ORDER BY w.transaction_number, e.lane, e.lane_number
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
        for entry_id, mac in waiting:
            number += 1
            chain = next_chain(chain, number, entry_id, mac)
            links.append(Link(number=number, entry_id=entry_id, chain=chain))
        Link.objects.bulk_create(links)
        Waiting.objects.filter(entry_id__in=[link.entry_id for link in links]).delete()
        _sign_when_due(number, chain, now)
    return len(links)


def _sign_when_due(size: int, chain: str, now: datetime) -> None:
    last = Head.objects.order_by("-size").first()
    if size == 0 or (last and (last.size == size or now - last.at < HEAD_EVERY)):
        return
    head = Head.objects.create(size=size, at=now, chain=chain, signature=sign_head(size, now, chain))
    _witness(head)


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
