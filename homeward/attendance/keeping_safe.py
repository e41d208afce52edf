"""Somebody who appears intoxicated at the door: kept out of the group, and cared for at once.

Writes that they came and were not admitted, and opens two duties for whoever leads the session:
the safety check with the ride home, now, and the note, the same day. Source: the handbook's late
rule and intoxicated arrival.
"""

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from homeward.attendance.models import AttendanceMark
from homeward.core.actors import Actor
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.people.queries import team_of
from homeward.tasks.kinds import Disposition, DutyKind
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.timetable.models import GroupSession

REASON = "appears_intoxicated"
MINUTES = "intoxicated_safety_minutes"
SAFETY = DutyKind(
    "intoxicated_arrival",
    _("Came intoxicated: safety check and ride home"),
    (
        Disposition("safe_ride", _("Checked, fit to leave; a safe ride is arranged"), True),
        Disposition("stays_here", _("Checked; stays here until fit to leave"), True),
        Disposition("withdrawal_care", _("Handed over to withdrawal care"), True),
        Disposition("emergency_services", _("Emergency services called"), True),
        Disposition("left_before", _("Left before the check; somebody was called"), True),
    ),
    _(
        "Make a safety check now: awake, breathing, falls, withdrawal, thoughts of death. No "
        "driving: keep the keys if the client agrees. Arrange a ride with somebody who meets "
        "them, and say below who drives."
    ),
)
NOTE = DutyKind(
    "intoxicated_arrival_note",
    _("Note today about an intoxicated arrival"),
    (
        Disposition("written", _("The note is written")),
        Disposition("in_another_note", _("It stands in another note of today"), True),
    ),
    _("Write today what was seen, what was done, who drove, and what comes next."),
)
_service = Actor.of_service("attendance.safety")


def open_duties(
    actor: Actor, mark: AttendanceMark, session: GroupSession, minutes: ProgramNumber, now: datetime
) -> tuple[CareTask, CareTask]:
    """The safety check and the note, each once for a mark, with their owner and due time."""
    client: Client = Client.objects.for_actor(_service, Purpose.INTERNAL_CARE).get(
        pk=mark.client_id
    )
    owner_id = _owner(client, session, mark, now)
    detail = {"mark": str(mark.pk), "session": str(session.pk)}
    safety = open_duty(
        actor=actor,
        client=client,
        kind=SAFETY.code,
        urgency=CareTask.Urgency.NOW,
        owner_id=owner_id,
        due_at=now + timedelta(minutes=int(minutes)),
        origin=f"{SAFETY.code}:{mark.pk}",
        detail=detail,
        now=now,
    )
    note = open_duty(
        actor=actor,
        client=client,
        kind=NOTE.code,
        urgency=CareTask.Urgency.SAME_DAY,
        owner_id=owner_id,
        due_at=_end_of_day(now, session.site.time_zone),
        origin=f"{NOTE.code}:{mark.pk}",
        detail=detail,
        now=now,
    )
    return safety, note


def _owner(client: Client, session: GroupSession, mark: AttendanceMark, now: datetime) -> UUID:
    """Who leads the session is in the house; else the primary counselor; else who marked."""
    leader = session.leaders.filter(is_released=False).order_by("pk").first()
    if leader is not None:
        return leader.worker_id
    team = team_of(_service, client, now)
    if team:
        return team[0].worker_id
    assert mark.marked_by_id is not None, "a device keeps nobody out"
    return mark.marked_by_id


def _end_of_day(now: datetime, zone: str) -> datetime:
    here = now.astimezone(ZoneInfo(zone))
    return datetime.combine(here.date(), time(23, 59), here.tzinfo).astimezone(now.tzinfo)
