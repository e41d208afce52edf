"""The hour of doses: one mark a dose, a correction beside it, a second signature under waste."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.medications.duties import INJECT, WITNESS, end_duties, open_medical_duty
from homeward.medications.facts import MedicationError
from homeward.medications.models import DoseMark, Medication, WasteWitness
from homeward.medications.reaching import (
    SERVICE,
    client_for,
    local_day,
    locked_medicine,
    watched_medicine,
)
from homeward.medications.rights import is_nursing, permit, watches_doses
from homeward.medications.rules.dosing import STATES, may_record
from homeward.medications.timing import due_times

SHORTEST_REASON = 3
WITNESS_HOURS = 1


class DoseStateUnknown(Refusal):
    """A dose is taken, refused, held, missed or wasted."""


class DoseNotDue(Refusal):
    """No dose of this medicine is due here at that time."""


class DoseAlreadyRecorded(Refusal):
    """Somebody wrote this dose down before; a correction is a row of its own."""


class DoseNeedsReason(Refusal):
    """All but "taken" say why."""


class DoseIsHeld(Refusal):
    """The medicine is held: nothing of it is taken until a nurse or prescriber takes it up."""


class DoseInFuture(Refusal):
    """What has not been yet is not written down."""


class NotWasted(Refusal):
    """Only a wasted controlled dose takes a second signature."""


class SecondSignatureIsSomebodyElses(Refusal):
    """Nobody is their own witness."""


@action
def record_dose(
    *,
    actor: Actor,
    medication_id: UUID,
    state: str,
    now: datetime,
    due_at: datetime | None = None,
    manner: str = "watched",
    reason: str = "",
    count_after: int | None = None,
    lot: str = "",
    place: str = "",
) -> DoseMark:
    """Write down what became of one dose; `due_at` empty is one as needed, or an injection.

    Raises NotAllowed where a technician would give, hold or waste; the refusals of this file;
    Medication.DoesNotExist out of reach.
    """
    permit(watches_doses(actor))
    if state not in STATES or manner not in DoseMark.Manner.values:
        raise DoseStateUnknown("dose_state_unknown")
    permit(may_record(state, manner, is_nursing=is_nursing(actor)))
    medication = watched_medicine(actor, medication_id)
    if due_at is not None:
        due_at = due_at.astimezone(UTC)
    _must_be_open(medication, state, manner, due_at, now)
    if state != "taken" and len(reason.strip()) < SHORTEST_REASON:
        raise DoseNeedsReason("dose_needs_reason")
    mark = DoseMark.objects.create(
        client_id=medication.client_id,
        site_id=medication.site_id,
        medication=medication,
        due_at=due_at,
        on=local_day(due_at or now, medication.site),
        state=state,
        manner=manner,
        dose=medication.dose,
        lot=lot.strip()[:40],
        place=place.strip()[:60],
        reason=reason.strip()[:200],
        count_after=count_after,
        is_controlled=medication.is_controlled,
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.dose.recorded", actor=actor, subject=mark, at=now, reason=state)
    _follow_up(actor, mark, now)
    return mark


@action
def correct_dose(
    *, actor: Actor, dose_id: UUID, state: str, reason: str, now: datetime
) -> DoseMark:
    """Say that a mark was wrong and what was true; the first mark stands, crossed by this one.

    A nurse or prescriber corrects. That a dose was taken after all, or was not, is an error that
    opens an incident. Raises DoseAlreadyRecorded when that mark was corrected before.
    """
    permit(is_nursing(actor))
    if state not in STATES:
        raise DoseStateUnknown("dose_state_unknown")
    if len(reason.strip()) < SHORTEST_REASON:
        raise DoseNeedsReason("dose_needs_reason")
    rows = DoseMark.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    wrong: DoseMark = rows.get(pk=dose_id)
    locked_medicine(actor, wrong.medication_id)  # its marks are never locked: none ever changes
    if rows.filter(corrects=wrong).exists():
        raise DoseAlreadyRecorded("dose_already_recorded")
    mark = DoseMark.objects.create(
        client_id=wrong.client_id,
        site_id=wrong.site_id,
        medication_id=wrong.medication_id,
        due_at=wrong.due_at,
        on=wrong.on,
        state=state,
        manner=wrong.manner,
        dose=wrong.dose,
        reason=reason.strip()[:200],
        is_controlled=wrong.is_controlled,
        corrects=wrong,
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.dose.corrected", actor=actor, subject=mark, at=now, reason=state)
    if "taken" in (wrong.state, mark.state) and wrong.state != mark.state:
        announce(
            MedicationError(
                origin=f"medications.dose:{wrong.pk}", client_id=mark.client_id,
                what=f"A dose was written down as {wrong.state}; it was {mark.state}.",
                done="The record was corrected.", site_id=mark.site_id, occurred_at=wrong.at,
                actor=actor, at=now,
            )
        )  # fmt: skip
    _follow_up(actor, mark, now)
    return mark


@action
def witness_waste(*, actor: Actor, dose_id: UUID, now: datetime) -> WasteWitness:
    """Sign under a wasted controlled dose that somebody else wrote down, from one's own sign-in."""
    permit(watches_doses(actor))
    rows = DoseMark.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    mark: DoseMark = rows.get(pk=dose_id)
    watched_medicine(actor, mark.medication_id)
    if mark.state != DoseMark.State.WASTED or not mark.is_controlled:
        raise NotWasted("dose_not_wasted")
    if mark.by_id == actor.worker_id:
        raise SecondSignatureIsSomebodyElses("dose_witness_is_same")
    witnesses = WasteWitness.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    if witnesses.filter(mark=mark).exists():
        raise DoseAlreadyRecorded("dose_already_recorded")
    made = WasteWitness.objects.create(
        client_id=mark.client_id, site_id=mark.site_id, mark=mark, at=now, by_id=actor.worker_id
    )
    audit.record("medications.dose.witnessed", actor=actor, subject=made, at=now)
    end_duties(
        actor=actor, client_id=mark.client_id, kind=WITNESS, disposition="signed", now=now,
        dose=str(mark.pk),
    )  # fmt: skip
    return made


def _must_be_open(
    medication: Medication, state: str, manner: str, due_at: datetime | None, now: datetime
) -> None:
    if due_at is None:
        is_by_the_clock = medication.is_observed and bool(medication.dose_times)
        if medication.ended_on is not None or (is_by_the_clock and manner == "watched"):
            raise DoseNotDue("dose_not_due")
    else:
        if due_at > now + timedelta(hours=24):
            raise DoseInFuture("dose_in_future")
        if due_at not in due_times(medication, local_day(due_at, medication.site)):
            raise DoseNotDue("dose_not_due")
        marks = DoseMark.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
        if marks.filter(medication=medication, due_at=due_at).exists():
            raise DoseAlreadyRecorded("dose_already_recorded")
    if medication.held_at is not None and state == "taken":
        raise DoseIsHeld("dose_is_held")


def _follow_up(actor: Actor, mark: DoseMark, now: datetime) -> None:
    if mark.state == DoseMark.State.WASTED and mark.is_controlled:
        open_medical_duty(
            actor=actor,
            client=client_for(SERVICE, mark.client_id),
            kind=WITNESS,
            origin=f"medications:waste:{mark.pk}",
            due_at=now + timedelta(hours=WITNESS_HOURS),
            detail={"dose": str(mark.pk)},
            now=now,
        )
    if mark.state == DoseMark.State.TAKEN and mark.manner == DoseMark.Manner.GIVEN:
        end_duties(
            actor=actor, client_id=mark.client_id, kind=INJECT, disposition="given", now=now,
            medication=str(mark.medication_id),
        )  # fmt: skip
