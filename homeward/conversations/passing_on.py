"""Messages past their time: first the worker's own duty, then the supervisor's."""

from datetime import datetime, timedelta

from homeward import audit
from homeward.conversations import duties
from homeward.conversations.models import Conversation, OutsideConversation
from homeward.conversations.queries import every
from homeward.conversations.reaching import SERVICE, client_of, numbers_of
from homeward.core.actions import action
from homeward.core.actors import SERVICE as SERVICE_KIND
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.staff.queries import supervisors_of


@action
def pass_on_late(*, actor: Actor = SERVICE, now: datetime) -> int:
    """Put every message past its time on its owner's day, and after the program's minutes on the
    supervisor's; asked again it opens none twice. How many conversations are late. A job's alone.
    """
    if actor.kind != SERVICE_KIND:
        raise NotAllowed
    late = 0
    for model in (Conversation, OutsideConversation):
        rows = every(model).filter(waits_since__isnull=False, due_at__lte=now)
        held = rows.select_for_update(of=("self",), skip_locked=True)
        for thread in held.select_related("owner").order_by("due_at", "pk"):
            late += 1
            client = client_of(thread.client_id)
            duties.open_about(duties.LATE, thread, client, thread.owner_id, now)
            minutes = float(numbers_of(client, now)["message_escalate_minutes"])
            if thread.passed_on_at or now < thread.due_at + timedelta(minutes=minutes):
                continue
            for above in supervisors_of(thread.owner, local_day(now, client.site.time_zone)):
                duties.open_about(duties.LATE_ABOVE, thread, client, above.pk, now)
            thread.change(passed_on_at=now)
            audit.record(
                "conversations.conversation.passed_on", actor=actor, subject=thread, at=now
            )
    return late
