"""Collecting audit rows and writing them with the transaction they describe.

A unit is one transaction. Rows recorded inside are written in one insert just before it commits;
an inner unit that is rolled back takes its rows with it. Reads are gathered per model and become
one row a model, however many records were listed.
"""

import os
import threading
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from homeward.audit.models import Entry
from homeward.audit.sealing import mac_of


class NoUnit(RuntimeError):
    """Something was recorded outside `audit.unit()`."""


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What is true of the whole request or job: its id and its session's short digest."""

    request_id: str = ""
    session_ref: str = ""


@dataclass(slots=True)
class _Seen:
    actor: Any
    purpose: str
    record_ids: dict[UUID, None] = field(default_factory=dict)
    client_ids: dict[UUID, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Unit:
    is_inside: bool = False
    is_snapshot: bool = False
    is_written: bool = False
    entries: list[Entry] = field(default_factory=list)
    seen: dict[tuple[str, str, str], _Seen] = field(default_factory=dict)


class _Lane(threading.local):
    """One thread's own numbering; a new thread or process begins a new lane at 1.

    No slots here: those of a `threading.local` are shared by all threads.
    """

    name = ""
    number = 0
    process = 0


_lane = _Lane()
_unit: ContextVar[_Unit | None] = ContextVar("audit_unit", default=None)
NO_CIRCUMSTANCE = Circumstance()
# Who asks as nobody leaves no thread to a browser, and so to whoever is signed in there.
NAMELESS = "public"
circumstance: ContextVar[Circumstance] = ContextVar(
    "audit_circumstance",
    default=NO_CIRCUMSTANCE,
)


def begin_lane() -> None:
    """Start numbering afresh, as a new process would."""
    _lane.name = ""


@contextmanager
def unit(*, is_snapshot: bool = False) -> Iterator[None]:
    """One transaction with its audit rows; nested units are savepoints of the outer one.

    `is_snapshot`: everything in it is read as of one instant (an outermost unit only).

    A nested unit that is undone takes its rows with it, except the refusals among them: that
    somebody tried stays true.
    """
    outer = _unit.get()
    if outer is not None:
        mark = len(outer.entries)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            outer.entries[mark:] = [item for item in outer.entries[mark:] if not item.permitted]
            raise
        return
    current = _Unit(is_inside=connection.in_atomic_block, is_snapshot=is_snapshot)
    token = _unit.set(current)
    try:
        with transaction.atomic():
            if is_snapshot and not current.is_inside:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
            _write(current)
            # What runs on commit is outside: its own rows need a unit of their own.
            _unit.set(None)
    except BaseException:
        if current.is_written:
            # Whether the commit reached the server may be unknown, and so is the next number.
            begin_lane()
        raise
    finally:
        _unit.reset(token)


def reads_the_present() -> bool:
    """Whether each statement here sees what was committed before it, not one earlier instant."""
    current = _unit.get()
    return current is None or not current.is_snapshot


def record(
    code: str,
    *,
    actor: Any,
    subject: Any = None,
    at: datetime,
    client_id: UUID | None = None,
    fields: Iterable[str] = (),
    reason: str = "",
    permitted: bool = True,
    purpose: str = "",
) -> None:
    """Say that `actor` did `code` to `subject`; raises NoUnit outside a unit."""
    current = _unit.get()
    if current is None:
        raise NoUnit(code)
    client = client_id or getattr(subject, "client_id", None)
    entry = _entry(code, actor=actor, at=at, purpose=purpose)
    entry.record = subject._meta.label_lower if subject is not None else ""
    entry.record_ids = [subject.pk] if isinstance(getattr(subject, "pk", None), UUID) else []
    entry.client_ids = [_uuid(client)] if client else []
    entry.fields = list(fields)
    entry.reason = reason[:200]
    entry.permitted = permitted
    current.entries.append(entry)


def saw(
    label: str,
    *,
    actor: Any,
    purpose: str,
    record_ids: Iterable[UUID],
    client_ids: Iterable[UUID],
) -> None:
    """Gather a read of protected rows; outside a unit it is written at once, in its own."""
    current = _unit.get()
    if current is None:
        with unit():
            saw(
                label,
                actor=actor,
                purpose=purpose,
                record_ids=record_ids,
                client_ids=client_ids,
            )
        return
    key = (label, str(actor.ref), purpose)
    seen = current.seen.setdefault(key, _Seen(actor, purpose))
    seen.record_ids.update(dict.fromkeys(map(_uuid, record_ids)))
    seen.client_ids.update(dict.fromkeys(map(_uuid, client_ids)))


def _uuid(value: Any) -> UUID:
    """The form in which the database gives it back, so that the mac of both is the same."""
    return value if isinstance(value, UUID) else UUID(str(value))


def _entry(code: str, *, actor: Any, at: datetime, purpose: str) -> Entry:
    about = circumstance.get()
    return Entry(
        id=uuid.uuid4(),
        at=at,
        request_id=about.request_id,
        session_ref="" if actor.kind == NAMELESS else about.session_ref,
        account_id=_uuid(actor.account_id) if actor.account_id else None,
        actor_kind=actor.kind,
        actor_ref=str(actor.ref),
        code=code,
        purpose=str(purpose or ""),
    )


def _write(current: _Unit) -> None:
    """Number, seal and insert the unit's rows."""
    for (label, _, purpose), seen in current.seen.items():
        entry = _entry("core.records.read", actor=seen.actor, at=datetime.now(UTC), purpose=purpose)
        entry.record = label
        entry.record_ids = list(seen.record_ids)
        entry.client_ids = list(seen.client_ids)
        current.entries.append(entry)
    if not current.entries:
        return
    if current.is_inside:
        # A transaction that somebody else opened may be undone later without telling us; rows
        # in a lane of their own leave no hole then.
        lane, number = uuid.uuid4().hex, 0
    else:
        if _lane.process != os.getpid() or not _lane.name:
            _lane.name, _lane.number, _lane.process = uuid.uuid4().hex, 0, os.getpid()
        lane, number = _lane.name, _lane.number
        _lane.number += len(current.entries)
    current.is_written = True
    for position, entry in enumerate(current.entries, start=1):
        entry.lane = lane
        entry.lane_number = number + position
        entry.mac = mac_of(entry)
    Entry.objects.bulk_create(current.entries)
