"""Codes given, devices set up, and a code typed at the door."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.attendance.actions.arrive import arrive
from homeward.attendance.actions.mark_attendance import EARLIEST, LateNeedsApproval
from homeward.attendance.asking_first import asked_before_seating
from homeward.attendance.door import (
    DOOR,
    digest_of_code,
    digest_of_token,
    fresh_code,
    new_token,
    owner_of,
)
from homeward.attendance.models import Arrival, ArrivalCode, AttendanceMark, Kiosk, Punch
from homeward.attendance.rules.at_the_door import LET_IN, HeldSeat, seat_at_the_door
from homeward.core.access import Access, cells
from homeward.core.actions import action
from homeward.core.actors import CLIENT, SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.periods import Period
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reaches
from homeward.program.models import Site
from homeward.timetable.models import Seat
from homeward.timetable.seating import every

Outcome = Arrival.Outcome
LONGEST = timedelta(hours=12)


@action
def give_arrival_code(*, actor: Actor, client_id: UUID, now: datetime) -> ArrivalCode:
    """A new code for a client; the one before it ends. By the client, or who keeps their schedule.

    Raises Client.DoesNotExist out of reach.
    """
    finding = Actor.of_service("attendance.codes")
    client = Client.objects.for_actor(finding, Purpose.OPERATIONS).get(pk=client_id)
    is_own = actor.kind == CLIENT and actor.client_id == client.pk
    is_house = actor.kind == SERVICE
    if (
        not is_own
        and not is_house
        and not reaches(actor, client, RecordClass.SCHEDULE, Access.WRITE)
    ):
        raise Client.DoesNotExist
    rows = ArrivalCode.objects.for_actor(finding, Purpose.OPERATIONS)
    for row in rows.select_for_update(of=("self",)).filter(client=client, ended_at=None):
        row.change(ended_at=now)
    code = fresh_code()
    made = ArrivalCode(client=client, site_id=client.site_id, digest=digest_of_code(code))
    made.code, made.made_at, made.made_by_id = code, now, actor.worker_id
    made.save()
    audit.record("attendance.code.given", actor=actor, subject=made, at=now)
    return made


@action
def set_up_kiosk(*, actor: Actor, site_id: UUID, name: str, now: datetime) -> tuple[Kiosk, str]:
    """Make a device the kiosk of a site; the secret it keeps is returned once.

    Raises NotAllowed, and Site.DoesNotExist where the actor sets nothing up.
    """
    site = _site_to_set_up(actor, site_id)
    if actor.worker_id is None:
        raise NotAllowed
    token = new_token()
    kiosk = Kiosk.objects.create(
        site=site, name=name[:60], digest=digest_of_token(token), made_at=now,
        made_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("attendance.kiosk.set_up", actor=actor, subject=kiosk, at=now)
    return kiosk, token


@action
def end_kiosk(*, actor: Actor, kiosk_id: UUID, now: datetime) -> Kiosk:
    """The device reaches nothing from its next request on; a second time changes nothing."""
    kiosk = Kiosk.objects.select_for_update().get(pk=kiosk_id)
    _site_to_set_up(actor, kiosk.site_id)
    if kiosk.ended_at is None:
        kiosk.change(ended_at=now, ended_by_id=actor.worker_id)
        audit.record("attendance.kiosk.ended", actor=actor, subject=kiosk, at=now)
    return kiosk


@action
def check_in_with_code(
    *, actor: Actor, site_id: UUID, code: str, by: str, now: datetime, kiosk_id: UUID | None = None
) -> Arrival | None:
    """Somebody typed a code: let its owner in to the session of this hour, or tell staff.

    Whoever stands there is told the same whatever happened; what did is kept for staff. None where
    the code is nobody's.
    """
    held = owner_of(code)
    if held is None:
        audit.record("attendance.code.unknown", actor=actor, subject=None, at=now, permitted=False)
        return None
    decision, seat = _seat_now(held.client_id, site_id, now)
    outcome: str = decision.outcome
    if outcome == LET_IN and seat is not None:
        outcome, decision = _let_in(UUID(seat.ref), by, decision, now)
    arrival = Arrival.objects.create(
        client_id=held.client_id, site_id=site_id, seat_id=seat.ref if seat else None,
        kiosk_id=kiosk_id, at=now, by=by, outcome=outcome, decision=decision.to_json(),
    )  # fmt: skip
    audit.record(f"attendance.arrival.{outcome}", actor=actor, subject=arrival, at=now)
    return arrival


@action
def see_arrival(*, actor: Actor, arrival_id: UUID, now: datetime) -> Arrival:
    """Staff have seen who waits at the door. Arrival.DoesNotExist out of reach."""
    rows = Arrival.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    arrival: Arrival = rows.select_for_update(of=("self",)).get(pk=arrival_id)
    if arrival.seen_at is None:
        arrival.change(seen_at=now, seen_by_id=actor.worker_id)
        audit.record("attendance.arrival.seen", actor=actor, subject=arrival, at=now)
    return arrival


def _let_in(seat_id: UUID, by: str, decision: Decision, now: datetime) -> tuple[str, Decision]:
    """Let in at once, unless the rule or somebody's word asks for the counselor.

    The seat is locked first: who keeps somebody out at this moment is waited for.
    """
    seats = every(Seat).select_for_update(of=("self",)).select_related("session__site")
    seat = seats.get(pk=seat_id)
    site = seat.session.site
    asked = asked_before_seating([seat.client_id], site_id=site.pk, zone=site.time_zone, now=now)
    if asked:
        # Whoever stands there reads what everybody reads; staff see whom to ask.
        return Outcome.ASK_COUNSELOR, decision
    kept_out = every(AttendanceMark).filter(seat_id=seat_id, state=AttendanceMark.State.REMOVED)
    if kept_out.exists():
        return Outcome.ASK_COUNSELOR, decision
    try:
        with audit.unit():
            arrive(actor=DOOR, seat_id=seat_id, now=now, source=by)
    except LateNeedsApproval as late:
        return Outcome.ASK_COUNSELOR, late.decision
    except Refusal:
        return Outcome.ASK_COUNSELOR, decision
    return Outcome.LET_IN, decision


def _seat_now(client_id: UUID, site_id: UUID, now: datetime) -> tuple[Decision, HeldSeat | None]:
    seats = list(
        every(Seat).filter(
            client_id=client_id, session__site_id=site_id, released_at=None,
            session__cancelled_at=None, session__closed_at=None,
            starts_at__lt=now + LONGEST, ends_at__gt=now,
        )
    )  # fmt: skip
    open_stays = every(Punch).filter(mark__seat__in=[seat.pk for seat in seats], out_at=None)
    here = set(open_stays.values_list("mark__seat_id", flat=True))
    return seat_at_the_door(
        [
            HeldSeat(str(seat.pk), Period(seat.starts_at, seat.ends_at), seat.pk in here)
            for seat in seats
        ],
        now,
        EARLIEST,
    )


def _site_to_set_up(actor: Actor, site_id: UUID) -> Site:
    """The site, for who may set up there; raises NotAllowed and Site.DoesNotExist."""
    if actor.kind == SERVICE:
        return Site.objects.get(pk=site_id)
    sets_up = [
        grant
        for grant in actor.grants
        if any(Access.WRITE in cell.verbs for cell in cells(grant.role, RecordClass.SETUP))
    ]
    if not sets_up or actor.worker_id is None:
        raise NotAllowed
    if not any(grant.site_id in (None, site_id) for grant in sets_up):
        raise Site.DoesNotExist
    return Site.objects.get(pk=site_id)
