"""Entries of devices that had no network: taken in once each, with their true times."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.attendance.models import OfflineEntry
from homeward.attendance.rules.offline_entry import (
    TAKEN,
    entry_of,
    joined_words,
    true_time,
)
from homeward.attendance.sealing import CannotOpen, opened
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.asked import is_within_reach
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reached_of
from homeward.program.queries import numbers_for
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.timetable.models import GroupSession

OPENING = Actor.of_service("attendance.offline")
UNREADABLE, ANOTHERS = "unreadable", "anothers"
TO_DO = DutyKind(
    "offline_entry",
    _("Written without network, and not taken in"),
    (
        Disposition("entered", _("Entered by hand")),
        Disposition("not_needed", _("Not needed: it stands already"), True),
    ),
    _("Open what waits from your device, and enter by hand what is true."),
)
PLAIN = frozenset({"body", "shared"})
SAME_DAY = timedelta(hours=8)
Applying = Callable[["Entry"], UUID | None]


class OutOfReach(Refusal):
    """The seat, client or session of the entry is not within the writer's reach."""


class NotTaken(Refusal):
    """The entry's time lies outside the window, or ahead of now."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One opened entry: whose, what, when, for which session, with the fields of its form.

    `seen` are the texts by field that the device knew the server to have, or may have sent it;
    None when it knew none. `below` are texts that the same pad may have sent before.
    """

    key: UUID
    account_id: UUID
    session_id: UUID
    what: str
    said_at: datetime
    fields: Mapping[str, list[str]]
    client_id: UUID | None
    seen: tuple[Mapping[str, str], ...] | None
    below: tuple[Mapping[str, str], ...] = ()

    @property
    def text(self) -> str:
        """Everything typed, for the writer to see again."""
        return "\n".join(
            f"{name.removeprefix('section_')}: {value}" if name not in PLAIN else value
            for name, values in self.fields.items()
            for value in values
            if value and name not in {"seat", "client"}
        )

    def joined(self, name: str, stored: str) -> str | None:
        """What to keep in a field of words: these, with nothing lost of what is stored.

        None when both went on from the same text.
        """
        written = "\n".join(self.fields.get(name, []))
        if self.seen is None:
            earlier = [each[name] for each in self.below if name in each]
            return joined_words(stored, None, written, earlier)
        known = any(snapshot.get(name) == stored for snapshot in self.seen)
        return joined_words(stored, stored if known else "", written)


def read_entry(envelope: Mapping[str, Any], sent: datetime, now: datetime) -> Entry:
    """Open an envelope and set its time right by the server's clock; raises CannotOpen."""
    content = opened(envelope)
    try:
        fields: dict[str, list[str]] = {}
        for name, value in content["fields"]:
            fields.setdefault(str(name), []).append(str(value))
        said = true_time(datetime.fromisoformat(content["at"]).astimezone(UTC), sent, now)
        what = str(content["what"])[:12]
        if not what.isprintable() or not is_within_reach(said.date()):
            raise CannotOpen
        client = content.get("client")
        seen = content.get("seen")
        return Entry(
            key=UUID(str(envelope["key"])),
            account_id=UUID(content["account"]),
            session_id=UUID(content["session"]),
            what=what,
            said_at=said,
            fields=fields,
            client_id=UUID(client) if client else None,
            seen=None if seen is None else tuple(dict(each) for each in seen),
            below=tuple(dict(each) for each in content.get("below") or ()),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as fault:
        raise CannotOpen from fault


@action
def take_in(
    *, actor: Actor, envelope: Mapping[str, Any], sent: datetime, now: datetime, apply: Applying
) -> tuple[str, str]:
    """Take one entry in: (outcome, code). The same key acts once, and gets its first answer again.

    Refused entries stay with their words for their writer, who gets a to-do; an entry of another
    account is left on the device for that person.
    """
    try:
        entry = read_entry(envelope, sent, now)
    except CannotOpen:
        return UNREADABLE, ""
    if entry.account_id != actor.account_id or actor.worker_id is None:
        return ANOTHERS, ""
    if (known := OfflineEntry.objects.filter(key=entry.key).first()) is not None:
        return _as_before(known, actor)
    session = GroupSession.objects.select_related("program").filter(pk=entry.session_id).first()
    if session is None:
        return UNREADABLE, ""
    try:
        with audit.unit():
            row = OfflineEntry.objects.create(
                key=entry.key, account_id=entry.account_id, worker_id=actor.worker_id,
                session=session, client_id=_within_reach(actor, entry.client_id), what=entry.what,
                said_at=entry.said_at, received_at=now, outcome=OfflineEntry.Outcome.APPLIED,
            )  # fmt: skip
    except IntegrityError:  # the same entry, sent twice at once: the other one acted
        return _as_before(OfflineEntry.objects.get(key=entry.key), actor)
    try:
        with audit.unit():
            window = numbers_for(session.program, session.on)["offline_window_hours"]
            decision = entry_of(entry.said_at, now, window)
            if decision.outcome != TAKEN:
                raise NotTaken
            row.client_id = apply(entry) or row.client_id
            row.save(update_fields=["client_id"])
    except Refusal as refusal:
        _refuse(actor, row, entry, refusal.codes[0], now)
    except ObjectDoesNotExist:
        _refuse(actor, row, entry, OutOfReach().codes[0], now)
    audit.record(
        f"attendance.offline.{row.outcome}", actor=actor, subject=row, at=now, reason=row.code,
        client_id=row.client_id,
    )  # fmt: skip
    return row.outcome, row.code


@action
def settle_entry(*, actor: Actor, entry_id: UUID, now: datetime) -> OfflineEntry:
    """The writer has dealt with a refused entry; its words go. DoesNotExist for anybody else."""
    if actor.account_id is None:
        raise OfflineEntry.DoesNotExist
    rows = OfflineEntry.objects.select_for_update().filter(account_id=actor.account_id)
    row = rows.get(pk=entry_id, outcome=OfflineEntry.Outcome.REFUSED)
    if row.settled_at is None:
        row.words = ""
        row.settled_at = now
        row.save(update_fields=["words", "settled_at"])
        audit.record("attendance.offline.settled", actor=actor, subject=row, at=now)
    return row


def waiting_entries(actor: Actor) -> list[OfflineEntry]:
    """What came from the actor's devices, was not taken in, and waits for them."""
    if actor.account_id is None:
        return []
    rows = OfflineEntry.objects.filter(
        account_id=actor.account_id, outcome=OfflineEntry.Outcome.REFUSED, settled_at=None
    )
    return list(rows.select_related("session__site").order_by("received_at"))


def _as_before(row: OfflineEntry, actor: Actor) -> tuple[str, str]:
    return (row.outcome, row.code) if row.account_id == actor.account_id else (ANOTHERS, "")


def _within_reach(actor: Actor, client_id: UUID | None) -> UUID | None:
    """The client an entry names, where its writer keeps their schedule: anybody can seal any id."""
    found = reached_of(actor, [client_id] if client_id else [], RecordClass.SCHEDULE, Access.WRITE)
    return next(iter(found), None)


def _refuse(actor: Actor, row: OfflineEntry, entry: Entry, code: str, now: datetime) -> None:
    row.outcome, row.code, row.words = OfflineEntry.Outcome.REFUSED, code[:60], entry.text
    row.save(update_fields=["outcome", "code", "words"])
    client = None
    if row.client_id and code != OutOfReach().codes[0]:
        reach = Client.objects.for_actor(OPENING, Purpose.OPERATIONS)
        client = reach.filter(pk=row.client_id).first()
    if client is not None:
        open_duty(
            actor=actor, client=client, kind=TO_DO.code, urgency=CareTask.Urgency.SAME_DAY,
            owner_id=row.worker_id, due_at=now + SAME_DAY, origin=f"{TO_DO.code}:{row.key}",
            detail={"session": str(row.session_id), "code": code}, now=now,
        )  # fmt: skip
