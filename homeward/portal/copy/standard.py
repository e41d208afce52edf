"""The whole record as a FHIR R4 (4.0.1) Bundle of kind collection, for another program's system.

Times are UTC. What R4 has no code for stands as text; nothing is coded that was not recorded as a
code. A presumptive result is `preliminary` and says that it is not confirmed.
"""

import base64
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import uuid5

from homeward.attendance.queries import CAME
from homeward.consents.fhir import LABELS, to_fhir
from homeward.drugtests.models import AnalyteResult
from homeward.drugtests.words import RESULTS, analyte
from homeward.plans.models import Objective, Plan
from homeward.portal.copy import answered, around, assessed, days, earned, medical, said
from homeward.portal.copy.whole import Whole

Resource = dict[str, Any]
LOINC = "http://loinc.org"
PROGRESS_NOTE, DISCHARGE_SUMMARY = ("11506-3", "Progress note"), ("18842-5", "Discharge summary")
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
CLASS = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
GOAL_STATES = {
    Objective.State.ACTIVE: "active",
    Objective.State.MET: "completed",
    Objective.State.DISCONTINUED: "cancelled",
    Objective.State.DEFERRED: "on-hold",
}
PLAN_STATES = {Plan.State.ACTIVE: "active"}


def bundle_of(whole: Whole) -> Resource:
    """The Bundle; every reference in it leads to a resource in it."""
    resources = [
        _patient(whole), *_episodes(whole), *_plans(whole), *_encounters(whole), *_papers(whole),
        *_results(whole), *answered.resources(whole.responses, _made, _subject(whole)),
        *_check_ins(whole), *_medicines(whole), *_consents(whole),
        *days.resources(whole.days, _made, _subject(whole)),
        *earned.resources(whole.earned, _made, _subject(whole)),
        *said.resources(whole.said, _made, _subject(whole)), *_in_words(whole),
    ]  # fmt: skip
    security = [{"system": system, "code": code} for system, code in LABELS]
    return {
        "resourceType": "Bundle",
        "meta": {"security": security},
        "type": "collection",
        "timestamp": whole.own.now.isoformat(),
        "entry": [
            {"fullUrl": f"urn:uuid:{each['id']}", "resource": each} for each in resources
        ],
    }  # fmt: skip


def _made(kind: str, row_id: object, **fields: Any) -> Resource:
    """A resource without what is not known."""
    known = {name: value for name, value in fields.items() if value not in (None, "", [], {})}
    return {"resourceType": kind, "id": str(row_id), **known}


def _refer(row_id: object) -> Resource:
    return {"reference": f"urn:uuid:{row_id}"}


def _subject(whole: Whole) -> Resource:
    return _refer(whole.own.client.pk)


def _period(start: date | datetime | None, end: date | datetime | None) -> Resource:
    both = {"start": start, "end": end}
    return {name: value.isoformat() for name, value in both.items() if value is not None}


def _patient(whole: Whole) -> Resource:
    client = whole.own.client
    return _made(
        "Patient", client.pk,
        identifier=[{"use": "usual", "value": client.chart_number}],
        name=[{"use": "official", "text": client.name}],
        birthDate=client.birth_date.isoformat(),
        communication=[{"language": {"coding": [
            {"system": "urn:ietf:bcp:47", "code": client.language}
        ]}}],
    )  # fmt: skip


def _episodes(whole: Whole) -> Iterator[Resource]:
    for row in whole.episodes:
        yield _made(
            "EpisodeOfCare", row.pk,
            status="finished" if row.ended_at else "active",
            type=[{"text": f"{row.program.name}, {row.level_code}"}],
            patient=_subject(whole),
            period=_period(row.admitted_on, row.ended_on),
        )  # fmt: skip


def _plans(whole: Whole) -> Iterator[Resource]:
    for plan in whole.plans:
        goals = [goal for goal in whole.goals if goal.problem.plan_id == plan.pk]
        steps = [
            (goal, step) for goal in goals for step in whole.objectives if step.goal_id == goal.pk
        ]
        yield _made(
            "CarePlan", plan.pk,
            status=PLAN_STATES.get(plan.state, "revoked" if plan.ended_at else "on-hold"),
            intent="plan",
            description=plan.strengths,
            subject=_subject(whole),
            period=_period(plan.active_from, plan.ended_at),
            goal=[_refer(step.pk) for _, step in steps],
        )  # fmt: skip
        for goal, step in steps:
            yield _made(
                "Goal", step.pk,
                lifecycleStatus=GOAL_STATES.get(step.state, "active"),
                description={"text": f"{goal.own_words}: {step.statement}"},
                subject=_subject(whole),
                target=[
                    {"measure": {"text": step.measure}, "dueDate": step.target_on.isoformat()}
                ],
            )  # fmt: skip


def _encounters(whole: Whole) -> Iterator[Resource]:
    for mark in whole.marks:
        session = mark.session
        yield _made(
            "Encounter", mark.pk,
            status="finished" if mark.state in CAME else "cancelled",
            **{"class": {"system": CLASS, "code": "AMB"}},
            type=[{"text": session.name}],
            subject=_subject(whole),
            period=_period(session.starts_at, session.ends_at),
            length={"value": mark.credited_minutes, "unit": "min", "code": "min",
                    "system": "http://unitsofmeasure.org"},
        )  # fmt: skip


def _papers(whole: Whole) -> Iterator[Resource]:
    for note in whole.notes:
        shared = whole.shared.get(note.session_id, "")
        added = [each.body for each in whole.addenda.get(note.pk, ())]
        words = "\n\n".join(each for each in (shared, note.body, *added) if each)
        yield _document(whole, note.pk, PROGRESS_NOTE, note.signed_at, note.signed_by.name, words)
    for crisis in whole.crises:
        by = crisis.signed_by.name
        yield _document(whole, crisis.pk, PROGRESS_NOTE, crisis.signed_at, by, crisis.body)
    for row in whole.discharges:
        at, by = row.discharged_at, row.author.name
        yield _document(whole, row.pk, DISCHARGE_SUMMARY, at, by, row.narrative)


def _document(
    whole: Whole, row_id: object, kind: tuple[str, str], at: Any, by: str, words: str
) -> Resource:
    code, display = kind
    content = base64.b64encode(words.encode()).decode()
    return _made(
        "DocumentReference", row_id,
        status="current",
        type={"coding": [{"system": LOINC, "code": code, "display": display}]},
        subject=_subject(whole),
        date=at.isoformat(),
        author=[{"display": by}],
        content=[
            {"attachment": {"contentType": "text/plain; charset=utf-8", "data": content}}
        ],
    )  # fmt: skip


def _in_words(whole: Whole) -> Iterator[Resource]:
    """The parts that R4 has no code for here, each as one document in words."""
    zone, subject = whole.own.zone, _subject(whole)
    told = (
        *assessed.parts(whole.assessed, zone), *medical.parts(whole.medical, zone),
        *around.parts(whole.around, whole.own),
    )  # fmt: skip
    for number, part in enumerate(told):
        if words := part.as_words():
            content = base64.b64encode(words.encode()).decode()
            yield _made(
                "DocumentReference", uuid5(whole.own.client.pk, f"part {number}"),
                status="current", type={"text": part.title}, subject=subject,
                date=whole.own.now.isoformat(),
                content=[
                    {"attachment": {"contentType": "text/plain; charset=utf-8", "data": content}}
                ],
            )  # fmt: skip


def _results(whole: Whole) -> Iterator[Resource]:
    for row in whole.results:
        is_first_reading = row.method == "presumptive"
        yield _made(
            "Observation", row.pk,
            status="preliminary" if is_first_reading else "corrected" if row.is_corrected
            else "final",
            category=[{"coding": [{"system": CATEGORY, "code": "laboratory"}]}],
            code={"text": str(analyte(row.analyte))},
            subject=_subject(whole),
            effectiveDateTime=row.at.isoformat(),
            **_value(row),
            note=[{"text": str(RESULTS[row.result])}],
        )  # fmt: skip


def _value(row: AnalyteResult) -> Resource:
    if row.level is None:
        return {"valueString": str(RESULTS[row.result])}
    return {"valueQuantity": {"value": float(row.level), "unit": row.unit}}


def _check_ins(whole: Whole) -> Iterator[Resource]:
    for row in whole.check_ins:
        said = {"craving, 0 to 10": row.craving, "mood, 0 to 10": row.mood}
        parts = [
            {"code": {"text": name}, "valueInteger": value}
            for name, value in said.items()
            if value is not None
        ]
        yield _made(
            "Observation", row.pk,
            status="final",
            category=[{"coding": [{"system": CATEGORY, "code": "survey"}]}],
            code={"text": "check-in"},
            subject=_subject(whole),
            effectiveDateTime=row.at.isoformat(),
            component=parts,
            note=[{"text": row.word}] if row.word else [],
        )  # fmt: skip


def _medicines(whole: Whole) -> Iterator[Resource]:
    for row in whole.medicines:
        yield _made(
            "MedicationStatement", row.pk,
            status="completed" if row.ended_on else "on-hold" if row.held_at else "active",
            medicationCodeableConcept={"text": row.name},
            subject=_subject(whole),
            effectivePeriod=_period(row.started_on, row.ended_on),
            dosage=[{"text": f"{row.dose}, {row.frequency}"}],
        )  # fmt: skip
    for row in whole.allergies:
        yield _made(
            "AllergyIntolerance", row.pk,
            code={"text": row.substance},
            patient=_subject(whole),
            recordedDate=row.at.isoformat(),
            reaction=[{"manifestation": [{"text": row.reaction}]}],
        )  # fmt: skip


def _consents(whole: Whole) -> Iterator[Resource]:
    for row in whole.consents:
        if row.signed_at is None:
            continue
        made = to_fhir(row, whole.revocations)
        yield {**made, "patient": _subject(whole)}
