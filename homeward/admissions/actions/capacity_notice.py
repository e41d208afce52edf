"""The notice to the state when the program is nearly full."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.admissions.models import CapacityNotice
from homeward.admissions.rules.capacity import NOTHING, TELL, Occupancy, capacity_notice
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.program.models import Program, Site
from homeward.program.queries import numbers_for
from homeward.staff.queries import workers_with_role


class NoticeSent(Refusal):
    """The state was told before."""


@action
def keep_capacity_notice(
    *, actor: Actor, program: Program, site: Site, seats: int, taken: int, now: datetime
) -> CapacityNotice | None:
    """Open the director's duty when the share is reached, end it once the program is below.

    Asked every hour; an open notice is answered as it stands and opens nothing twice.
    """
    numbers = numbers_for(program, local_day(now))
    decision = capacity_notice(
        Occupancy(at=now, seats=seats, taken=taken),
        percent=int(numbers["capacity_report_percent"]),
        days=int(numbers["capacity_report_days"]),
    )
    rows = CapacityNotice.objects.for_actor(actor, Purpose.OPERATIONS)
    found: CapacityNotice | None = (
        rows.select_for_update(of=("self",))
        .filter(program=program, site=site, over_at=None)
        .first()
    )
    if found is not None:
        if decision.outcome == NOTHING:
            found.change(over_at=now)
        return found
    if decision.outcome != TELL:
        return None
    day = now.astimezone(ZoneInfo(site.time_zone)).date()
    row = CapacityNotice.objects.create(
        site=site,
        program=program,
        reached_at=now,
        seats=seats,
        taken=taken,
        decision=decision.to_json(),
        due_at=datetime.fromisoformat(decision.extras["due_at"]),
        owner=workers_with_role(Role.DIRECTOR, day, site_id=site.pk).order_by("name").first(),
    )
    audit.record("admissions.capacity.reached", actor=actor, subject=row, at=now)
    return row


@action
def send_capacity_notice(
    *, actor: Actor, notice_id: UUID, reference: str, now: datetime
) -> CapacityNotice:
    """The director told the state; how is kept with it."""
    row: CapacityNotice = (
        CapacityNotice.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=notice_id)
    )
    if row.sent_at is not None:
        raise NoticeSent
    row.change(sent_at=now, sent_by_id=actor.worker_id, reference=reference.strip()[:120])
    audit.record("admissions.capacity.reported", actor=actor, subject=row, at=now)
    return row
