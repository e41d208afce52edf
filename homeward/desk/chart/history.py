"""The history of one record, from the audit: what was done, and who looked, day by day.

Everything one person looked at in one day is one line; so is the same change made again and again
in one sitting. Everything else has its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.audit.models import Entry
from homeward.core.actors import Actor
from homeward.core.asked import instant
from homeward.core.code_words import record_words, words_for_code
from homeward.core.components import Act, Moment, Tab
from homeward.people.models import Client
from homeward.staff.models import Worker

MOST_READ = 800
READ = "core.records.read"
KINDS_NAMED = 6
SITTING = timedelta(minutes=30)
SHOWN = ("", "changes", "looks")


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the record, newest moment first."""

    title: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class History:
    """As many whole days as the newest entries hold, and the way to older ones."""

    days: tuple[Day, ...]
    filters: tuple[Tab, ...]
    older: Act | None

    @classmethod
    def of(cls, actor: Actor, client: Client, asked: dict[str, str]) -> "History":
        """Newest first; identifiers become names of workers, never more."""
        show = asked.get("show", "")
        show = show if show in SHOWN else ""
        rows = Entry.objects.filter(client_ids__contains=[client.pk])
        if show:
            rows = rows.filter(code=READ) if show == "looks" else rows.exclude(code=READ)
        if before := instant(asked.get("before", "")):
            rows = rows.filter(at__lt=before)
        entries = list(rows.order_by("-at")[: MOST_READ + 1])
        entries, rest = _whole_days(entries)
        here = reverse("desk:chart_history", args=[client.pk])
        names = _names(entries)
        return cls(
            days=tuple(
                Day(date_format(day, "l j F Y"), tuple(_moments(of_day, names)))
                for day, of_day in _by_day(entries)
            ),
            filters=tuple(
                Tab(label, f"{here}?show={code}" if code else here, code == show)
                for code, label in zip(
                    SHOWN, (_("Everything"), _("Changes"), _("Who looked")), strict=True
                )
            ),
            older=_older(here, show, rest),
        )


@dataclass(slots=True)
class _Look:
    """What one person looked at in one day."""

    last: datetime
    first: datetime
    pages: set[str] = field(default_factory=set)
    records: dict[str, None] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        self.first = entry.at
        self.pages.add(entry.request_id or str(entry.pk))
        self.records[entry.record] = None

    def as_moment(self, by: str) -> Moment:
        count = len(self.pages)
        looked = ngettext("Looked at this record", "Looked at this record %(count)s times", count)
        kinds = list(dict.fromkeys(filter(None, map(record_words, self.records))))
        named = ", ".join(kinds[:KINDS_NAMED])
        if len(kinds) > KINDS_NAMED:
            named = _("%(named)s and %(more)s more kinds") % {
                "named": named, "more": len(kinds) - KINDS_NAMED,
            }  # fmt: skip
        return Moment(
            when=_span(self.first, self.last),
            what=looked % {"count": count},
            by=by,
            detail=named,
            machine_time=self.last.isoformat(),
        )


@dataclass(slots=True)
class _Change:
    """One thing that was done, or the same thing done several times in one sitting."""

    entry: Entry
    first: datetime
    count: int = 1

    def takes(self, entry: Entry) -> bool:
        """Count an earlier entry in, unless a pause lies between."""
        if self.first - entry.at > SITTING:
            return False
        self.first, self.count = entry.at, self.count + 1
        return True

    def as_moment(self, by: str) -> Moment:
        what = words_for_code(self.entry.code, self.entry.record)
        again = ngettext("%(what)s", "%(what)s, %(count)s times", self.count)
        return Moment(
            when=_span(self.first, self.entry.at),
            what=again % {"what": what, "count": self.count},
            by=by,
            tone="done" if self.entry.permitted else "urgent",
            machine_time=self.entry.at.isoformat(),
        )


def _moments(entries: list[Entry], names: dict[str, str]) -> Iterable[Moment]:
    looks: dict[str, _Look] = {}
    changes: dict[tuple[str, str, str, bool], _Change] = {}
    found: list[tuple[str, _Look | _Change]] = []
    for entry in entries:
        by = names.get(entry.actor_ref) or _kind_words(entry.actor_kind)
        if entry.code == READ:
            look = looks.get(by)
            if look is None:
                look = looks[by] = _Look(entry.at, entry.at)
                found.append((by, look))
            look.add(entry)
            continue
        same = (by, entry.code, entry.record, entry.permitted)
        if same in changes and changes[same].takes(entry):
            continue
        changes[same] = _Change(entry, entry.at)
        found.append((by, changes[same]))
    for by, item in found:
        yield item.as_moment(by)


def _by_day(entries: list[Entry]) -> Iterable[tuple[date, list[Entry]]]:
    days: dict[date, list[Entry]] = {}
    for entry in entries:
        days.setdefault(timezone.localtime(entry.at).date(), []).append(entry)
    return days.items()


def _whole_days(entries: list[Entry]) -> tuple[list[Entry], Entry | None]:
    """The entries of whole days, and the first that was left off; one day alone may be cut."""
    if len(entries) <= MOST_READ:
        return entries, None
    last_day = timezone.localtime(entries[-1].at).date()
    whole = [entry for entry in entries if timezone.localtime(entry.at).date() != last_day]
    kept = whole or entries[:MOST_READ]
    return kept, entries[len(kept)]


def _names(entries: list[Entry]) -> dict[str, str]:
    refs = {entry.actor_ref for entry in entries if entry.actor_kind == "staff"}
    return {str(worker.pk): worker.name for worker in Worker.objects.filter(pk__in=refs)}


def _older(here: str, show: str, rest: Entry | None) -> Act | None:
    if rest is None:
        return None
    # The moment after the first one left off, so that it comes first on the next page.
    asked = {"before": (rest.at + timedelta(microseconds=1)).isoformat()}
    if show:
        asked["show"] = show
    return Act(_("Older days"), f"{here}?{urlencode(asked)}")


def _span(first: datetime, last: datetime) -> str:
    begun, ended = (time_format(timezone.localtime(at), "H:i") for at in (first, last))
    return ended if begun == ended else f"{begun}–{ended}"


def _kind_words(kind: str) -> str:
    words = {
        "client": _("the client"),
        "family": _("a family member"),
        "agency": _("an agency"),
        "service": _("Homeward itself"),
    }
    return words.get(kind, "")
