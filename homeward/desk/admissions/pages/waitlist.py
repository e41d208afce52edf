"""The wait list in the order of the law, each with the clocks that run for them."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import queries
from homeward.admissions.models import WaitListEntry
from homeward.admissions.prioritising import (
    interim_starts,
    priority_numbers,
    priority_with,
    urgency,
)
from homeward.admissions.words import PRIORITIES
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.admissions.naming import name_of
from homeward.desk.admissions.times import waited, when
from homeward.desk.words import initials_of
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass


@dataclass(frozen=True, slots=True)
class Clock:
    """One limit: what it is, by when, and how it stands."""

    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person on the list."""

    position: int
    number: str
    name: str
    initials: str
    url: str
    fact: str
    sub: str
    clocks: tuple[Clock, ...]
    decision: Decision
    is_first: bool
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class WaitList:
    """Everybody who waits, in order."""

    lines: tuple[Waiting, ...]
    back: Act

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "WaitList":
        """The list an actor may see; the order is the law's, then the first call."""
        entries = queries.wait_list(actor)
        rows = [each.inquiry for each in entries]
        begun = interim_starts(rows)
        numbers = {each: priority_numbers(each, now) for each in {row.program_id for row in rows}}
        decided = []
        for entry in entries:
            row, at = entry.inquiry, begun.get(entry.inquiry_id)
            decided.append((entry, priority_with(row, numbers[row.program_id], at)))
        decided.sort(key=lambda each: urgency(each[0].inquiry, each[1]))
        writes = may(actor.roles, RecordClass.INQUIRIES, Access.WRITE)
        return cls(
            lines=tuple(
                _line(place, entry, decision, begun.get(entry.inquiry_id), now, writes)
                for place, (entry, decision) in enumerate(decided, start=1)
            ),
            back=Act(_("Back to admissions"), reverse("desk:admissions")),
        )


def _line(
    place: int,
    entry: WaitListEntry,
    decision: Decision,
    begun: datetime | None,
    now: datetime,
    writes: bool,
) -> Waiting:
    row = entry.inquiry
    name = name_of(row)
    url = reverse("desk:admissions_case", args=[row.pk])
    acts = (
        Act(_("Give a service"), reverse("desk:admissions_interim", args=[row.pk]), about=name),
        Act(_("Reached"), reverse("desk:admissions_reached", args=[row.pk]), about=name),
    )
    return Waiting(
        position=place,
        number=entry.number,
        name=name,
        initials=initials_of(name),
        url=url,
        fact=str(PRIORITIES[decision.outcome]),
        sub=" · ".join(
            (
                entry.number,
                _("waiting %(time)s since the first call")
                % {"time": waited(row.first_request_at, now)},
                _("last contact %(when)s") % {"when": when(entry.last_contact_at)},
            )
        ),
        clocks=tuple(clocks_of(decision, begun, now)),
        decision=decision,
        is_first=decision.outcome != "ordinary",
        acts=acts if writes else (),
    )


def clocks_of(decision: Decision, begun: datetime | None, now: datetime) -> list[Clock]:
    """The limits of one person in words; without a limit there is none to show."""
    found = []
    if interim := decision.extras["interim_by"]:
        by = datetime.fromisoformat(interim)
        if begun is not None:
            late = begun > by
            words = _("interim services began %(when)s") % {"when": when(begun)}
            found.append(Clock(words, "attention" if late else "done"))
        else:
            words = _("interim services by %(when)s") % {"when": when(by)}
            found.append(Clock(words, _tone(by, now)))
    if admit := decision.extras["admit_by"]:
        by = datetime.fromisoformat(admit)
        found.append(Clock(_("admit by %(when)s") % {"when": when(by)}, _tone(by, now)))
    return found


def _tone(by: datetime, now: datetime) -> str:
    left = by - now
    return "urgent" if left.total_seconds() < 0 else "attention" if left.days < 2 else "info"
