"""The first days of an addiction medicine: what was seen before, the first dose, how it went."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.medications.facts import MedicinesChanged
from homeward.medications.models import MedicationEvent
from homeward.medications.reaching import locked_medicine
from homeward.medications.rules.known import KNOWN

STEPS = ("begun", "first_dose", "same_day_check", "next_day_check", "settled")
PLACES = ("here", "home", "elsewhere")


class NotAnAddictionMedicine(Refusal):
    """Only a medicine against an addiction is started this way."""


class StartStepUnknown(Refusal):
    """No such step, or no such place."""


@action
def note_start(
    *,
    actor: Actor,
    medication_id: UUID,
    step: str,
    place: str,
    now: datetime,
    score: int | None = None,
    last_opioid_on: date | None = None,
    words: str = "",
    expected_version: int | None = None,
) -> MedicationEvent:
    """Write down one step of a start; a score is the scale's own total at that moment.

    Nothing stops a start: what is not known is shown beside it (`rules.starting`).
    """
    medication = locked_medicine(actor, medication_id, expected_version=expected_version)
    if medication.kind not in KNOWN:
        raise NotAnAddictionMedicine("start_not_an_addiction_medicine")
    if step not in STEPS or place not in PLACES:
        raise StartStepUnknown("start_step_unknown")
    detail = {"step": step, "place": place, "dose": medication.dose}
    if score is not None:
        detail["score"] = str(score)
    if last_opioid_on is not None:
        detail["last_opioid_on"] = last_opioid_on.isoformat()
    event = MedicationEvent.objects.create(
        client_id=medication.client_id,
        site_id=medication.site_id,
        medication=medication,
        what="start",
        detail=detail,
        words=words.strip()[:500],
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.start.noted", actor=actor, subject=event, at=now, reason=step)
    announce(MedicinesChanged(medication.client_id, medication.pk, "start", actor, now))
    return event
