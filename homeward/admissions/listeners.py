"""What facts announced below mean for an inquiry on its way."""

from typing import Any

from homeward import audit
from homeward.admissions.gating import do_what_gates_ask, gates_now
from homeward.admissions.models import AssessmentVisit, Inquiry
from homeward.admissions.moving import move
from homeward.admissions.queries import ENDED
from homeward.admissions.rules.pipeline import is_ended
from homeward.assessments.facts import AssessmentSigned
from homeward.core.actors import Actor
from homeward.core.facts import listens_to
from homeward.coverage.facts import BenefitsRecorded
from homeward.instruments.facts import InstrumentAnswered
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.placement.facts import DimensionsRated, PlacementDecided

# Both finished, and the inquiry is screened; CIWA-Ar follows only where drinking asks for it.
SCREENING = ("phq9", "audit_c")
SCORES = ("ciwa_ar", "cows")
_State = Inquiry.State


@listens_to(InstrumentAnswered)
def screening_finished(fact: InstrumentAnswered) -> None:
    """The last screening questionnaire moves the inquiry to screened."""
    if fact.instrument not in SCREENING:
        return
    inquiry = _on_its_way(fact.client_id)
    if inquiry is None or inquiry.state not in (_State.INQUIRY, _State.CONTACTED):
        return
    answered = Response.objects.for_actor(_service, Purpose.OPERATIONS).filter(
        client_id=fact.client_id,
        instrument__in=SCREENING,
        is_handed_in=True,
        answered_at__gte=inquiry.first_request_at,
    )
    if {each.instrument for each in answered} == set(SCREENING):
        move(inquiry, _State.SCREENED, actor=fact.actor, now=fact.at, reason="screening")


@listens_to(InstrumentAnswered)
def withdrawal_scored(fact: InstrumentAnswered) -> None:
    """A withdrawal score goes through the gates at once; it opens holds and releases none."""
    if fact.instrument not in SCORES:
        return
    inquiry = _on_its_way(fact.client_id)
    if inquiry is None or is_ended(inquiry.state):
        return
    rows = Client.objects.for_actor(_service, Purpose.TREATMENT).select_related("site")
    client = rows.get(pk=fact.client_id)
    decision = gates_now(client, inquiry, fact.at)
    do_what_gates_ask(decision, actor=fact.actor, client=client, inquiry=inquiry, now=fact.at)


@listens_to(BenefitsRecorded)
def benefits_recorded(fact: BenefitsRecorded) -> None:
    """After screening, the payer's answer is the next step."""
    inquiry = _on_its_way(fact.client_id)
    if inquiry is not None and inquiry.state == _State.SCREENED:
        move(inquiry, _State.BENEFITS_VERIFIED, actor=fact.actor, now=fact.at, reason="verified")


@listens_to(DimensionsRated)
def dimensions_rated(fact: DimensionsRated) -> None:
    """Rating the dimensions is the assessment."""
    inquiry = _on_its_way(fact.client_id)
    if inquiry is not None and inquiry.state in (
        _State.SCREENED, _State.BENEFITS_VERIFIED, _State.ASSESSMENT_SCHEDULED, _State.PLACED,
    ):  # fmt: skip
        move(inquiry, _State.ASSESSED, actor=fact.actor, now=fact.at, reason="rated")


@listens_to(PlacementDecided)
def placement_decided(fact: PlacementDecided) -> None:
    """The team decided on a level."""
    inquiry = _on_its_way(fact.client_id)
    if inquiry is not None and inquiry.state == _State.ASSESSED:
        move(inquiry, _State.PLACED, actor=fact.actor, now=fact.at, reason=fact.provided_level)


@listens_to(AssessmentSigned)
def assessment_signed(fact: AssessmentSigned) -> None:
    """The signed assessment is the interview that was planned."""
    visits = AssessmentVisit.objects.for_actor(_service, Purpose.OPERATIONS)
    visit = visits.filter(client_id=fact.client_id, state=AssessmentVisit.State.PLANNED).first()
    if visit is None:
        return
    visit.change(
        state=AssessmentVisit.State.KEPT,
        started_at=fact.started_at,
        ended_at=fact.at,
        diagnosis=fact.diagnosis,
        criteria_met=fact.criteria_met,
        summary=fact.summary,
    )
    audit.record("admissions.assessment.kept", actor=fact.actor, subject=visit, at=fact.at)
    inquiry = _on_its_way(fact.client_id)
    if inquiry is not None and inquiry.state == _State.ASSESSMENT_SCHEDULED:
        move(inquiry, _State.ASSESSED, actor=fact.actor, now=fact.at, reason="interview")


_service = Actor.of_service("admissions")


def _on_its_way(client_id: Any) -> Inquiry | None:
    """The inquiry that is still open, also where an ended one was written down as newer."""
    rows = Inquiry.objects.for_actor(_service, Purpose.OPERATIONS).filter(client_id=client_id)
    waiting = rows.exclude(state__in=ENDED).select_for_update(of=("self",))
    return waiting.order_by("-first_request_at").first()
