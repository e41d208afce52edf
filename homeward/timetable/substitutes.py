"""Who could stand in for a session's leader, in a fixed few reads."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from homeward.kernel.reasons import Decision
from homeward.kernel.roles import Role
from homeward.people.models import TeamMembership
from homeward.staff.models import Credential, RoleGrant, Worker
from homeward.staff.queries import held_on, hours_on
from homeward.timetable.capacity import Absence
from homeward.timetable.leading import who_write_notes
from homeward.timetable.models import GroupSession, Seat, SessionLeader
from homeward.timetable.rules.substitute import OFFER, Colleague, SessionAsked, substitute_of
from homeward.timetable.seating import every
from homeward.timetable.windows import NotWith

# How far back a client who sat with somebody still knows their face.
KNOWN_FOR = timedelta(weeks=4)
LEAD = (
    Role.COUNSELOR, Role.SUPERVISOR, Role.FAMILY_COUNSELOR, Role.PSYCHOLOGIST, Role.PHYSICIAN,
    Role.NURSE, Role.CASE_MANAGER, Role.DIRECTOR,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A colleague and what the rule says of them."""

    worker: Worker
    decision: Decision

    @property
    def fits(self) -> bool:
        return self.decision.outcome == OFFER

    @property
    def new_faces(self) -> int:
        return int(self.decision.extras["new_faces"])


def substitutes_for(session: GroupSession) -> list[Candidate]:
    """Clinical colleagues of the site: those who fit first, the fewest new faces before more."""
    grants = RoleGrant.objects.filter(
        held_on(session.on), Q(site=None) | Q(site_id=session.site_id),
        program_id=session.program_id, role__in=LEAD,
    )  # fmt: skip
    workers = list(Worker.objects.filter(pk__in=grants.values("worker")).order_by("name", "pk"))
    facts = _Facts(session, workers)
    found = [Candidate(worker, facts.decided(worker)) for worker in workers]
    return sorted(
        found,
        key=lambda each: (not each.fits, each.decision.extras["advice_unmet"], each.new_faces),
    )


class _Facts:
    """Credentials, hours, what else is led, and who knows whom; each read once."""

    def __init__(self, session: GroupSession, workers: list[Worker]) -> None:
        self.session = session
        self.credentials = _credentials(workers, session.on)
        self.writers = who_write_notes(
            workers, program_id=session.program_id, site_id=session.site_id, on=session.on
        )
        self.at_work = _at_work(session, workers)
        self.led = _led(session, workers)
        seated = set(
            every(Seat)
            .filter(session=session, released_at=None)
            .values_list("client_id", flat=True)
        )
        self.seated = len(seated)
        self.known = _known(session, seated)
        self.absent = _absent(session, workers)
        self.barred = _barred(session, seated)
        self.asked = SessionAsked(
            credentials=frozenset(session.session_type.credentials), seated=self.seated
        )

    def decided(self, worker: Worker) -> Decision:
        led = self.led[worker.pk]
        session = self.session
        return substitute_of(
            self.asked,
            Colleague(
                credentials=frozenset(self.credentials[worker.pk]),
                is_leading=any(each.session_id == session.pk for each in led),
                clashes=tuple(
                    each.session.name
                    for each in led
                    if each.session_id != session.pk
                    and each.starts_at < session.ends_at
                    and each.ends_at > session.starts_at
                ),
                is_at_work=worker.pk in self.at_work,
                led_that_day=sum(
                    each.session.on == session.on and each.session_id != session.pk for each in led
                ),
                known=len(self.known[worker.pk]),
                is_absent=worker.pk in self.absent,
                has_conflict=worker.pk in self.barred,
                writes_notes=worker.pk in self.writers,
            ),
        )


def _credentials(workers: list[Worker], on: date) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    rows = Credential.objects.filter(held_on(on), worker__in=workers)
    for worker_id, code in rows.values_list("worker_id", "code"):
        found[worker_id].add(code)
    return found


def _at_work(session: GroupSession, workers: list[Worker]) -> set[UUID]:
    zone = ZoneInfo(session.site.time_zone)
    starts = session.starts_at.astimezone(zone).time()
    ends = session.ends_at.astimezone(zone).time()
    rows = hours_on(workers, session.on)
    return {row.worker_id for row in rows if row.starts <= starts and row.ends >= ends}


def _led(session: GroupSession, workers: list[Worker]) -> dict[UUID, list[Any]]:
    """What each leads around the session, so that a clash over midnight is seen as well."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    day = timedelta(days=1)
    rows = SessionLeader.objects.filter(
        worker__in=workers, is_released=False, starts_at__lt=session.ends_at + day,
        ends_at__gt=session.starts_at - day,
    )  # fmt: skip
    for row in rows.select_related("session"):
        found[row.worker_id].append(row)
    return found


def _absent(session: GroupSession, workers: list[Worker]) -> set[UUID]:
    rows = Absence.objects.filter(
        worker__in=workers, withdrawn_at=None, starts_at__lt=session.ends_at,
        ends_at__gt=session.starts_at,
    )  # fmt: skip
    return set(rows.values_list("worker_id", flat=True))


def _barred(session: GroupSession, seated: set[UUID]) -> set[UUID]:
    """Colleagues who do not meet one of those seated; whom, stays unsaid."""
    rows = every(NotWith).filter(
        Q(ends_on=None) | Q(ends_on__gt=session.on), client_id__in=seated,
        starts_on__lte=session.on,
    )  # fmt: skip
    return set(rows.values_list("worker_id", flat=True))


def _known(session: GroupSession, seated: set[UUID]) -> dict[UUID, set[UUID]]:
    """Which seated people know each colleague: on their team, or led by them these weeks."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    teams = every(TeamMembership).filter(
        Q(ends_at=None) | Q(ends_at__gt=session.starts_at), client_id__in=seated
    )
    for worker_id, client_id in teams.values_list("worker_id", "client_id"):
        found[worker_id].add(client_id)
    sat = (
        every(Seat)
        .filter(
            client_id__in=seated, released_at=None, starts_at__lt=session.starts_at,
            starts_at__gt=session.starts_at - KNOWN_FOR, session__cancelled_at=None,
            session__leaders__is_released=False,
        )
        .values_list("session__leaders__worker_id", "client_id")
        .distinct()
    )  # fmt: skip
    for worker_id, client_id in sat:
        found[worker_id].add(client_id)
    return found
