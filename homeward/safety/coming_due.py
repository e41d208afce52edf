"""Each morning: safety plans whose day to be gone through again has come become duties."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.actions import action
from homeward.core.actors import SERVICE as SERVICE_KIND
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.people.stops import without_stopped
from homeward.safety.duties import LOOK_AT_PLAN, open_safety_duty
from homeward.safety.models import SafetyPlan
from homeward.safety.on_duty import follows_up
from homeward.safety.reaching import SERVICE, day_at, whole_client

BEFORE = timedelta(days=3)


@action
def open_due_reviews(*, actor: Actor = SERVICE, now: datetime) -> int:
    """A duty for every plan of somebody in care that is due within days; safe to repeat."""
    if actor.kind != SERVICE_KIND:
        raise NotAllowed
    in_care = without_stopped(
        Episode.objects.for_actor(actor, Purpose.OPERATIONS).filter(ended_at=None)
    )
    rows = SafetyPlan.objects.for_actor(actor, Purpose.OPERATIONS).filter(
        state=SafetyPlan.State.ACTIVE, client__in=in_care.values("client_id")
    )
    opened = 0
    for plan in rows.order_by("review_on", "pk"):
        client = whole_client(plan.client_id)
        if plan.review_on is None or plan.review_on - BEFORE > day_at(now, client.site):
            continue
        owner_id = follows_up(client, None, now)
        if owner_id is None:
            continue
        end = datetime.combine(plan.review_on, time(18), ZoneInfo(client.site.time_zone))
        task = open_safety_duty(
            actor=actor, client=client, kind=LOOK_AT_PLAN,
            origin=f"{LOOK_AT_PLAN}:{plan.pk}:{plan.review_on.isoformat()}", owner_id=owner_id,
            due_at=max(end.astimezone(now.tzinfo), now + timedelta(hours=8)), detail={}, now=now,
        )  # fmt: skip
        opened += task.opened_at == now
    return opened
