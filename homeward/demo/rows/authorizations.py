"""What payers allow the people in care: most in order, some running out, some still asked for."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.coverage.authorizations import Authorization
from homeward.coverage.authorized import payer_numbers
from homeward.coverage.models import Coverage
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.staff.models import RoleGrant
from homeward.timetable.needs import is_intensive

DEMO = Actor.of_service("demo")
DAYS = 28  # one authorization
State = Authorization.State
# By turns, so that every state has its person; "" is nobody asked yet.
TURNS = (State.APPROVED, State.APPROVED, State.PARTIAL, State.APPROVED, State.APPROVED,
         State.REQUESTED, State.APPROVED, "", State.APPROVED, State.PENDED)  # fmt: skip


def add_authorizations(now: datetime) -> int:
    """One for each client at the program's own level whose payer asks for it."""
    asker = RoleGrant.objects.filter(role=Role.ADMISSIONS).order_by("worker__code").first()
    if asker is None:
        return 0
    rows = Episode.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(ended_at=None)
    episodes = [
        row
        for row in rows.select_related("program", "phase", "site").order_by("client__chart_number")
        if is_intensive(row.program.level_edition, row.phase.level_code)
    ]
    covered = {
        row.client_id: row
        for row in Coverage.objects.for_actor(DEMO, Purpose.PAYMENT)
        .filter(payer__needs_authorization=True, ends_on=None)
        .select_related("payer")
    }
    numbers = payer_numbers(
        {row.payer_id for row in covered.values()}, ["authorized_days"], now.date()
    )
    due = [row for row in episodes if row.client_id in covered]
    made = [
        _one(row, covered[row.client_id], state, turn, numbers, asker.worker_id, now)
        for turn, row in enumerate(due)
        if (state := TURNS[turn % len(TURNS)])
    ]
    Authorization.objects.bulk_create(made)
    return len(made)


def _one(
    episode: Any, held: Any, state: str, turn: int, numbers: Any, by: Any, now: datetime
) -> Authorization:
    zone = ZoneInfo(episode.site.time_zone)
    today = now.astimezone(zone).date()
    first = _begins(episode.admitted_on, today)
    asked_at = datetime.combine(first - timedelta(days=2), time(10, 15), zone)
    units = int(numbers[held.payer_id, "authorized_days"].value)
    is_open = state in Authorization.OPEN
    answer: dict[str, Any] = {}
    if not is_open:
        answer = {
            "number": f"A{4100 + turn * 37}", "units": units - (4 if turn % 3 == 2 else 0),
            "next_review_on": first + timedelta(days=24), "reviewer": "Utilization desk",
            "answered_at": asked_at + timedelta(days=1), "answered_by_id": by,
        }  # fmt: skip
    return Authorization(
        client_id=episode.client_id, site_id=episode.site_id, coverage=held,
        level_code=episode.phase.level_code, service_code="H0015", state=state,
        counted_in=Authorization.Unit.DAY, units_asked=units, starts_on=first,
        last_on=first + timedelta(days=DAYS - 1), asked_at=asked_at, asked_by_id=by, **answer,
    )  # fmt: skip


def _begins(admitted_on: date, today: date) -> date:
    """The first day of the authorization that today falls into, counted from admission."""
    return admitted_on + timedelta(days=max(0, (today - admitted_on).days) // DAYS * DAYS)
