"""The appointment for the assessment: given, or missed; the signed assessment keeps it."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.admissions.actions.reaching import inquiry_to_write
from homeward.admissions.models import AssessmentVisit, Inquiry
from homeward.admissions.moving import move
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.models import TeamMembership
from homeward.staff.models import Worker

MISSED = (AssessmentVisit.State.NO_SHOW, AssessmentVisit.State.CANCELLED)


class NoClientYet(Refusal):
    """Screening opens the client's record; only then can an appointment be given."""


class AppointmentInPast(Refusal):
    """An appointment lies ahead."""


class AppointmentAlreadyGiven(Refusal):
    """One appointment at a time; record what became of the first."""


class VisitOver(Refusal):
    """This appointment is already recorded as kept or missed."""


@action
def schedule_assessment(
    *,
    actor: Actor,
    inquiry_id: UUID,
    worker_id: UUID,
    starts_at: datetime,
    now: datetime,
    minutes: int = 75,
    reason: str = "",
) -> AssessmentVisit:
    """Give the appointment; its clinician joins the team, which opens the chart to them.

    `reason` says why it is none of the open times that are offered.
    """
    inquiry = inquiry_to_write(actor, inquiry_id)
    if inquiry.client_id is None:
        raise NoClientYet
    if starts_at <= now:
        raise AppointmentInPast
    worker = Worker.objects.get(pk=worker_id)
    try:
        with transaction.atomic():
            visit = AssessmentVisit.objects.create(
                client_id=inquiry.client_id,
                site_id=inquiry.site_id,
                inquiry=inquiry,
                worker=worker,
                starts_at=starts_at,
                minutes=minutes,
                time_reason=reason.strip()[:200],
            )
    except IntegrityError as fault:
        raise AppointmentAlreadyGiven from fault
    if inquiry.state != Inquiry.State.ASSESSMENT_SCHEDULED:
        move(inquiry, Inquiry.State.ASSESSMENT_SCHEDULED, actor=actor, now=now, reason="scheduled")
    inquiry.change(appointment_at=starts_at)
    _join_team(inquiry, worker, actor=actor, now=now)
    audit.record(
        "admissions.assessment.scheduled",
        actor=actor,
        subject=visit,
        at=now,
        reason="another_time" if visit.time_reason else "open_time",
    )
    return visit


@action
def miss_assessment(*, actor: Actor, visit_id: UUID, state: str, now: datetime) -> AssessmentVisit:
    """The person did not come or called it off; the inquiry waits for another appointment."""
    visit = _planned(actor, visit_id)
    if state not in MISSED:
        raise VisitOver
    visit.change(state=state)
    audit.record("admissions.assessment.missed", actor=actor, subject=visit, at=now, reason=state)
    inquiry = _inquiry_behind(visit)
    if inquiry.state == Inquiry.State.ASSESSMENT_SCHEDULED:
        move(inquiry, Inquiry.State.SCREENED, actor=actor, now=now, reason=state)
        inquiry.change(appointment_at=None)
    return visit


def _planned(actor: Actor, visit_id: UUID) -> AssessmentVisit:
    visit: AssessmentVisit = (
        AssessmentVisit.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=visit_id)
    )
    if visit.state != AssessmentVisit.State.PLANNED:
        raise VisitOver
    return visit


def _inquiry_behind(visit: AssessmentVisit) -> Inquiry:
    """The inquiry of a visit; a clinician moves it without reading inquiries."""
    rows = Inquiry.objects.for_actor(Actor.of_service("admissions"), Purpose.OPERATIONS)
    return rows.select_for_update(of=("self",)).get(pk=visit.inquiry_id)  # type: ignore[no-any-return]


def _join_team(inquiry: Inquiry, worker: Worker, *, actor: Actor, now: datetime) -> None:
    teams = TeamMembership.objects.unscoped("a clinician joins for the assessment")
    if teams.filter(client_id=inquiry.client_id, worker=worker, ends_at=None).exists():
        return
    member = TeamMembership.objects.create(
        client_id=inquiry.client_id,
        site_id=inquiry.site_id,
        worker=worker,
        role="assessor",
        starts_at=now,
        reason="assessment",
    )
    audit.record("people.team.assigned", actor=actor, subject=member, at=now, reason="assessor")
