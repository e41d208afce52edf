"""The rows of one person's whole record, read once in their own scope."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.admissions.models import Episode
from homeward.attendance.models import AttendanceMark
from homeward.consents.models import Consent as Paper
from homeward.consents.queries import world_for
from homeward.consents.reading import recipient_words
from homeward.consents.rules.world import Consent, Revocation
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.instruments.models import CheckIn, Response
from homeward.kernel.purposes import Purpose
from homeward.medications.models import Allergy, Medication
from homeward.notes.models import Addendum, ClientNote, SessionNote
from homeward.plans.models import Goal, Objective, Plan
from homeward.portal.copy.around import Around
from homeward.portal.copy.assessed import Assessed
from homeward.portal.copy.days import Days
from homeward.portal.copy.earned import Earned
from homeward.portal.copy.medical import Medical
from homeward.portal.copy.said import SaidAndRead
from homeward.portal.own import Own
from homeward.progress.models import Discharge, LevelReview
from homeward.safety.models import CrisisNote, SafetyPlan


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything of one person that is not a draft, oldest first."""

    own: Own
    episodes: tuple[Episode, ...]
    plans: tuple[Plan, ...]
    goals: tuple[Goal, ...]
    objectives: tuple[Objective, ...]
    notes: tuple[ClientNote, ...]
    shared: dict[UUID, str]
    addenda: dict[UUID, tuple[Addendum, ...]]
    crises: tuple[CrisisNote, ...]
    safety_plans: tuple[SafetyPlan, ...]
    reviews: tuple[LevelReview, ...]
    marks: tuple[AttendanceMark, ...]
    tests: tuple[DrugTest, ...]
    results: tuple[AnalyteResult, ...]
    responses: tuple[Response, ...]
    check_ins: tuple[CheckIn, ...]
    medicines: tuple[Medication, ...]
    allergies: tuple[Allergy, ...]
    discharges: tuple[Discharge, ...]
    consents: tuple[Consent, ...]
    revocations: tuple[Revocation, ...]
    days: Days
    earned: Earned
    said: SaidAndRead
    assessed: Assessed
    medical: Medical
    around: Around
    recipients: dict[str, str]

    @classmethod
    def of(cls, own: Own) -> "Whole":
        """All of it, each class of record as far as it is open to the person."""

        def rows(model: Any, *order: str, **where: Any) -> Any:
            reached = model.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
            return reached.filter(client=own.client, **where).order_by(*order, "pk")

        notes = tuple(
            rows(ClientNote, "on", "signed_at", signed_at__isnull=False).select_related(
                "session", "signed_by"
            )
        )
        spoken = SessionNote.objects.filter(
            session_id__in={note.session_id for note in notes}, signed_at__isnull=False
        )
        addenda: dict[UUID, tuple[Addendum, ...]] = {}
        for added in rows(Addendum, "at").select_related("author"):
            addenda[added.note_id] = (*addenda.get(added.note_id, ()), added)
        plans = tuple(rows(Plan, "started_at").exclude(state=Plan.State.DRAFT))
        of_plan = {plan.pk for plan in plans}
        world = world_for(own.client, own.now)
        return cls(
            own=own,
            episodes=tuple(rows(Episode, "admitted_at").select_related("program")),
            plans=plans,
            goals=tuple(
                rows(Goal, "problem__position", "position", problem__plan_id__in=of_plan)
                .select_related("problem")
            ),
            objectives=tuple(rows(Objective, "number", goal__problem__plan_id__in=of_plan)),
            notes=notes,
            shared={each.session_id: each.body for each in spoken},
            addenda=addenda,
            crises=tuple(
                rows(CrisisNote, "started_at", signed_at__isnull=False).select_related("signed_by")
            ),
            safety_plans=tuple(rows(SafetyPlan, "number", active_at__isnull=False)),
            reviews=tuple(rows(LevelReview, "week_of").exclude(outcome="")),
            marks=tuple(rows(AttendanceMark, "on").select_related("session")),
            tests=tuple(rows(DrugTest, "ordered_at")),
            results=tuple(rows(AnalyteResult, "at", superseded_by=None)),
            responses=tuple(rows(Response, "answered_at", is_handed_in=True)),
            check_ins=tuple(rows(CheckIn, "at")),
            medicines=tuple(rows(Medication, "started_on")),
            allergies=tuple(rows(Allergy, "at", ended_at=None)),
            discharges=tuple(rows(Discharge, "discharged_at").select_related("author")),
            consents=world.consents,
            revocations=world.revocations,
            days=Days.of(rows),
            earned=Earned.of(rows),
            said=SaidAndRead.of(rows),
            assessed=Assessed.of(rows),
            medical=Medical.of(rows),
            around=Around.of(own, rows),
            recipients={
                str(paper.pk): recipient_words(paper)
                for paper in rows(Paper, "signed_at", signed_at__isnull=False)
                .select_related("contact", "party")
            },
        )  # fmt: skip
