"""Reads about safety plans, runs and notes worth a name."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.safety.duties import CALL
from homeward.safety.models import CrisisNote, CrisisRun, ReportDecision, SafetyPlan
from homeward.safety.reaching import SERVICE, runs_within
from homeward.tasks.models import CareTask

CALL_SOON = timedelta(minutes=15)


def plan_in_force(actor: Actor, client: Client) -> SafetyPlan | None:
    """The version the client agreed to; None when there is none or it is out of reach."""
    rows = SafetyPlan.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    return rows.filter(state=SafetyPlan.State.ACTIVE).select_related("made_with").first()


def plan_draft(actor: Actor, client: Client) -> SafetyPlan | None:
    """The version that is being written."""
    rows = SafetyPlan.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    return rows.filter(state=SafetyPlan.State.DRAFT).select_related("made_with").first()


def plans_of(actor: Actor, client: Client) -> list[SafetyPlan]:
    """Every version that came into force, the newest first."""
    rows = SafetyPlan.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    kept = rows.filter(active_at__isnull=False)
    return list(kept.select_related("made_with").order_by("-number"))


def has_plan(client_id: UUID) -> bool:
    """Whether a client has a safety plan in force; the answer decides and is not shown."""
    rows = SafetyPlan.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    return bool(rows.filter(client_id=client_id, state=SafetyPlan.State.ACTIVE).exists())


def open_runs(actor: Actor) -> list[CrisisRun]:
    """The crises of the actor's sites that go on now, the earliest first."""
    rows = runs_within(actor).filter(ended_at=None)
    return list(rows.select_related("site", "edition", "started_by").order_by("started_at"))


def calls_due(actor: Actor, now: datetime) -> list[CareTask]:
    """The worker's own calls after a crisis that are late or due within minutes."""
    if actor.worker_id is None:
        return []
    mine = {"kind": CALL, "closed_at": None, "owner_id": actor.worker_id}
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(**mine)
    if not rows.filter(due_at__lte=now + CALL_SOON).exists():
        return []
    own = CareTask.objects.for_actor(actor, Purpose.TREATMENT).filter(**mine)
    return list(own.filter(due_at__lte=now + CALL_SOON).select_related("client").order_by("due_at"))


def runs_go_on() -> bool:
    """Whether any crisis goes on anywhere: asked of by every open page, without reading one."""
    rows = CrisisRun.objects.for_actor(SERVICE, Purpose.EMERGENCY)
    return bool(rows.filter(ended_at=None).exists())


def crisis_notes_of(actor: Actor, client: Client) -> list[CrisisNote]:
    """The notes about crises in a client's chart, the newest first."""
    rows = CrisisNote.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    return list(rows.select_related("author", "signed_by").order_by("-started_at"))


def own_decisions(actor: Actor, since: datetime) -> list[ReportDecision]:
    """What this worker decided about reporting since then, the newest first."""
    if actor.worker_id is None:
        return []
    rows = ReportDecision.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    mine = rows.filter(decided_by_id=actor.worker_id, decided_at__gte=since)
    return list(mine.order_by("-decided_at")[:12])


def decision_for(actor: Actor, decision_id: UUID) -> ReportDecision:
    """One decision, for who reads incidents, and for whoever made it.

    Raises ReportDecision.DoesNotExist for everybody else.
    """
    rows = ReportDecision.objects.for_actor(actor, Purpose.OPERATIONS)
    found = rows.select_related("decided_by", "site").filter(pk=decision_id).first()
    if found is None:
        own = ReportDecision.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        found = own.select_related("decided_by", "site").get(
            pk=decision_id, decided_by_id=actor.worker_id
        )
    return found  # type: ignore[no-any-return]
