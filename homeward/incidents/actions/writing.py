"""Writing an incident down: the report, who was in it by code, how serious it is."""

from datetime import datetime
from uuid import UUID

from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.incidents.models import Incident, IncidentPerson
from homeward.incidents.naming import (
    called,
    called_in,
    coded,
    refuse_names,
    say_codes,
    texts_of,
)
from homeward.incidents.noting import note
from homeward.incidents.opening import (
    Happened,
    Somebody,
    add_people,
    clocks_anew,
    next_code,
    open_incident,
)
from homeward.incidents.reaching import locked_incident, site_of
from homeward.incidents.rules.kinds import LEAST, SEVERITIES, severity_of
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


class ReportIncomplete(Refusal):
    """An incident has a kind, a severity, a time that has been, a place, and what happened."""


class PersonUnclear(Refusal):
    """Somebody in it has a kind, a part, and is a client the writer knows, or nobody by name."""


class ReasonMissing(Refusal):
    """A change says why."""


@action
def write_incident(
    *,
    actor: Actor,
    site_id: UUID,
    kind: str,
    severity: int,
    occurred_at: datetime,
    place: str,
    what: str,
    immediate_action: str,
    origin: str,
    now: datetime,
    known_at: datetime | None = None,
    client_id: UUID | None = None,
) -> Incident:
    """Write one incident down; the same `origin` (the form's key) writes one.

    Its clocks begin when it was known, by default now. Raises ReportIncomplete, PersonUnclear,
    NamesSomebody.
    """
    if actor.worker_id is None:
        raise NotAllowed
    site = site_of(actor, site_id)
    known = known_at or now
    wrong = {
        "incident_kind_unknown": kind not in LEAST,
        "incident_severity_unknown": severity not in SEVERITIES,
        "incident_in_future": occurred_at > now or known > now or known < occurred_at,
        "incident_place_missing": not place.strip(),
        "incident_what_missing": len(what.strip()) < 5,
        "incident_action_missing": len(immediate_action.strip()) < 2,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise ReportIncomplete(*codes)
    people = [Somebody("staff", "responded", worker_id=actor.worker_id)]
    if client_id is not None:
        people.insert(0, Somebody("client", "affected", client_id=_known(actor, client_id)))
        texts = {"place": place, "what": what, "immediate_action": immediate_action}
        refuse_names(called({client_id: "C1"}), texts)
    return open_incident(
        actor=actor,
        site=site,
        told=Happened(
            kind=kind, severity=severity, occurred_at=occurred_at, known_at=known,
            origin=f"incidents.written:{origin}"[:120], place=place, what=what,
            immediate_action=immediate_action, people=people,
        ),
        now=now,
    )  # fmt: skip


@action
def mend_report(
    *,
    actor: Actor,
    incident_id: UUID,
    place: str,
    what: str,
    immediate_action: str,
    now: datetime,
    expected_version: int | None = None,
) -> Incident:
    """Say it better, until it is reported inside by its writer, later by who handles it."""
    incident = locked_incident(actor, incident_id, by_writer=True)
    expect_version(incident, expected_version)
    wrong = {
        "incident_place_missing": not place.strip(),
        "incident_what_missing": len(what.strip()) < 5,
        "incident_action_missing": len(immediate_action.strip()) < 2,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise ReportIncomplete(*codes)
    people = called_in(incident)
    texts = {"place": place, "what": what, "immediate_action": immediate_action}
    refuse_names(people, texts)
    before = coded(incident.what, people)  # its history keeps no name either
    incident.change(
        place=" ".join(place.split())[:80], what=what.strip(),
        immediate_action=immediate_action.strip(),
    )  # fmt: skip
    note(actor, incident, "told_more", now, before)
    return incident


@action
def add_person(
    *,
    actor: Actor,
    incident_id: UUID,
    kind: str,
    part: str,
    now: datetime,
    client_id: UUID | None = None,
    worker_id: UUID | None = None,
    words: str = "",
) -> IncidentPerson | None:
    """Add somebody by the next code; None where they stand in it already.

    A name that was typed before its person was chosen is replaced first: NamesSomebody says in
    which texts it stands. What was to follow says the code from now on.
    """
    incident = locked_incident(actor, incident_id, by_writer=True)
    if kind not in IncidentPerson.Kind.values or part not in IncidentPerson.Part.values:
        raise PersonUnclear("incident_person_unknown")
    if kind == "client" and client_id is None:
        raise PersonUnclear("incident_person_unknown")
    someone = Somebody(
        kind,
        part,
        _known(actor, client_id) if client_id and kind == "client" else None,
        worker_id if kind == "staff" else None,
        " ".join(words.split()),
    )
    people = called_in(incident)
    if someone.client_id is not None:
        people += called({someone.client_id: next_code(incident, kind)})
    refuse_names(people, {**texts_of(incident), "words": someone.words})
    made = add_people(incident, [someone])
    if made:
        say_codes(incident)
    return made[0] if made else None


@action
def weigh_again(
    *,
    actor: Actor,
    incident_id: UUID,
    severity: int,
    why: str,
    now: datetime,
    expected_version: int | None = None,
) -> Incident:
    """Change how serious it is, with why; its clocks are set anew from when it was known.

    A clock that was kept stays kept. Never below the least of its kind.
    """
    incident = locked_incident(actor, incident_id)
    expect_version(incident, expected_version)
    if severity not in SEVERITIES:
        raise ReportIncomplete("incident_severity_unknown")
    if len(why.strip()) < 3:
        raise ReasonMissing("incident_reason_missing")
    refuse_names(called_in(incident), {"why": why})
    weighed = severity_of(incident.kind, severity)
    level = int(weighed.outcome)
    incident.timers = {**incident.timers, "severity": weighed.to_json()}
    incident.change(severity=level, **clocks_anew(incident, level))
    note(actor, incident, "weighed_again", now, why)
    return incident


def _known(actor: Actor, client_id: UUID) -> UUID:
    """A client the writer knows at least by name."""
    rows = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
    return rows.get(pk=client_id).pk  # type: ignore[no-any-return]
