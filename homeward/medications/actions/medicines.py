"""The list of medicines: a line is written, changed, held, taken up again, ended."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.medications.duties import open_reconciliation
from homeward.medications.facts import MedicinesChanged
from homeward.medications.models import Medication, MedicationEvent
from homeward.medications.reaching import client_for, local_day, locked_medicine
from homeward.medications.rules.known import schedule_of, shows_as
from homeward.medications.rules.listing import Line, problems_of

SHORTEST_REASON = 3
TERMS = ("dose", "route", "frequency", "prescriber", "dispenser")


class MedicineIncomplete(Refusal):
    """The line lacks something, or says what cannot be; the codes say what."""


class MedicineHasEnded(Refusal):
    """The line was ended; write a new one."""


class MedicineNothingChanged(Refusal):
    """It says so already."""


class MedicineNeedsReason(Refusal):
    """Holding and stopping say why."""


class MedicineStartsLater(Refusal):
    """It cannot end before it began, or begin in the future."""


@action
def record_medicine(
    *,
    actor: Actor,
    client_id: UUID,
    line: Line,
    now: datetime,
    started_on: date | None = None,
    shows: Iterable[str] = (),
) -> Medication:
    """Put one medicine on the list. Raises MedicineIncomplete, MedicineStartsLater."""
    client = client_for(actor, client_id)
    if problems := problems_of(line):
        raise MedicineIncomplete(*problems)
    today = local_day(now, client.site)
    if started_on is not None and started_on > today:
        raise MedicineStartsLater("medicine_starts_later")
    written: dict[str, Any] = asdict(line)
    for name in ("name", "dose", "frequency", "prescriber", "dispenser", "reason"):
        written[name] = written[name].strip()
    written["schedule"] = schedule_of(line.kind, line.schedule)
    written["dose_times"] = sorted(set(line.dose_times))
    written["dose_days"] = sorted(set(line.dose_days))
    medication = Medication.objects.create(
        client=client,
        site_id=client.site_id,
        shows_as=list(shows_as(line.kind, shows)),
        started_on=started_on or today,
        recorded_at=now,
        recorded_by_id=actor.worker_id,
        **written,
    )
    _note(actor, medication, "recorded", now, after=_terms(medication))
    return medication


@action
def change_terms(
    *,
    actor: Actor,
    medication_id: UUID,
    now: datetime,
    dose: str = "",
    route: str = "",
    frequency: str = "",
    prescriber: str = "",
    dispenser: str = "",
    words: str = "",
    expected_version: int | None = None,
) -> Medication:
    """Change what is given; empty stays as it is. Another prescriber asks for a reconciliation.

    Raises MedicineHasEnded, MedicineNothingChanged, MedicineIncomplete, StaleVersion.
    """
    medication = _open(actor, medication_id, expected_version)
    given = {
        "dose": dose,
        "route": route,
        "frequency": frequency,
        "prescriber": prescriber,
        "dispenser": dispenser,
    }
    fresh = {
        name: value.strip()
        for name, value in given.items()
        if value.strip() and value.strip() != getattr(medication, name)
    }
    if not fresh:
        raise MedicineNothingChanged("medicine_nothing_changed")
    terms: dict[str, Any] = {**_terms(medication), **fresh}
    if problems := problems_of(
        Line(name=medication.name, kind=medication.kind, reason="-", injection_days=1, **terms)
    ):
        raise MedicineIncomplete(*problems)
    before = _terms(medication)
    medication.change(**fresh)
    what = "prescriber_changed" if "prescriber" in fresh else "dose_changed"
    event = _note(actor, medication, what, now, before=before, after=terms, words=words)
    if "prescriber" in fresh:
        open_reconciliation(
            actor=actor,
            client_id=medication.client_id,
            moment="prescriber_change",
            origin=str(event.pk),
            now=now,
        )
    return medication


@action
def hold_medicine(
    *,
    actor: Actor,
    medication_id: UUID,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> Medication:
    """Nothing of it is taken until it is taken up again; due doses are written down as held."""
    medication = _open(actor, medication_id, expected_version)
    if medication.held_at is not None:
        raise MedicineNothingChanged("medicine_nothing_changed")
    _must_say(reason)
    medication.change(held_at=now)
    _note(actor, medication, "held", now, words=reason)
    return medication


@action
def resume_medicine(
    *, actor: Actor, medication_id: UUID, now: datetime, expected_version: int | None = None
) -> Medication:
    """A held medicine is taken again. Raises MedicineNothingChanged where it was not held."""
    medication = _open(actor, medication_id, expected_version)
    if medication.held_at is None:
        raise MedicineNothingChanged("medicine_nothing_changed")
    medication.change(held_at=None)
    _note(actor, medication, "resumed", now)
    return medication


@action
def stop_medicine(
    *,
    actor: Actor,
    medication_id: UUID,
    reason: str,
    now: datetime,
    ended_on: date | None = None,
    expected_version: int | None = None,
) -> Medication:
    """End a line from a day on, that day still counting. It stays on record."""
    medication = _open(actor, medication_id, expected_version)
    _must_say(reason)
    today = local_day(now, medication.site)
    last = ended_on or today
    if not medication.started_on <= last <= today:
        raise MedicineStartsLater("medicine_ends_outside")
    medication.change(ended_on=last, ended_reason=reason.strip()[:200])
    _note(actor, medication, "stopped", now, words=reason, after={"last_day": last.isoformat()})
    return medication


def _open(actor: Actor, medication_id: UUID, expected_version: int | None) -> Medication:
    medication = locked_medicine(actor, medication_id, expected_version=expected_version)
    if medication.ended_on is not None:
        raise MedicineHasEnded("medicine_has_ended")
    return medication


def _must_say(reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise MedicineNeedsReason("medicine_needs_reason")


def _terms(medication: Medication) -> dict[str, str]:
    return {name: str(getattr(medication, name)) for name in TERMS}


def _note(
    actor: Actor,
    medication: Medication,
    what: str,
    now: datetime,
    *,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
    words: str = "",
) -> MedicationEvent:
    """What happened, for the history of the line, the audit, and whoever listens."""
    detail = {name: value for name, value in (("before", before), ("after", after)) if value}
    event = MedicationEvent.objects.create(
        client_id=medication.client_id,
        site_id=medication.site_id,
        medication=medication,
        what=what,
        detail=detail,
        words=words.strip()[:500],
        at=now,
        by_id=actor.worker_id,
    )
    audit.record(
        f"medications.medicine.{what}",
        actor=actor,
        subject=medication,
        at=now,
        client_id=medication.client_id,
    )
    announce(MedicinesChanged(medication.client_id, medication.pk, what, actor, now))
    return event
