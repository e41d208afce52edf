"""Breaking the glass opens a review: for the privacy officers and for whoever supervises.

Nobody reviews their own. Ending the duty with a finding writes the finding beside the reason.
"""

from django.utils.translation import gettext_lazy as _

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Duty
from homeward.people.facts import GlassBroken
from homeward.people.models import AccessReason, Client
from homeward.staff.queries import supervisors_of, workers_with_duty
from homeward.tasks import kinds
from homeward.tasks.facts import DutyClosed
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

KIND = "glass_review"
SERVICE = Actor.of_service("broken_glass")

kinds.register(
    kinds.DutyKind(
        KIND,
        _("Review an emergency opening of this record"),
        (
            kinds.Disposition("justified", _("Justified"), needs_note=True),
            kinds.Disposition("not_justified", _("Not justified"), needs_note=True),
        ),
    )
)


@listens_to(GlassBroken)
def open_reviews(fact: GlassBroken) -> None:
    """One duty a reviewer, due within two business days; the first finding ends them all."""
    on = local_day(fact.at)
    client = Client.objects.for_actor(SERVICE, Purpose.OPERATIONS).get(pk=fact.client_id)
    reviewers = set(workers_with_duty(Duty.PRIVACY_OFFICER, on).values_list("pk", flat=True))
    reviewers |= {worker.pk for worker in supervisors_of(fact.worker_id, on)}
    for reviewer in sorted(reviewers - {fact.worker_id}):
        open_duty(
            actor=SERVICE,
            client=client,
            kind=KIND,
            urgency=CareTask.Urgency.SAME_DAY,
            owner_id=reviewer,
            due_at=fact.review_due_at,
            origin=f"glass:{fact.reason_id}:{reviewer}",
            detail={"reason_id": str(fact.reason_id)},
            now=fact.at,
        )


@listens_to(DutyClosed)
def keep_finding(fact: DutyClosed) -> None:
    """The first finding stands beside the reason; the other reviewers' duties end with it."""
    if fact.kind != KIND:
        return
    tasks = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    task = tasks.get(pk=fact.task_id)
    reason = (
        AccessReason.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        .select_for_update(of=("self",))
        .get(pk=task.detail["reason_id"])
    )
    if reason.reviewed_at is None:
        reason.change(
            reviewed_at=fact.at,
            reviewed_by_id=task.closed_by_id,
            finding=f"{fact.disposition}: {task.disposition_note}"[:300],
        )
        audit.record("people.broken_glass.reviewed", actor=SERVICE, subject=reason, at=fact.at)
    same = tasks.filter(kind=KIND, closed_at=None, origin__startswith=f"glass:{reason.pk}:")
    for other in same:
        other.change(
            closed_at=fact.at,
            closed_by_id=task.closed_by_id,
            disposition=fact.disposition,
            disposition_note=task.disposition_note,
        )
