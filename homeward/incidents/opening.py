"""Opening an incident in the transaction of what caused it: its number, its clocks, its people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.incidents.facts import IncidentOpened
from homeward.incidents.models import Incident, IncidentPerson
from homeward.incidents.naming import say_codes
from homeward.incidents.rules.breach import Breach, BreachNumbers
from homeward.incidents.rules.kinds import BREACH, severity_of
from homeward.incidents.rules.timers import Numbers, timers_of
from homeward.incidents.running import due_values
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.program.models import Program, Site
from homeward.program.queries import closed_days, deadlines_for, numbers_for

SERVICE = Actor.of_service("incidents")
LETTERS = {"client": "C", "staff": "S", "visitor": "V", "other": "X"}
NUMBERING = 5_210_611
YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody in an incident, before they have a code."""

    kind: str
    part: str
    client_id: UUID | None = None
    worker_id: UUID | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What an incident says when it is opened."""

    kind: str
    severity: int
    occurred_at: datetime
    known_at: datetime
    origin: str
    place: str = ""
    what: str = ""
    immediate_action: str = ""
    people: Sequence[Somebody] = ()


def open_incident(*, actor: Actor, site: Site, told: Happened, now: datetime) -> Incident:
    """The incident of this origin, opened unless it exists; `kind` must be known (KeyError)."""
    found = incidents().filter(origin=told.origin).first()
    if found is not None:
        return found  # type: ignore[no-any-return]
    program = program_at(site)
    weighed = severity_of(told.kind, told.severity)
    severity = int(weighed.outcome)
    breach = Breach() if told.kind == BREACH else None
    timers = clocks_of(program, site, severity, told.known_at, breach)
    incident: Incident = Incident.objects.create(
        site=site,
        program=program,
        number=_next_number(clock.local_day(now, site.time_zone)),
        kind=told.kind,
        severity=severity,
        occurred_at=told.occurred_at,
        known_at=told.known_at,
        place=" ".join(told.place.split())[:80],
        what=told.what.strip(),
        immediate_action=told.immediate_action.strip(),
        origin=told.origin,
        opened_at=now,
        opened_by_id=actor.worker_id,
        timers={"severity": weighed.to_json(), "timers": timers.to_json()},
        **due_values(timers),
    )
    add_people(incident, told.people)
    say_codes(incident)
    audit.record("incidents.incident.opened", actor=actor, subject=incident, at=now)
    announce(IncidentOpened(incident.pk, site.pk, told.kind, severity, actor, now))
    return incident


def add_people(incident: Incident, people: Sequence[Somebody]) -> list[IncidentPerson]:
    """Give each the next code of their kind; a client or worker who is in it stays in it once."""
    rows = list(
        IncidentPerson.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(incident=incident)
    )
    made = []
    for each in people:
        if _is_there(each, rows):
            continue
        letter = LETTERS[each.kind]
        count = sum(row.kind == each.kind for row in rows) + 1
        row = IncidentPerson.objects.create(
            incident=incident, code=f"{letter}{count}", kind=each.kind, part=each.part,
            client_id=each.client_id, worker_id=each.worker_id, words=each.words[:200],
        )  # fmt: skip
        rows.append(row)
        made.append(row)
    return made


def next_code(incident: Incident, kind: str) -> str:
    """The code the next one of a kind gets."""
    rows = IncidentPerson.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    return f"{LETTERS[kind]}{rows.filter(incident=incident, kind=kind).count() + 1}"


def breach_of(incident: Incident) -> Breach | None:
    """What is known of a privacy breach; None for every other kind."""
    if incident.kind != BREACH:
        return None
    return Breach(
        people=incident.breach_people,
        in_one_state=incident.breach_in_one_state,
        is_ruled_out=bool(incident.breach_ruled_out_because),
    )


def clocks_anew(incident: Incident, severity: int) -> dict[str, Any]:
    """The columns of its clocks as they are set anew from when it was known."""
    timers = clocks_of(
        incident.program, incident.site, severity, incident.known_at, breach_of(incident)
    )
    return {"timers": {**incident.timers, "timers": timers.to_json()}, **due_values(timers)}


def clocks_of(
    program: Program, site: Site, severity: int, known_at: datetime, breach: Breach | None = None
) -> Decision:
    """Which clocks run, by the program's numbers of the day it was known."""
    on = clock.local_day(known_at, site.time_zone)
    numbers = numbers_for(program, on)
    return timers_of(
        severity,
        known_at,
        site.time_zone,
        Numbers(
            internal_hours=numbers["incident_internal_hours"],
            state_report=deadlines_for(program, on, (f"site:{site.code}",))["incident_report"],
            state_from_severity=numbers["incident_state_from_severity"],
            root_cause_from_severity=numbers["root_cause_from_severity"],
            root_cause_days=numbers["root_cause_business_days"],
            breach=BreachNumbers(
                people_days=numbers["breach_people_days"],
                many_people=numbers["breach_many_people"],
                year_end_days=numbers["breach_year_end_days"],
                warning_days=numbers["breach_warning_days"],
            ),
        ),
        closed_days(program, on, on + YEAR),
        breach,
    )


def program_at(site: Site) -> Program:
    """The program of the open episodes at a site, else the house's first."""
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(site=site, ended_at=None)
    episode = rows.select_related("program").order_by("pk").first()
    return episode.program if episode else Program.objects.order_by("code")[:1].get()


def incidents() -> Any:
    """Incidents as the room itself reads them."""
    return Incident.objects.for_actor(SERVICE, Purpose.OPERATIONS)


def _next_number(on: date) -> str:
    """The next of the year; who opens at the same instant waits, so that none is given twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERING])
    prefix = f"I-{on:%Y}-"
    last = incidents().filter(number__startswith=prefix).order_by("-number").first()
    return f"{prefix}{int(last.number.removeprefix(prefix)) + 1 if last else 1:04d}"


def _is_there(each: Somebody, rows: Sequence[IncidentPerson]) -> bool:
    return any(
        (each.client_id is not None and row.client_id == each.client_id)
        or (each.worker_id is not None and row.worker_id == each.worker_id)
        for row in rows
    )
