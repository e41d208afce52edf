"""Vital signs, allergies, pregnancy, and education about TB and HIV."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.medications.allergy_line import allergy_line
from homeward.medications.models import (
    Allergy,
    AllergyStatement,
    HealthEducation,
    PregnancyStatement,
    Vitals,
)
from homeward.medications.reaching import SERVICE, client_for, local_day, program_of
from homeward.medications.rules.vitals import Measured, impossible, outside
from homeward.people.models import Client
from homeward.program.queries import numbers_for

TOPICS = ("tb", "hiv", "hepatitis")
MANNERS = ("talk", "group", "handout")
TESTING = ("wanted", "referred", "declined", "done_before", "not_offered")
BASES = ("said", "test", "record")
SAID_BY = ("person", "family", "pharmacy", "prescriber", "record")


class VitalsImpossible(Refusal):
    """Nobody alive has such a measurement; the codes name what to look at again."""


class NothingMeasured(Refusal):
    """Not one measurement was written."""


class AllergyIncomplete(Refusal):
    """An allergy says to what, what it does, how badly, and who said so."""


class AllergiesAreListed(Refusal):
    """Allergies stand on the list; "none known" would contradict them."""


class PregnancyUnclear(Refusal):
    """The status, how it is known, and a date only where there is a pregnancy."""


class EducationUnclear(Refusal):
    """The topic, how, whether a test was wanted, and a day that has been."""


@action
def take_vitals(
    *, actor: Actor, client_id: UUID, measured: Measured, now: datetime, told: str = ""
) -> Vitals:
    """Keep one set; what lies outside the program's limits is named with it, and warns."""
    client = client_for(actor, client_id)
    if wrong := impossible(measured):
        raise VitalsImpossible(*(f"vitals_{name}_impossible" for name in wrong))
    given = {name: value for name, value in asdict(measured).items() if value is not None}
    if not given:
        raise NothingMeasured("vitals_nothing_measured")
    numbers = numbers_for(program_of(client.pk), local_day(now, client.site))
    decision = outside(measured, numbers)
    row = Vitals.objects.create(
        client=client,
        site_id=client.site_id,
        outside=[reason.code for reason in decision.lines(State.NOT_MET)],
        told=told.strip()[:200],
        at=now,
        by_id=actor.worker_id,
        **given,
    )
    audit.record("medications.vitals.taken", actor=actor, subject=row, at=now)
    return row


@action
def add_allergy(
    *,
    actor: Actor,
    client_id: UUID,
    substance: str,
    reaction: str,
    severity: str,
    said_by: str,
    now: datetime,
) -> Allergy:
    """Put one allergy on the list, and on the line that every page of the record shows."""
    client = client_for(actor, client_id)
    wrong = {
        "allergy_substance_missing": not substance.strip(),
        "allergy_reaction_missing": not reaction.strip(),
        "allergy_severity_unknown": severity not in Allergy.Severity.values,
        "allergy_said_by_unknown": said_by not in SAID_BY,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise AllergyIncomplete(*codes)
    _keep_earlier_line(client, actor, now)
    row = Allergy.objects.create(
        client=client,
        site_id=client.site_id,
        substance=substance.strip()[:80],
        reaction=reaction.strip()[:120],
        severity=severity,
        said_by=said_by,
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.allergy.added", actor=actor, subject=row, at=now)
    _write_line(client.pk)
    return row


@action
def end_allergy(
    *, actor: Actor, client_id: UUID, allergy_id: UUID, because: str, now: datetime
) -> Allergy:
    """Take one allergy off the list with the reason; it stays on record."""
    client = client_for(actor, client_id)
    if len(because.strip()) < 3:
        raise AllergyIncomplete("allergy_reason_missing")
    rows = Allergy.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    row: Allergy = rows.select_for_update(of=("self",)).get(
        pk=allergy_id, client_id=client.pk, ended_at=None
    )
    row.change(ended_at=now, ended_by_id=actor.worker_id, ended_because=because.strip()[:200])
    audit.record("medications.allergy.ended", actor=actor, subject=row, at=now)
    _write_line(client.pk)
    return row


@action
def state_allergies(*, actor: Actor, client_id: UUID, says: str, now: datetime) -> AllergyStatement:
    """State that none is known, or that nobody could be asked. Silence states nothing."""
    client = client_for(actor, client_id)
    if says not in AllergyStatement.Says.values:
        raise AllergyIncomplete("allergy_statement_unknown")
    rows = Allergy.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    if _earlier_line(client.pk) or rows.filter(client_id=client.pk, ended_at=None).exists():
        raise AllergiesAreListed("allergies_are_listed")
    made = AllergyStatement.objects.create(
        client=client, site_id=client.site_id, says=says, at=now, by_id=actor.worker_id
    )
    audit.record("medications.allergy.stated", actor=actor, subject=made, at=now, reason=says)
    _write_line(client.pk)
    return made


@action
def state_pregnancy(
    *,
    actor: Actor,
    client_id: UUID,
    status: str,
    basis: str,
    now: datetime,
    expected_on: date | None = None,
) -> PregnancyStatement:
    """Keep what was said or shown; the latest statement is the one that stands."""
    client = client_for(actor, client_id)
    is_pregnant = status == PregnancyStatement.Status.PREGNANT
    if (
        status not in PregnancyStatement.Status.values
        or basis not in BASES
        or (expected_on is not None and not is_pregnant)
    ):
        raise PregnancyUnclear("pregnancy_unclear")
    made = PregnancyStatement.objects.create(
        client=client,
        site_id=client.site_id,
        status=status,
        basis=basis,
        expected_on=expected_on,
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.pregnancy.stated", actor=actor, subject=made, at=now)
    return made


@action
def record_education(
    *,
    actor: Actor,
    client_id: UUID,
    topic: str,
    manner: str,
    testing: str,
    on: date,
    now: datetime,
) -> HealthEducation:
    """Keep that TB, HIV or hepatitis was talked about, and whether a test was wanted."""
    client = client_for(actor, client_id)
    if (
        topic not in TOPICS
        or manner not in MANNERS
        or testing not in TESTING
        or on > local_day(now, client.site)
    ):
        raise EducationUnclear("education_unclear")
    made = HealthEducation.objects.create(
        client=client,
        site_id=client.site_id,
        topic=topic,
        manner=manner,
        testing=testing,
        on=on,
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.education.given", actor=actor, subject=made, at=now, reason=topic)
    return made


def _earlier_line(client_id: UUID) -> str:
    """What was written about allergies before there was a list; empty once there is one."""
    listed = Allergy.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    if listed.filter(client_id=client_id).exists():
        return ""
    rows: Any = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    line: str = rows.get(pk=client_id).allergies
    return line


def _keep_earlier_line(client: Client, actor: Actor, now: datetime) -> None:
    """The earlier line becomes an entry of its own, so that no warning is lost."""
    if line := _earlier_line(client.pk):
        Allergy.objects.create(
            client=client,
            site_id=client.site_id,
            substance=line[:80],
            reaction=str(_("not said")),
            severity=Allergy.Severity.UNKNOWN,
            said_by="record",
            at=now,
            by_id=actor.worker_id,
        )


def _write_line(client_id: UUID) -> None:
    """The one line about allergies on the client's own row says what the list says."""
    rows: Any = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    client = rows.select_for_update(of=("self",)).get(pk=client_id)
    line = allergy_line(client_id)
    if client.allergies != line:
        client.change(allergies=line)
