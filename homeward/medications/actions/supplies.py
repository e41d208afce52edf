"""What was brought along and kept here, counted and given back; doses for days at home."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.medications.facts import MedicationError
from homeward.medications.models import BroughtCount, BroughtIn, DoseMark, Medication, TakeHome
from homeward.medications.reaching import SERVICE, local_day, locked_medicine, second_person
from homeward.medications.rules.counting import Brought, expected_count, problems_of

SHORTEST_REASON = 3
MOST_HOME_DAYS = 31


class NotIntoStorage(Refusal):
    """This container is not taken in; the codes say why."""


class ContainerIsOpen(Refusal):
    """One container of this medicine is kept here already; count it or close it first."""


class NothingKeptHere(Refusal):
    """No container of this medicine is kept here."""


class CountDiffers(Refusal):
    """The count is not what is expected: a reason and a second person belong to it."""


class HomeDaysUnclear(Refusal):
    """From today on, at most a month, the last day after the first, and at least one dose."""


class NothingAtHome(Refusal):
    """No doses of this medicine are at home, or they were counted back already."""


@action
def receive_container(
    *,
    actor: Actor,
    medication_id: UUID,
    counted: int,
    unit: str,
    storage: str,
    is_labelled: bool,
    now: datetime,
    expires_on: date | None = None,
    second_id: UUID | None = None,
) -> BroughtIn:
    """Take one container into storage; refuses what is not prescribed and recorded."""
    medication = locked_medicine(actor, medication_id)
    second = second_person(actor.worker_id, second_id, medication.site_id)
    today = local_day(now, medication.site)
    problems = problems_of(
        Brought(
            is_on_list=True,
            is_prescribed=bool(medication.prescriber),
            has_ended=medication.ended_on is not None,
            stays_with_person=medication.stays_with_person,
            is_labelled=is_labelled,
            is_expired=expires_on is not None and expires_on < today,
            is_controlled=medication.is_controlled,
            has_second_person=second is not None,
        )
    )
    if storage not in BroughtIn.Storage.values:
        problems = (*problems, "brought_storage_unknown")
    if problems:
        raise NotIntoStorage(*problems)
    if _kept(actor, medication) is not None:
        raise ContainerIsOpen("container_is_open")
    made = BroughtIn.objects.create(
        client_id=medication.client_id,
        site_id=medication.site_id,
        medication=medication,
        unit=unit.strip()[:20],
        counted=counted,
        storage=storage,
        expires_on=expires_on,
        received_at=now,
        received_by_id=actor.worker_id,
        seconded_by=second,
    )
    audit.record("medications.container.received", actor=actor, subject=made, at=now)
    return made


@action
def count_container(
    *,
    actor: Actor,
    medication_id: UUID,
    count: int,
    now: datetime,
    reason: str = "",
    second_id: UUID | None = None,
    closing: str = "",
) -> BroughtCount:
    """Count what is kept; with `closing` it also leaves: returned, used up or destroyed.

    A count that differs from what is expected needs a reason and a second person, and opens an
    incident.
    """
    medication = locked_medicine(actor, medication_id)
    container = _kept(actor, medication)
    if container is None:
        raise NothingKeptHere("nothing_kept_here")
    expected = expected_now(container)
    second = second_person(actor.worker_id, second_id, medication.site_id)
    if count != expected and (second is None or len(reason.strip()) < SHORTEST_REASON):
        raise CountDiffers("count_differs")
    if closing and closing not in BroughtIn.Closing.values:
        raise NotIntoStorage("brought_closing_unknown")
    if closing == BroughtIn.Closing.DESTROYED and second is None:
        raise NotIntoStorage("brought_needs_second_person")
    made = BroughtCount.objects.create(
        client_id=medication.client_id,
        site_id=medication.site_id,
        brought=container,
        count=count,
        expected=expected,
        reason=reason.strip()[:200],
        at=now,
        by_id=actor.worker_id,
        seconded_by=second,
    )
    audit.record("medications.container.counted", actor=actor, subject=made, at=now)
    if count != expected:
        announce(
            MedicationError(
                origin=f"medications.count:{made.pk}", client_id=made.client_id,
                what=f"A count of a medicine kept here does not agree: {count}, not {expected}.",
                done="Counted before a second person.", site_id=made.site_id, occurred_at=now,
                actor=actor, at=now,
            )
        )  # fmt: skip
    if closing:
        container.change(closed_at=now, closing=closing)
        audit.record(
            "medications.container.closed", actor=actor, subject=container, at=now, reason=closing
        )
    return made


def expected_now(container: BroughtIn) -> int:
    """What a container should hold: its last count less what was taken from it since."""
    counts: Any = BroughtCount.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    last = counts.filter(brought=container).order_by("-at", "-created_at").first()
    since = last.at if last else container.received_at
    marks = DoseMark.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        medication_id=container.medication_id, at__gt=since
    )
    rows = list(marks)
    crossed = {row.corrects_id for row in rows}
    states = [row.state for row in rows if row.pk not in crossed]
    return expected_count(last.count if last else container.counted, states)


@action
def give_take_home(
    *,
    actor: Actor,
    medication_id: UUID,
    first_day: date,
    last_day: date,
    doses: int,
    has_lock_box: bool,
    now: datetime,
) -> TakeHome:
    """Write down doses that go home for named days; on those days none is due here."""
    medication = locked_medicine(actor, medication_id)
    today = local_day(now, medication.site)
    if (
        doses < 1
        or first_day < today
        or last_day < first_day
        or last_day - first_day > timedelta(days=MOST_HOME_DAYS)
    ):
        raise HomeDaysUnclear("home_days_unclear")
    if medication.ended_on is not None or not medication.prescriber:
        raise NotIntoStorage("brought_not_prescribed")
    made = TakeHome.objects.create(
        client_id=medication.client_id,
        site_id=medication.site_id,
        medication=medication,
        first_day=first_day,
        last_day=last_day,
        doses=doses,
        has_lock_box=has_lock_box,
        given_at=now,
        given_by_id=actor.worker_id,
    )
    audit.record("medications.take_home.given", actor=actor, subject=made, at=now)
    return made


@action
def count_take_home(*, actor: Actor, medication_id: UUID, doses: int, now: datetime) -> TakeHome:
    """What came back of the oldest doses at home that were not counted yet."""
    medication = locked_medicine(actor, medication_id)
    rows = TakeHome.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    given = rows.filter(medication=medication, back_at=None).order_by("first_day").first()
    if given is None or doses > given.doses:
        raise NothingAtHome("nothing_at_home")
    given.change(back_at=now, back_doses=doses, back_by_id=actor.worker_id)
    audit.record("medications.take_home.counted", actor=actor, subject=given, at=now)
    return given  # type: ignore[no-any-return]


def _kept(actor: Actor, medication: Medication) -> BroughtIn | None:
    rows = BroughtIn.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    found: BroughtIn | None = (
        rows.filter(medication=medication, closed_at=None).select_for_update(of=("self",)).first()
    )
    return found
