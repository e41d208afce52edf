"""A session for one client: individual, family, medical."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.program.models import SessionType
from homeward.staff.models import Worker
from homeward.timetable.facts import SessionBooked
from homeward.timetable.leading import LeaderWritesNoNotes, who_write_notes
from homeward.timetable.models import GroupSession, SessionLeader
from homeward.timetable.seating import every, new_seat, standing_on
from homeward.timetable.walls import walls
from homeward.timetable.windows import NotWith

ONE_BY_ONE = frozenset(
    {SessionType.Kind.INDIVIDUAL, SessionType.Kind.FAMILY, SessionType.Kind.MEDICAL}
)


class NotAnIndividualType(Refusal):
    """Groups are planned with the week, not booked."""


class LeaderKeptApart(Refusal):
    """A placement rule keeps this client and this colleague apart; whom to ask is in the record."""


class SessionInThePast(Refusal):
    """The time is already over."""


@action
def book_individual(
    *,
    actor: Actor,
    client_id: UUID,
    worker_id: UUID,
    session_type_id: UUID,
    starts_at: datetime,
    now: datetime,
    room_id: UUID | None = None,
    minutes: int | None = None,
) -> GroupSession:
    """Book one client with one worker; `minutes` is the whole length, else the type's own.

    The database keeps client, worker and room free of overlaps: ClientIsBusy, WorkerIsBusy,
    RoomIsTaken. Also raises NotAnIndividualType, SessionInThePast, LeaderWritesNoNotes,
    LeaderKeptApart; DoesNotExist out of scope.
    """
    episode = (
        Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_related("site", "program")
        .get(client_id=client_id, ended_at=None)
    )
    kind = SessionType.objects.get(pk=session_type_id, program_id=episode.program_id)
    if kind.kind not in ONE_BY_ONE:
        raise NotAnIndividualType
    length = timedelta(minutes=minutes or kind.minutes or kind.clinical_minutes)
    if starts_at + length <= now:
        raise SessionInThePast
    worker = Worker.objects.get(pk=worker_id)
    on = starts_at.astimezone(ZoneInfo(episode.site.time_zone)).date()
    if not who_write_notes([worker.pk], program_id=kind.program_id, site_id=episode.site_id, on=on):
        raise LeaderWritesNoNotes
    rows = every(NotWith).filter(standing_on(on), starts_on__lte=on, client_id=client_id)
    if rows.filter(worker_id=worker_id).exists():
        raise LeaderKeptApart
    with walls():
        session = GroupSession.objects.create(
            site_id=episode.site_id,
            program_id=episode.program_id,
            session_type=kind,
            name=kind.name,
            room_id=room_id,
            on=on,
            starts_at=starts_at,
            ends_at=starts_at + length,
            clinical_minutes=min(kind.clinical_minutes, int(length.total_seconds() // 60))
            if kind.is_clinical
            else 0,
            capacity=1,
        )
        SessionLeader.objects.create(
            session=session, worker=worker, starts_at=session.starts_at, ends_at=session.ends_at
        )
        new_seat(session, episode, set(), origin="individual").save()
    audit.record(
        "timetable.session.booked", actor=actor, subject=session, at=now, client_id=client_id
    )
    announce(SessionBooked(session.pk, client_id, actor, now))
    return session
