"""What the pages of this room print. Nothing a sender wrote is shown outside its own page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Fact, Need
from homeward.core.reasons_words import words_for
from homeward.core.routes import policy_of
from homeward.desk.admissions.times import when
from homeward.desk.clients.reach import chart_url, initials_for, openable, short_name_for
from homeward.families import queries, words
from homeward.families.actions.nights import sets_nights_at
from homeward.families.models import SentIn, SessionAsk, Word
from homeward.families.permissions import ASKED, Relative, permissions_of
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches

Told = TypeVar("Told", Word, SessionAsk)
TONES = {"now": "urgent", "today": "attention", "wait": "neutral"}
TOLD = {
    RecordClass.SCHEDULE: gettext_lazy("the days"),
    RecordClass.ASSESSMENT: gettext_lazy("the goals"),
    RecordClass.MESSAGES: gettext_lazy("what is arranged"),
}


def tone_of(row: SentIn | Word, now: datetime) -> str:
    """How loud a word that waits is."""
    return "urgent" if row.due_at < now else TONES[row.urgency]


def other_lists(actor: Actor, here: str) -> tuple[Act, ...]:
    """The neighbouring pages this actor may enter."""
    places = (
        ("desk:family_words", _("About clients")),
        ("desk:family_line", _("Not laid to anybody")),
        ("desk:house_nights", _("Family nights")),
    )
    return tuple(
        Act(label, reverse(route))
        for route, label in places
        if route != here and policy_of(route).allows(actor, "GET")
    )


@dataclass(frozen=True, slots=True)
class WordsPage:
    """What was told about this actor's clients, and who asks for a family session."""

    rows: tuple[Need, ...]
    asks: tuple[Need, ...]
    closed: tuple[Need, ...]
    lists: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "WordsPage":
        waiting, asks = queries.words_in_reach(actor), queries.asks_of(actor)
        closed = queries.words_in_reach(actor, is_open=False)[:20]
        opens = openable(actor, (row.client_id for row in (*waiting, *asks, *closed)))
        return cls(
            tuple(_word_line(actor, row, opens, now) for row in waiting),
            tuple(_ask_line(actor, row, opens) for row in asks),
            tuple(_word_line(actor, row, opens, now) for row in closed),
            other_lists(actor, "desk:family_words"),
        )


def _face(actor: Actor, client: Client, opens: frozenset[object]) -> Face:
    url = chart_url(client.pk, opens)  # type: ignore[arg-type]
    return Face(initials_for(actor, client), short_name_for(actor, client), url)


def _word_line(actor: Actor, row: Word, opens: frozenset[object], now: datetime) -> Need:
    url = reverse("desk:family_word", args=[row.pk])
    name = short_name_for(actor, row.client)
    if row.closed_at:
        fact = words.said(words.DISPOSITIONS, row.disposition)
        return Need(
            _face(actor, row.client, opens),
            fact,
            when(row.closed_at),
            Act(_("Read"), url, about=name),
        )
    urgency = words.said(words.URGENCIES, row.urgency)
    due = _("read by %(when)s") % {"when": when(row.due_at)}
    sub = " · ".join((urgency, due, row.owner.name))
    fact = _("is named in a word to the team")
    act = Act(_("Read"), url, "primary", about=name)
    return Need(_face(actor, row.client, opens), fact, sub, act, tone_of(row, now))


def _ask_line(actor: Actor, row: SessionAsk, opens: frozenset[object]) -> Need:
    name = short_name_for(actor, row.client)
    sub = " · ".join((when(row.asked_at), words.said(words.HOWS, row.how), row.owner.name))
    act = Act(_("Answer"), reverse("desk:family_ask", args=[row.pk]), about=name)
    return Need(
        _face(actor, row.client, opens), _("has a relative who asks for a family session"), sub, act
    )


@dataclass(frozen=True, slots=True)
class LineRow:
    """A word at the desk; its text is on its own page."""

    title: str
    sub: str
    tone: str
    act: Act


def line_rows(actor: Actor, now: datetime) -> tuple[LineRow, ...]:
    """What waits at the desk for somebody to say whom it is about."""
    return tuple(
        LineRow(
            words.said(words.URGENCIES, row.urgency),
            _("came %(came)s · read by %(due)s")
            % {"came": when(row.sent_at), "due": when(row.due_at)},
            tone_of(row, now),
            Act(
                _("Read"),
                reverse("desk:family_sent", args=[row.pk]),
                "primary",
                about=when(row.sent_at),
            ),
        )
        for row in queries.waiting_at_desk(actor)
    )


def facts_of(row: SentIn | Word, actor: Actor) -> tuple[Fact, ...]:
    """Who wrote about whom, when, and by which way."""
    account = row.account_id if isinstance(row, SentIn) else row.contact_id
    made = [
        Fact(_("How soon"), words.said(words.URGENCIES, row.urgency)),
        Fact(_("Came"), when(row.sent_at)),
        Fact(_("Read by"), when(row.due_at)),
        Fact(_("About"), row.about or _("nobody named")),
        Fact(_("From"), row.sender or _("no name given")),
        Fact(_("By"), _("an account of a relative") if account else _("the public page")),
    ]
    if isinstance(row, Word):
        why = ((row.decision or {}).get("reasons") or [{}])[0].get("code", "")
        laid = words_for(why) if why else _("A colleague at the desk said so.")
        made.append(Fact(_("Why here"), laid))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class RelativeLine:
    """Somebody beside the client, and what they may be told now."""

    name: str
    relation: str
    may: str
    tone: str
    why: str
    has_account: bool


@dataclass(frozen=True, slots=True)
class FamilyTab:
    """One client's family: who, with what permission; words, asks, sessions."""

    relatives: tuple[RelativeLine, ...]
    reads_consents: bool
    words: tuple[Need, ...]
    asks: tuple[Need, ...]
    sessions: tuple[Fact, ...]
    book_url: str

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "FamilyTab":
        reads = reaches(actor, client, RecordClass.CONSENTS, Access.READ)
        opens = frozenset[object]()
        writes = reaches(actor, client, RecordClass.MESSAGES, Access.WRITE)
        books = writes and may(actor.roles, RecordClass.SCHEDULE, Access.WRITE)
        relatives = permissions_of(client, now, seen_by=actor)
        return cls(
            relatives=tuple(_relative(each, reads) for each in relatives),
            reads_consents=reads,
            words=tuple(
                _word_line(actor, _with(row, client), opens, now)
                for row in queries.words_about(actor, client.pk)
            ),
            asks=tuple(
                _ask_line(actor, _with(row, client), opens)
                for row in queries.asks_of(actor, client.pk)
            ),
            sessions=tuple(_sessions(client, relatives if reads else (), now)),
            book_url=reverse("desk:family_booking", args=[client.pk]) if books else "",
        )


def _with(row: Told, client: Client) -> Told:
    """The row with its client, who was reached before."""
    row.client = client
    return row


def _relative(each: Relative, reads_consents: bool) -> RelativeLine:
    """What a role that reads no consents sees is who there is, never what they may be told."""
    told = [str(TOLD[code]) for code in ASKED if code.value in each.may]
    why = "" if each.may else " ".join(words_for(code) for code in each.why_not[:1])
    if not reads_consents:
        return RelativeLine(each.contact.name, each.contact.relation, "", "neutral", "", False)
    return RelativeLine(
        each.contact.name,
        each.contact.relation,
        ", ".join(told) or _("nothing"),
        "done" if told else "neutral",
        why,
        each.has_account,
    )


def who_asks(actor: Actor, client: Client, ask: SessionAsk, now: datetime) -> RelativeLine | None:
    """The relative behind an ask, with what they may be told now."""
    reads = reaches(actor, client, RecordClass.CONSENTS, Access.READ)
    asked = permissions_of(client, now, seen_by=actor)
    found = [each for each in asked if each.contact.pk == ask.contact_id]
    return _relative(found[0], reads) if found else None


def _sessions(client: Client, relatives: Iterable[Relative], now: datetime) -> Iterator[Fact]:
    """Who comes when; whoever was invited and may not hear of it any more is marked."""
    zone = ZoneInfo(client.site.time_zone)
    closed = {each.contact.pk for each in relatives if RecordClass.MESSAGES.value not in each.may}
    met: dict[object, tuple[datetime, list[str]]] = {}
    for row in queries.invited_to(client.pk, now):
        starts, name = row.session.starts_at.astimezone(zone), row.contact.name
        if row.contact_id in closed:
            name = _("%(name)s (may not hear of it now)") % {"name": name}
        met.setdefault(row.session_id, (starts, []))[1].append(name)
    for starts, names in met.values():
        yield Fact(date_format(starts, "l j F, H:i"), ", ".join(names))


@dataclass(frozen=True, slots=True)
class NightRow:
    """One evening, and how many said they come."""

    id: object
    title: str
    when: str
    place: str
    coming: str
    may_call_off: bool


def night_rows(actor: Actor, now: datetime) -> tuple[NightRow, ...]:
    """The evenings ahead; a sum of people and no name."""
    nights = queries.nights_ahead(now)
    coming = queries.people_coming(nights)
    rows = []
    for night in nights:
        zone = ZoneInfo(night.site.time_zone)
        starts, ends = night.starts_at.astimezone(zone), night.ends_at.astimezone(zone)
        said = coming.get(night.pk, 0)
        rows.append(
            NightRow(
                night.pk,
                night.title,
                f"{date_format(starts, 'l j F, H:i')}–{date_format(ends, 'H:i')}",
                f"{night.place} · {night.site.name}",
                ngettext("%d person comes", "%d people come", said) % said,
                sets_nights_at(actor, night.site_id),
            )
        )
    return tuple(rows)
