"""Who sees a day is the client's to say; staff may begin one together, and never widen it."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.refusals import NotAllowed
from homeward.dayplans.kinds import Meetings, Share
from homeward.dayplans.models import DayPlan
from homeward.dayplans.reaching import (
    client_for,
    day_plan_of,
    hold,
    oneself,
    plan_for_writing,
)
from homeward.dayplans.refusals import DayAlreadyBegun, LineUnclear
from homeward.kernel.records import RecordClass


@action
def share_day(*, actor: Actor, shared: str, now: datetime) -> DayPlan:
    """The client says what the team sees, from this instant on."""
    client = oneself(actor, RecordClass.LINKAGE)
    if shared not in Share.values:
        raise LineUnclear("share_unknown")
    _client, plan = plan_for_writing(actor, client.pk, now)
    if plan.shared != shared:
        plan.change(shared=shared, said_at=now, said_by=None)
        audit.record("dayplans.day.shared", actor=actor, subject=plan, at=now, reason=shared)
    return plan


@action
def begin_together(*, actor: Actor, client_id: UUID, now: datetime) -> DayPlan:
    """Staff begin the day with the client beside them, where there is none yet.

    What they write there they both see; the client may take that back at any time, and only the
    client gives it again. Raises DayAlreadyBegun.
    """
    if actor.worker_id is None:
        raise NotAllowed("staff_alone")
    client = client_for(actor, client_id, RecordClass.LINKAGE)
    hold(client)
    if day_plan_of(client.pk, lock=True) is not None:
        raise DayAlreadyBegun
    plan: DayPlan = DayPlan.objects.create(
        client=client, site_id=client.site_id, shared=Share.ALL, begun_at=now,
        begun_by_id=actor.worker_id, said_at=now, said_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("dayplans.day.begun", actor=actor, subject=plan, at=now)
    return plan


@action
def choose_meetings(*, actor: Actor, client_id: UUID, meetings: str, now: datetime) -> DayPlan:
    """Which mutual-help meetings are offered: any, those without religion, or none."""
    if meetings not in Meetings.values:
        raise LineUnclear("meetings_unknown")
    if actor.kind != CLIENT and actor.worker_id is None:
        raise NotAllowed
    _client, plan = plan_for_writing(actor, client_id, now)
    if plan.meetings != meetings:
        plan.change(meetings=meetings)
        audit.record("dayplans.meetings.chosen", actor=actor, subject=plan, at=now)
    return plan
