"""What the discharge pages print."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Fact, Row, Signature, Table
from homeward.desk.plans.links import thread_url
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.progress import words
from homeward.progress.ending import coming_seats, standing_seats
from homeward.progress.models import Discharge, FollowUp
from homeward.progress.queries import appointments_of, follow_ups_of
from homeward.progress.summary import summary_of
from homeward.progress.summary_words import facts_in_words, sections_in_words

FOLLOW_UPS = {
    "reached": gettext_lazy("Reached"),
    "not_reached": gettext_lazy("Not reached"),
    "declined": gettext_lazy("Declined"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the summary on the screen."""

    title: str
    paragraphs: tuple[str, ...]
    table: Table | None


@dataclass(frozen=True, slots=True)
class Ending:
    """A discharge to come: what will end, and what the record says so far."""

    name: str
    initials: str
    lead: str
    ends: tuple[str, ...]
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    appointments: tuple[str, ...]
    last_seen_on: date | None

    @classmethod
    def of(cls, actor: Actor, episode: Any, now: datetime) -> "Ending":
        """The preview, put together exactly as the signed summary will be."""
        summary = summary_of(actor, episode, now)
        return cls(
            name=episode.client.name,
            initials=initials_of(episode.client.name),
            lead=_("Admitted %(day)s · %(phase)s · level %(level)s")
            % {
                "day": date_format(episode.admitted_on, "j F Y"),
                "phase": episode.phase.name,
                "level": episode.level_code,
            },
            ends=tuple(_what_ends(episode, now)),
            facts=tuple(Fact(term, value) for term, value in facts_in_words(summary)),
            parts=tuple(_part(section) for section in sections_in_words(summary, "")),
            appointments=tuple(row["with_whom"] for row in summary["appointments"]),
            last_seen_on=_last_seen(actor, episode),
        )


def _what_ends(episode: Any, now: datetime) -> list[str]:
    days: dict[str, list[str]] = {}
    for membership in standing_seats(episode):
        day = str(WEEKDAYS_ABBR[membership.group.weekday])
        days.setdefault(membership.group.name, []).append(day)
    lines = [
        _("Standing seat: %(group)s, %(days)s") % {"group": name, "days": ", ".join(on)}
        for name, on in days.items()
    ]
    seats = coming_seats(episode, now)
    if seats:
        number = ngettext(
            "%(count)s seat in a coming session is given back",
            "%(count)s seats in coming sessions are given back",
            len(seats),
        )
        lines.append(number % {"count": len(seats)})
    lines.append(_("The episode; consents that end with treatment end with it"))
    lines.append(_("Check-ups are planned at 1, 3, 6 and 12 months"))
    return lines


def _last_seen(actor: Actor, episode: Any) -> date | None:
    rows = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode_id=episode.pk, state__in=CAME
    )
    mark = rows.order_by("-on").first()
    return mark.on if mark else None


def _part(section: dict[str, Any]) -> Part:
    table = None
    if section["rows"]:
        table = Table(
            caption=section["title"],
            columns=tuple(Column(name) for name in section["columns"]),
            rows=tuple(Row(tuple(Cell(text) for text in row)) for row in section["rows"]),
        )
    return Part(section["title"], tuple(section["paragraphs"]), table)


@dataclass(frozen=True, slots=True)
class Ended:
    """A discharge that was signed: its summary, its document, and what follows."""

    name: str
    initials: str
    lead: str
    document: Act | None
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    signature: Signature
    follow_ups: tuple["CheckUp", ...]
    appointments: tuple[Fact, ...]
    add_appointment: Act
    thread: Act | None

    @classmethod
    def of(cls, actor: Actor, episode: Any, discharge: Discharge) -> "Ended":
        """Everything as it was signed."""
        client = episode.client
        document = None
        if discharge.document_id:
            url = reverse("desk:document", args=[discharge.document_id])
            document = Act(_("Download the summary (PDF)"), url, "primary")
        return cls(
            name=client.name,
            initials=initials_of(client.name),
            lead=_("Discharged %(day)s · %(kind)s")
            % {
                "day": date_format(episode.ended_on, "j F Y"),
                "kind": words.DISCHARGE_TYPES[discharge.type],
            },
            document=document,
            facts=tuple(Fact(term, value) for term, value in facts_in_words(discharge.summary)),
            parts=tuple(
                _part(part) for part in sections_in_words(discharge.summary, discharge.narrative)
            ),
            signature=Signature(
                discharge.author.name,
                discharge.credential,
                date_format(timezone.localtime(discharge.discharged_at), "D j M Y, H:i"),
                _("Author"),
                fingerprint=discharge.content_hash[:16],
            ),
            follow_ups=tuple(_check_up(row) for row in follow_ups_of(actor, episode))
            if _reads_care(actor)
            else (),
            appointments=tuple(
                Fact(
                    date_format(timezone.localtime(row.at), "D j M Y, H:i"),
                    " · ".join(filter(None, (row.with_whom, row.place))),
                )
                for row in appointments_of(actor, episode)
            ),
            add_appointment=Act(
                _("Book an appointment"), reverse("desk:appointment", args=[client.pk])
            ),
            thread=Act(_("The plan’s thread"), thread_url(client.pk))
            if _reads_care(actor)
            else None,
        )


@dataclass(frozen=True, slots=True)
class CheckUp:
    """One check-up line."""

    words: str
    sub: str
    act: Act | None


def _check_up(row: FollowUp) -> CheckUp:
    title = ngettext("After %(count)s month", "After %(count)s months", row.months)
    title %= {"count": row.months}
    due = date_format(row.due_on, "j F Y")
    if row.done_at is None:
        act = Act(_("Write down"), reverse("desk:follow_up", args=[row.pk]), about=title)
        return CheckUp(title, _("due %(day)s") % {"day": due}, act)
    return CheckUp(title, str(FOLLOW_UPS.get(row.outcome, "")), None)


def _reads_care(actor: Actor) -> bool:
    return may(actor.roles, RecordClass.ASSESSMENT, Access.READ)
