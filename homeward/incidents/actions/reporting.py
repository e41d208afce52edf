"""Telling: inside, the state, whoever else; and the analysis of a sentinel event's causes."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.incidents.models import Incident, IncidentNotification
from homeward.incidents.naming import called_in, refuse_names, texts_of
from homeward.incidents.noting import note
from homeward.incidents.reaching import handles_incidents, locked_incident
from homeward.incidents.rules.breach import CLOCKS as BREACH_CLOCKS
from homeward.incidents.rules.kinds import CAUSES
from homeward.incidents.running import COLUMNS, KEPT_BY_TELLING

# What the history says of each.
TOLD = {
    "state": "reported_to_state", "people": "people_told", "hhs": "hhs_told", "media": "media_told",
}  # fmt: skip


class NotificationUnclear(Refusal):
    """Who was told, how, and a time between the incident and now."""


class NothingDue(Refusal):
    """The clock that is to be kept does not run."""


class CauseIncomplete(Refusal):
    """A class of causes, what was found and what changes."""


@action
def add_notification(
    *,
    actor: Actor,
    incident_id: UUID,
    whom: str,
    how: str,
    told_at: datetime,
    now: datetime,
    reference: str = "",
    words: str = "",
) -> IncidentNotification:
    """Somebody was told, at a time; telling whom a clock is about keeps it.

    Who handles incidents alone says that the people concerned, HHS or media were told of a breach.
    """
    incident = locked_incident(actor, incident_id, by_writer=True)
    return _tell(actor, incident, whom, how, told_at, now, reference, words)


@action
def report_inside(
    *, actor: Actor, incident_id: UUID, now: datetime, expected_version: int | None = None
) -> Incident:
    """The report is whole and handed in: from now on only who handles incidents reads it.

    A second press changes nothing. Raises NamesSomebody where a text names who is in it by code.
    """
    incident = locked_incident(actor, incident_id, by_writer=True)
    if incident.internal_at is not None:
        return incident
    expect_version(incident, expected_version)
    refuse_names(called_in(incident), texts_of(incident))
    incident.change(internal_at=now)
    note(actor, incident, "reported_inside", now)
    return incident


@action
def report_to_state(
    *,
    actor: Actor,
    incident_id: UUID,
    how: str,
    told_at: datetime,
    reference: str,
    now: datetime,
    expected_version: int | None = None,
) -> Incident:
    """The state's office has it, under the number or name it gave."""
    incident = locked_incident(actor, incident_id)
    expect_version(incident, expected_version)
    if incident.state_due_at is None:
        raise NothingDue("incident_no_state_due")
    if not reference.strip():
        raise NotificationUnclear("incident_reference_missing")
    refuse_names(called_in(incident), texts_of(incident))
    _tell(actor, incident, "state", how, told_at, now, reference, "")
    return incident


@action
def finish_root_cause(
    *,
    actor: Actor,
    incident_id: UUID,
    cause: str,
    found: str,
    lessons: str,
    now: datetime,
    expected_version: int | None = None,
) -> Incident:
    """What lay behind it and what changes; of a sentinel event it keeps the clock."""
    incident = locked_incident(actor, incident_id)
    expect_version(incident, expected_version)
    wrong = {
        "incident_cause_unknown": cause not in CAUSES,
        "incident_root_cause_missing": incident.root_cause_due_at is not None
        and (len(found.strip()) < 10 or len(lessons.strip()) < 5),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise CauseIncomplete(*codes)
    refuse_names(called_in(incident), {"root_cause": found, "lessons": lessons})
    values: dict[str, object] = {
        "cause": cause, "root_cause": found.strip(), "lessons": lessons.strip(),
    }  # fmt: skip
    if incident.root_cause_due_at is not None and incident.root_cause_at is None:
        values["root_cause_at"] = now
    incident.change(**values)
    note(actor, incident, "root_cause_done", now)
    return incident


def _tell(
    actor: Actor, incident: Incident, whom: str, how: str, told_at: datetime, now: datetime,
    reference: str, words: str,
) -> IncidentNotification:  # fmt: skip
    clock = KEPT_BY_TELLING.get(whom)
    if clock in BREACH_CLOCKS and not handles_incidents(actor):
        raise NotAllowed
    wrong = {
        "incident_whom_unknown": whom not in IncidentNotification.Whom.values
        or how not in IncidentNotification.How.values,
        "incident_told_before": told_at < incident.occurred_at,
        "incident_told_in_future": told_at > now,
        "incident_reference_missing": whom == "hhs" and not reference.strip(),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise NotificationUnclear(*codes)
    refuse_names(called_in(incident), {"reference": reference, "words": words})
    row: IncidentNotification = IncidentNotification.objects.create(
        incident=incident, whom=whom, how=how, told_at=told_at,
        reference=" ".join(reference.split())[:60], words=words.strip()[:600], written_at=now,
        by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("incidents.notification.written", actor=actor, subject=row, at=now, reason=whom)
    column = COLUMNS[clock][1] if clock else ""
    if column and getattr(incident, column) is None:
        incident.change(**{column: told_at})
        note(actor, incident, TOLD[whom], now)
    return row
