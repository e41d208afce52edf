"""Check-ins that a phone kept without a network: opened, their time set right, kept once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.rules.offline_entry import true_time
from homeward.attendance.sealing import CannotOpen, opened
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.asked import is_within_reach
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.core.submissions import when_answered
from homeward.instruments import checking_in
from homeward.instruments.models import CheckIn
from homeward.portal.forms import USED, CheckInForm
from homeward.portal.own import Own

KEPT, KNOWN, ANOTHERS, REFUSED, UNREADABLE = "kept", "known", "anothers", "refused", "unreadable"
# A form whose answer was lost on its way is kept already; the phone could not know.
SAME_SENDING = 120  # seconds
ROUTE = "portal:check_in"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one entry, and what to tell its writer."""

    outcome: str
    words: str = ""
    needs_help: bool = False

    @property
    def is_kept(self) -> bool:
        return self.outcome in (KEPT, KNOWN)


@dataclass(frozen=True, slots=True)
class _Entry:
    key: UUID
    account_id: UUID
    said_at: datetime
    data: QueryDict


def take_in(*, actor: Actor, envelope: Mapping[str, Any], sent: datetime, now: datetime) -> Taken:
    """Keep one check-in with the time it was made; sent again it is the same one.

    `sent` is when the phone says it sent: its clock is put right by how far that is off. An entry
    of another account stays on the phone for that person.
    """
    try:
        entry = _read(envelope, sent, now)
    except CannotOpen:
        return Taken(UNREADABLE, _("One check-in from this phone could not be read. It is gone."))
    if entry.account_id != actor.account_id or actor.client_id is None:
        return Taken(ANOTHERS)
    first = when_answered(entry.data.get("form_key", ""), actor.account_id, ROUTE)
    if first is not None and abs((first - entry.said_at).total_seconds()) <= SAME_SENDING:
        return Taken(KNOWN)
    form = CheckInForm(entry.data)
    form.is_valid()  # an answer out of its scale is left out; the others were meant
    given = form.cleaned_data
    wants_help = given.get("wants_help", False)
    try:
        row = checking_in.check_in(
            actor=actor,
            client_id=actor.client_id,
            craving=given.get("craving"),
            mood=given.get("mood"),
            sleep_hours=given.get("sleep_hours"),
            used=USED.get(given.get("used", "")),
            word=given.get("word", ""),
            wants_help=wants_help,
            in_danger=given.get("in_danger") or None,
            entry_key=entry.key,
            said_at=entry.said_at,
            now=now,
        )
    except Refusal as refusal:
        return Taken(REFUSED, " ".join(str(words_for(code)) for code in refusal.codes))
    return _told(Own.of(actor), row, wants_help=wants_help)


def _told(own: Own, row: CheckIn, *, wants_help: bool) -> Taken:
    at = own.at_wall(row.at)
    time = date_format(at, "H:i" if at.date() == own.today else "l H:i")
    if row.in_danger:
        words = _("Your check-in of %(time)s is here. Somebody is told now and comes or calls.")
    elif wants_help:
        words = _("Your check-in of %(time)s is here. Your counselor is told now and will call.")
    else:
        words = _("Your check-in of %(time)s is here now.")
    return Taken(KEPT, words % {"time": time}, bool(row.in_danger) or wants_help)


def _read(envelope: Mapping[str, Any], sent: datetime, now: datetime) -> _Entry:
    content = opened(envelope)
    try:
        data = QueryDict(mutable=True)
        for name, value in content["fields"]:
            data.appendlist(str(name), str(value).replace("\x00", ""))
        said = true_time(datetime.fromisoformat(content["at"]).astimezone(UTC), sent, now)
        if content["what"] != "check_in" or not is_within_reach(clock.local_day(said)):
            raise CannotOpen
        return _Entry(UUID(str(envelope["key"])), UUID(content["account"]), said, data)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as fault:
        raise CannotOpen from fault
