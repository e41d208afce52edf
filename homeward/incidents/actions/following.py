"""What follows an incident: somebody's work until a day, and what came of it."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.incidents.models import FollowUp
from homeward.incidents.naming import called_in, coded, refuse_names
from homeward.incidents.opening import SERVICE, incidents
from homeward.incidents.reaching import day_at, locked_incident
from homeward.kernel.purposes import Purpose
from homeward.staff.models import Worker


class FollowUpIncomplete(Refusal):
    """A follow-up says what, whose and until when."""


class FollowUpDone(Refusal):
    """It was done before."""


class ResultMissing(Refusal):
    """Doing it says what came of it."""


@action
def add_follow_up(
    *,
    actor: Actor,
    incident_id: UUID,
    what: str,
    owner_id: UUID,
    due_on: date,
    now: datetime,
) -> FollowUp:
    """One thing to do, by one person, until a day. Raises FollowUpIncomplete, NamesSomebody."""
    incident = locked_incident(actor, incident_id)
    wrong = {
        "incident_follow_up_missing": len(what.strip()) < 3,
        "incident_owner_unknown": not Worker.objects.filter(pk=owner_id).exists(),
        "incident_due_past": due_on < day_at(now, incident.site),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise FollowUpIncomplete(*codes)
    refuse_names(called_in(incident), {"follow_up": what})
    row: FollowUp = FollowUp.objects.create(
        incident=incident, what=what.strip()[:300], owner_id=owner_id, due_on=due_on,
        opened_at=now,
    )  # fmt: skip
    audit.record("incidents.follow_up.opened", actor=actor, subject=row, at=now)
    return row


@action
def finish_follow_up(*, actor: Actor, follow_up_id: UUID, result: str, now: datetime) -> FollowUp:
    """Say what came of it; by its owner or by who handles incidents.

    Where it names somebody who stands in the incident it says their code: the owner need not know
    who does, and is not told by a refusal.
    The incident is held before the follow-up, the order in which others hold the two.
    Raises FollowUp.DoesNotExist out of reach, FollowUpDone, ResultMissing.
    """
    rows = FollowUp.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    reached: FollowUp = rows.get(pk=follow_up_id)
    if reached.owner_id == actor.worker_id:
        incidents().select_for_update(of=("self",)).get(pk=reached.incident_id)
    else:
        locked_incident(actor, reached.incident_id)
    held = rows.select_for_update(of=("self",)).select_related("incident")
    row: FollowUp = held.get(pk=follow_up_id)
    if row.done_at is not None:
        raise FollowUpDone("incident_follow_up_done")
    if len(result.strip()) < 3:
        raise ResultMissing("incident_result_missing")
    said = coded(result.strip(), called_in(row.incident))[:600]
    row.change(done_at=now, done_by_id=actor.worker_id, result=said)
    audit.record("incidents.follow_up.done", actor=actor, subject=row, at=now)
    return row
