"""What the discharge pages print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act, Cell, Column, Fact, Row, Signature, Table
from homeward.desk.discharge.kept import Kept, kept_of
from homeward.desk.offered import is_offered
from homeward.desk.plans.links import thread_url
from homeward.desk.words import initials_of
from homeward.kernel.records import RecordClass
from homeward.medications.queries import family_offers
from homeward.medications.words import FAMILY_OFFERS
from homeward.people.diagnoses import diagnosis_words
from homeward.program.queries import numbers_for
from homeward.progress import words
from homeward.progress.actions import may_sign_for
from homeward.progress.actions.amend_discharge import amendments_of
from homeward.progress.ending import coming_seats, standing_seats
from homeward.progress.kits import offers_of
from homeward.progress.losing import last_contacts, team_decision_of
from homeward.progress.models import Discharge, FollowUp
from homeward.progress.queries import follow_ups_of
from homeward.progress.summary import summary_of
from homeward.progress.summary_words import (
    amendment_signature,
    amendment_title,
    facts_in_words,
    sections_in_words,
)

FOLLOW_UPS = {
    "reached": gettext_lazy("Reached"),
    "not_reached": gettext_lazy("Not reached"),
    "not_tried": gettext_lazy("Not tried often enough to say"),
    "declined": gettext_lazy("Declined"),
    "no_consent": gettext_lazy("Did not agree to be called"),
    "stopped": gettext_lazy("Not tried: contact was stopped"),
    "returned": gettext_lazy("Came back into care"),
}
KITS = {
    "given": gettext_lazy("Kit given on %(day)s, lot %(lot)s"),
    "has_one": gettext_lazy("Has a kit, said on %(day)s"),
    "declined": gettext_lazy("Declined on %(day)s"),
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
    kits: tuple[str, ...]
    objectives: tuple[dict[str, str], ...]
    told: dict[str, Any]

    @classmethod
    def of(cls, actor: Actor, episode: Any, now: datetime) -> "Ending":
        """The preview, put together exactly as the signed summary will be."""
        summary = summary_of(actor, episode, now)
        last = last_contacts([episode])[episode.pk]
        kits = offers_of(episode.client_id, episode.admitted_at)
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
            facts=(
                *(Fact(term, value) for term, value in facts_in_words(summary)),
                *_to_offer(episode, now),
            ),
            parts=tuple(_part(section) for section in sections_in_words(summary, "")),
            appointments=tuple(row["with_whom"] for row in summary["appointments"]),
            kits=tuple(_kit(row) for row in kits),
            objectives=tuple(summary["objectives"]),
            told={
                "last_contact_on": last,
                "medications": summary["medications"],
                "diagnoses": diagnosis_words(summary["client"]["diagnosis"]),
                "team_decided_on": team_decision_of(episode, last),
                "naloxone": "has_one" if kits and kits[0].outcome != "declined" else None,
            },
        )


def _to_offer(episode: Any, now: datetime) -> Iterator[Fact]:
    """What the one who ends care still offers: naloxone for the family, and continuing care."""
    answer, _people = family_offers(episode.client_id)
    yield Fact(_("Family offered naloxone?"), str(FAMILY_OFFERS[answer]))
    on = local_day(now, episode.site.time_zone)
    weeks = int(numbers_for(episode.program_id, on)["continuing_care_weeks"])
    yield Fact(
        _("Continuing care to offer"),
        ngettext("a group for %(count)s week", "a group each week for %(count)s weeks", weeks)
        % {"count": weeks},
    )


def _kit(row: Any) -> str:
    day = date_format(timezone.localtime(row.at), "j F Y")
    return str(KITS[row.outcome]) % {"day": day, "lot": row.lot}


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
    amendments: tuple["Added", ...]
    follow_ups: tuple["CheckUp", ...]
    appointments: tuple[Kept, ...]
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, episode: Any, discharge: Discharge, now: datetime) -> "Ended":
        """Everything as it was signed."""
        client = episode.client
        added = amendments_of(actor, discharge)
        newest = added[-1].document_id if added else discharge.document_id
        document = None
        if newest:
            url = reverse("desk:document", args=[newest])
            document = Act(_("Download the summary (PDF)"), url, "primary")
        return cls(
            name=client.name,
            initials=initials_of(client.name),
            lead=_("Discharged %(day)s · %(kind)s")
            % {
                "day": date_format(timezone.localtime(discharge.discharged_at), "j F Y"),
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
            follow_ups=tuple(
                _check_up(row, is_offered(actor, "desk:follow_up", client, RecordClass.MESSAGES))
                for row in follow_ups_of(actor, episode)
            )
            if _reads_care(actor)
            else (),
            amendments=tuple(
                Added(amendment_title(row), str(row.words), row.reason, amendment_signature(row))
                for row in added
            ),
            appointments=kept_of(actor, episode, now),
            acts=tuple(_acts(actor, client, discharge)),
        )


def _acts(actor: Actor, client: Any, discharge: Discharge) -> Iterator[Act]:
    if is_offered(actor, "desk:appointment", client):
        yield Act(_("Book an appointment"), reverse("desk:appointment", args=[client.pk]))
    if may_sign_for(actor, client):
        yield Act(_("Add to the summary"), reverse("desk:discharge_amend", args=[discharge.pk]))
    if discharge.type == Discharge.Type.ADMINISTRATIVE:
        yield Act(_("The case and its appeal"), reverse("desk:discharge_case", args=[client.pk]))
    if _reads_care(actor):
        yield Act(_("The plan’s thread"), thread_url(client.pk))


def acts_before(actor: Actor, client: Any) -> tuple[Act, ...]:
    """What may be done beside the discharge, each as far as this reader may do it for them."""
    offered = (
        ("desk:leaving_now", _("Leaving now"), "primary"),
        ("desk:crisis_card", _("Crisis card"), "quiet"),
        ("desk:appointment", _("Book an appointment"), "quiet"),
    )
    return tuple(
        Act(words, reverse(route, args=[client.pk]), kind)
        for route, words, kind in offered
        if is_offered(actor, route, client)
    )


@dataclass(frozen=True, slots=True)
class Added:
    """Something added after the signature."""

    title: str
    words: str
    reason: str
    signature: str


@dataclass(frozen=True, slots=True)
class CheckUp:
    """One check-up line."""

    words: str
    sub: str
    act: Act | None


def _check_up(row: FollowUp, may_try: bool) -> CheckUp:
    title = ngettext("After %(count)s month", "After %(count)s months", row.months)
    title %= {"count": row.months}
    due = date_format(row.due_on, "j F Y")
    if row.done_at is None:
        act = None
        if may_try:
            act = Act(_("Write down"), reverse("desk:follow_up", args=[row.pk]), about=title)
        return CheckUp(title, _("due %(day)s") % {"day": due}, act)
    return CheckUp(title, str(FOLLOW_UPS.get(row.outcome, "")), None)


def _reads_care(actor: Actor) -> bool:
    return may(actor.roles, RecordClass.ASSESSMENT, Access.READ)
