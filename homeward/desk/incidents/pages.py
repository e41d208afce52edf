"""The list, one incident, and the trend, as they print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Fact, Moment, Row, Table
from homeward.desk.admissions.times import at_site
from homeward.incidents.actions.ending import standing_of
from homeward.incidents.models import (
    FollowUp,
    Incident,
    IncidentEvent,
    IncidentNotification,
    IncidentPerson,
)
from homeward.incidents.naming import Called, called_in, coded
from homeward.incidents.opening import SERVICE
from homeward.incidents.queries import Clock, Trend, clocks_of, incidents_of
from homeward.incidents.reaching import handles_incidents
from homeward.incidents.rules.closing import Stand, missing_to_close
from homeward.incidents.rules.kinds import BREACH
from homeward.incidents.words import (
    CAUSES,
    EVENTS,
    HOW,
    KINDS,
    PARTS,
    PEOPLE,
    REFUSALS,
    SEVERITIES,
    STANDS,
    TIMERS,
    WHOM,
)
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One clock in words."""

    code: str
    title: str
    due: str
    stand: str
    tone: str


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident in the list. No names: others may glimpse the screen."""

    title: str
    sub: str
    url: str
    clocks: tuple[ClockLine, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """What is open, and what was closed last."""

    open: tuple[IncidentLine, ...]
    closed: tuple[IncidentLine, ...]
    may_write: bool

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "ListPage":
        """The incidents a reader reaches."""
        return cls(
            tuple(_line(row, now) for row in incidents_of(actor, is_open=True)),
            tuple(_line(row, now) for row in incidents_of(actor, is_open=False, limit=20)),
            may(actor.roles, RecordClass.INCIDENTS, Access.WRITE),
        )


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody by code; the name only where the reader handles incidents."""

    code: str
    who: str
    part: str
    key: str


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """One thing that follows."""

    follow_up: FollowUp
    what: str
    sub: str
    is_done: bool
    url: str


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """One incident whole."""

    incident: Incident
    title: str
    subline: str
    facts: tuple[Fact, ...]
    clocks: tuple[ClockLine, ...]
    why_severity: Decision | None
    why_clocks: Decision | None
    people: tuple[PersonLine, ...]
    told: tuple[Moment, ...]
    follow_ups: tuple[FollowUpLine, ...]
    history: tuple[Moment, ...]
    missing: tuple[str, ...]
    is_open: bool
    handles: bool
    is_breach: bool

    @classmethod
    def of(cls, actor: Actor, incident: Incident, now: datetime) -> "IncidentPage":
        """Everything about an incident the actor reached."""
        zone = incident.site.time_zone
        handles = handles_incidents(actor)
        called = called_in(incident)
        gaps = missing_to_close(standing_of(incident)) if incident.closed_at is None else ()
        return cls(
            incident=incident,
            title=_("%(number)s · %(kind)s")
            % {"number": incident.number, "kind": KINDS[incident.kind]},
            subline=_("%(when)s · %(place)s")
            % {
                "when": at_site(incident.occurred_at, zone),
                "place": incident.place or incident.site.name,
            },
            facts=tuple(_facts(incident, called)),
            clocks=tuple(_clock_line(each) for each in clocks_of(incident, now)),
            why_severity=_decision(incident, "severity"),
            why_clocks=_decision(incident, "timers"),
            people=tuple(people_of(incident, called, named=handles)),
            told=tuple(_told(incident, called)),
            follow_ups=tuple(_follow_ups(incident, called)),
            history=tuple(_history(incident, called)) if handles else (),
            missing=tuple(str(REFUSALS[code]) for code in gaps),
            is_open=incident.closed_at is None,
            handles=handles,
            is_breach=incident.kind == BREACH,
        )


@dataclass(frozen=True, slots=True)
class StateReport:
    """What goes to the state's office: fields, codes, and not a word more."""

    title: str
    facts: tuple[Fact, ...]
    people: tuple[PersonLine, ...]
    told: tuple[Moment, ...]
    what: str
    immediate_action: str
    back: Act

    @classmethod
    def of(cls, incident: Incident) -> "StateReport":
        """Codes instead of people; no chart number, no diagnosis, nothing of causes."""
        zone = incident.site.time_zone
        return cls(
            title=_("Incident report %(number)s") % {"number": incident.number},
            facts=(
                Fact(_("Program"), incident.program.name),
                Fact(_("Site"), f"{incident.site.name} · {incident.site.phone}".strip(" ·")),
                Fact(_("Kind"), str(KINDS[incident.kind])),
                Fact(_("Severity"), str(SEVERITIES[incident.severity])),
                Fact(_("When it happened"), _dated(incident.occurred_at, zone)),
                Fact(_("When it was known"), _dated(incident.known_at, zone)),
                Fact(_("Where"), incident.place or incident.site.name),
            ),
            people=tuple(people_of(incident, (), named=False)),
            told=tuple(_told(incident, called_in(incident), by=False)),
            what=incident.what,
            immediate_action=incident.immediate_action,
            back=Act(_("Back"), reverse("desk:incident", args=[incident.pk])),
        )


@dataclass(frozen=True, slots=True)
class TrendPage:
    """Counts, small and honest."""

    table: Table
    causes: Table
    kept: Table
    lead: str
    late: str

    @classmethod
    def of(cls, trend: Trend, first: date) -> "TrendPage":
        """Tables of a trend; `first` is any day of the first month."""
        columns = [Column(_("Kind"))]
        columns += [Column(_month_words(month), numeric=True) for month in trend.months]
        columns.append(Column(_("All"), numeric=True))
        return cls(
            table=Table(
                _("Incidents by kind and month"),
                tuple(columns),
                tuple(
                    Row(
                        (
                            Cell(str(KINDS[kind])),
                            *(Cell(str(count) if count else "·") for count in counts),
                            Cell(str(sum(counts))),
                        )
                    )
                    for kind, counts in trend.counts.items()
                ),
                empty=_("No incident in these months."),
            ),
            causes=Table(
                _("Classes of causes of those where one is named"),
                (Column(_("Class")), Column(_("Incidents"), numeric=True)),
                tuple(
                    Row((Cell(str(CAUSES[code])), Cell(str(count)))) for code, count in trend.causes
                ),
                empty=_("No cause is named yet."),
            ),
            kept=Table(
                _("Clocks that ran out or were kept"),
                (Column(_("Clock")), Column(_("In time"), numeric=True)),
                tuple(
                    Row((Cell(str(TIMERS[code])), Cell(_of(done, of))))
                    for code, (done, of) in trend.kept.items()
                ),
            ),
            lead=_(
                "%(count)s incidents since %(month)s. Counts, not rates: more reports can mean "
                "that more is told."
            )
            % {"count": trend.total, "month": date_format(first, "F Y")},
            late=_("%(late)s of %(open)s open incidents have a late clock.")
            % {"late": trend.open_late, "open": trend.open_all},
        )


def people_of(incident: Incident, called: Sequence[Called], *, named: bool) -> Sequence[PersonLine]:
    """Who is in it; the key from code to person only `named`."""
    rows = IncidentPerson.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(incident=incident)
    found = list(rows.select_related("worker").order_by("code"))
    keys: dict[object, str] = {}
    if named:
        clients = Client.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
            pk__in=[row.client_id for row in found if row.client_id]
        )
        keys = {row.pk: f"{row.name}, {row.chart_number}" for row in clients}
    return [
        PersonLine(
            row.code,
            str(PEOPLE[row.kind]),
            str(PARTS[row.part]),
            (
                keys.get(row.client_id)
                or (row.worker.name if row.worker else "")
                or coded(row.words, called)
            )
            if named
            else "",
        )
        for row in found
    ]


def clock_words(clock: Clock) -> str:
    """A clock of an incident in a line of To do."""
    zone = clock.incident.site.time_zone
    return _("%(what)s · due %(when)s") % {
        "what": TIMERS[clock.code],
        "when": at_site(clock.due_at, zone),
    }


def _decision(incident: Incident, name: str) -> Decision | None:
    document = incident.timers.get(name)
    return decision_from_json(document) if document else None


def _dated(instant: datetime, zone: str) -> str:
    """An instant with its year, as a report that leaves the house needs it."""
    return date_format(instant.astimezone(ZoneInfo(zone)), "j F Y, H:i")


def _line(incident: Incident, now: datetime) -> IncidentLine:
    level = str(SEVERITIES[incident.severity])
    return IncidentLine(
        f"{incident.number} · {KINDS[incident.kind]}",
        " · ".join(
            (at_site(incident.occurred_at, incident.site.time_zone), incident.site.name, level)
        ),
        reverse("desk:incident", args=[incident.pk]),
        tuple(_clock_line(each) for each in clocks_of(incident, now)),
    )


def _clock_line(clock: Clock) -> ClockLine:
    words, tone = STANDS[clock.stand.value]
    zone = clock.incident.site.time_zone
    is_kept = clock.stand in (Stand.KEPT, Stand.KEPT_LATE)
    at = at_site(clock.kept_at if is_kept and clock.kept_at else clock.due_at, zone)
    due = at if is_kept else _("by %(when)s") % {"when": at}
    return ClockLine(clock.code, str(TIMERS[clock.code]), due, str(words), tone)


def _facts(incident: Incident, called: Sequence[Called]) -> list[Fact]:
    zone = incident.site.time_zone
    named = (
        (_("Kind"), str(KINDS[incident.kind])),
        (_("Severity"), str(SEVERITIES[incident.severity])),
        (_("Happened"), at_site(incident.occurred_at, zone)),
        (_("Known"), at_site(incident.known_at, zone)),
        (_("Where"), f"{incident.place} · {incident.site.name}".strip(" ·")),
        (_("Written by"), incident.opened_by.name if incident.opened_by else ""),
        (_("People concerned"), _people(incident, called)),
        (_("Cause"), str(CAUSES[incident.cause]) if incident.cause else ""),
        (_("Closed"), at_site(incident.closed_at, zone) if incident.closed_at else ""),
    )
    return [Fact(term, value) for term, value in named if value]


def _people(incident: Incident, called: Sequence[Called]) -> str:
    if incident.kind != BREACH:
        return ""
    if incident.breach_ruled_out_because:
        why = coded(incident.breach_ruled_out_because, called)
        return _("no breach: %(why)s") % {"why": why}
    return str(incident.breach_people) if incident.breach_people else _("not counted yet")


def _told(incident: Incident, called: Sequence[Called], *, by: bool = True) -> list[Moment]:
    rows = IncidentNotification.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    zone = incident.site.time_zone
    return [
        Moment(
            at_site(row.told_at, zone),
            str(WHOM[row.whom]),
            row.by.name if by and row.by else "",
            " · ".join(filter(None, (str(HOW[row.how]), coded(row.reference, called)))),
            machine_time=row.told_at.isoformat(),
        )
        for row in rows.filter(incident=incident).select_related("by").order_by("told_at")
    ]


def _follow_ups(incident: Incident, called: Sequence[Called]) -> list[FollowUpLine]:
    rows = FollowUp.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(incident=incident)
    return [
        FollowUpLine(
            row,
            coded(row.what, called),
            coded(row.result, called)
            if row.done_at
            else _("%(name)s, until %(day)s")
            % {"name": row.owner.name, "day": date_format(row.due_on, "j M")},
            row.done_at is not None,
            reverse("desk:incident_follow_up", args=[row.pk]),
        )
        for row in rows.select_related("owner").order_by("due_on", "pk")
    ]


def _history(incident: Incident, called: Sequence[Called]) -> list[Moment]:
    rows = IncidentEvent.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(incident=incident)
    zone = incident.site.time_zone
    return [
        Moment(
            at_site(row.at, zone), str(EVENTS.get(row.code, row.code)),
            row.by.name if row.by else "", coded(row.words, called),
            machine_time=row.at.isoformat(),
        )
        for row in rows.select_related("by").order_by("at", "created_at")
    ]  # fmt: skip


def _month_words(month: str) -> str:
    return date_format(date.fromisoformat(f"{month}-01"), "M")


def _of(done: int, of: int) -> str:
    return _("%(done)s of %(of)s") % {"done": done, "of": of} if of else "·"
