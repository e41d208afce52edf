"""Somebody left a running group without a word: a named person looks for them at once.

The duty ends when they come back, when they were reached (also by an outreach entry), or with
what was found. Its owner is somebody on duty who leads nothing now, so that the group goes on.
Source: field practice, see `rules.leaving`.
"""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward.attendance.duty_ending import end_duty
from homeward.attendance.facts import SeatMarked
from homeward.attendance.models import AttendanceMark
from homeward.attendance.rules.leaving import LOOK_FOR, leaving_of
from homeward.core.actors import Actor
from homeward.kernel.periods import Period
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.people.queries import team_of
from homeward.program.queries import numbers_for
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.timetable.models import GroupSession, SessionLeader
from homeward.timetable.roster import DutyShift

CAME_BACK, BY_OUTREACH = "came_back", "reached"
SEARCH = DutyKind(
    "left_group",
    _("Left the group without a word: find them"),
    (
        Disposition(CAME_BACK, _("Came back to the group")),
        Disposition(BY_OUTREACH, _("Reached: safe, and what comes next"), True),
        Disposition("seen_home", _("With somebody who sees them home"), True),
        Disposition("had_said_so", _("Had said so beforehand"), True),
        Disposition("welfare_check", _("Not found: a welfare check was asked for"), True),
        Disposition("emergency_services", _("Emergency services called"), True),
    ),
    _(
        "Look now: restrooms, hall, door, parking lot; for telehealth, call the number given for "
        "today. Stay with them if they are unwell or not sober. Nobody outside is told anything "
        "without a consent, save in an emergency."
    ),
)
LOOKING = Actor.of_service("attendance.looking_for")


def look_for(fact: SeatMarked, mark: AttendanceMark) -> CareTask | None:
    """Open the duty where the rule says so, once for each leaving; None where nobody must look."""
    session, left_at, now = mark.session, fact.happened_at, fact.at
    numbers = numbers_for(session.program, session.on)
    decision = leaving_of(
        left_at, Period(session.starts_at, session.ends_at), is_agreed=fact.is_agreed,
        grace=numbers["late_grace_minutes"], within=numbers["left_group_minutes"],
    )  # fmt: skip
    if decision.outcome != LOOK_FOR:
        return None
    client = Client.objects.for_actor(LOOKING, Purpose.INTERNAL_CARE).get(pk=mark.client_id)
    return open_duty(
        actor=fact.actor,
        client=client,
        kind=SEARCH.code,
        urgency=CareTask.Urgency.NOW,
        owner_id=_owner(client, session, mark, now),
        due_at=datetime.fromisoformat(decision.extras["due_at"]),
        origin=f"{SEARCH.code}:{mark.pk}:{left_at:%Y%m%dT%H%M%S}",
        detail={
            "mark": str(mark.pk), "session": str(session.pk), "decision": decision.to_json(),
        },
        now=now,
    )  # fmt: skip


def end_search(
    *, actor: Actor, client_id: UUID, disposition: str, now: datetime, mark_id: UUID | None = None,
    note: str = "",
) -> int:  # fmt: skip
    """End the open searches for a client (for one mark alone where it is named); how many.

    Only a person ends a duty: a device at the door ends nothing.
    """
    if actor.worker_id is None:
        return 0
    rows = CareTask.objects.for_actor(LOOKING, Purpose.INTERNAL_CARE).filter(
        client_id=client_id, kind=SEARCH.code, closed_at=None
    )
    if mark_id is not None:
        rows = rows.filter(detail__mark=str(mark_id))
    tasks = list(rows.select_for_update(of=("self",)))
    for task in tasks:
        end_duty(task, actor, disposition, note, now)
    return len(tasks)


def _owner(client: Client, session: GroupSession, mark: AttendanceMark, now: datetime) -> UUID:
    """Of those on duty now, one of the client's team who leads nothing; else who leads."""
    team = [member.worker_id for member in team_of(LOOKING, client, now)]
    on_duty = DutyShift.objects.filter(
        site_id=session.site_id, starts_at__lte=now, ends_at__gt=now, removed_at=None,
        worker_id__in=team,
    )  # fmt: skip
    busy = SessionLeader.objects.filter(
        starts_at__lte=now, ends_at__gt=now, is_released=False, worker_id__in=team
    ).values("worker_id")
    free = set(on_duty.exclude(worker_id__in=busy).values_list("worker_id", flat=True))
    if free:
        return next(worker_id for worker_id in team if worker_id in free)
    leader = session.leaders.filter(is_released=False).order_by("is_assistant", "pk").first()
    if leader is not None:
        return leader.worker_id
    if team:
        return team[0]
    assert mark.marked_by_id is not None, "who left was marked by a person"
    return mark.marked_by_id
