"""Reads about what follows care, worth a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.aftercare.actions.keep_check_ups import KEEPING, tries_of, wishes_of
from homeward.aftercare.models import AlumniConsent, AlumniEvent, CheckUpTry, Leaving
from homeward.aftercare.rules import checkups as rules
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.people.models import Stop
from homeward.people.queries import reached_of
from homeward.people.stops import stopped_of
from homeward.program.queries import numbers_for
from homeward.progress.models import Appointment, FollowUp

# A figure looks back as far as the last check-up of a discharge a year ago.
LOOKS_BACK = timedelta(days=400)
SETTLES_BACK = timedelta(days=60)
OWN = "first_after_step_down"


@dataclass(frozen=True, slots=True)
class Listed:
    """One check-up on the list: whose, since when due, tries so far, how they want it."""

    row: Any
    decision: Decision
    tries: int
    wish: Any


def check_ups_due(actor: Actor, now: datetime) -> list[Listed]:
    """Open check-ups whose time has come or is near, for whoever may write to the client.

    Nobody is on it about whom contact is stopped, or who wants none. A few queries however many.
    """
    rows = _in_reach(
        actor,
        FollowUp.objects.for_actor(KEEPING, Purpose.OPERATIONS)
        .filter(done_at=None, due_on__lte=local_day(now) + timedelta(days=31))
        .select_related("client", "site", "episode")
        .defer("client__phone", "client__diagnosis", "client__allergies")
        .order_by("due_on", "pk"),
    )
    found = []
    stopped = stopped_of({row.client_id for row in rows})
    tries, wishes = tries_of(rows), wishes_of({row.client_id for row in rows})
    numbers: dict[UUID, rules.CheckUpNumbers] = {}
    for row in rows:
        on = local_day(now, row.site.time_zone)
        program = row.episode.program_id
        if program not in numbers:
            numbers[program] = rules.CheckUpNumbers.of(numbers_for(program, on))
        wish = wishes.get(row.client_id)
        case = rules.Asked(
            on=on,
            due_on=row.due_on,
            tries=tries.get(row.pk, 0),
            may_contact=wish is not None and wish.may_contact,
            is_stopped=row.client_id in stopped,
        )
        decision = rules.standing(case, numbers[program])
        if (
            decision.outcome in (rules.LISTED, rules.DUE)
            and case.may_contact
            and not case.is_stopped
        ):
            found.append(Listed(row, decision, case.tries, wish))
    return found


def figures(actor: Actor, now: datetime) -> dict[int, rules.Figures]:
    """Reached of due by month of the check-up, over the actor's reach; 0 is all of them."""
    today = local_day(now)
    rows = _in_reach(
        actor,
        FollowUp.objects.for_actor(KEEPING, Purpose.OPERATIONS).filter(
            due_on__lte=today, due_on__gt=today - LOOKS_BACK
        ),
    )
    tries = tries_of(rows)
    told: dict[int, list[tuple[date, str, int]]] = {0: []}
    for row in rows:
        line = (row.due_on, row.outcome, tries.get(row.pk, 0))
        told[0].append(line)
        told.setdefault(row.months, []).append(line)
    return {months: rules.figures_of(lines, today) for months, lines in sorted(told.items())}


def tries_for(actor: Actor, follow_up: FollowUp) -> list[CheckUpTry]:
    """Every try for one check-up, in order."""
    rows = CheckUpTry.objects.for_actor(actor, Purpose.TREATMENT).filter(follow_up=follow_up)
    return list(rows.select_related("by").order_by("at"))


def to_settle(actor: Actor, now: datetime) -> list[Appointment]:
    """Appointments that are past and of which nobody knows yet whether they were kept."""
    rows = Appointment.objects.for_actor(actor, Purpose.TREATMENT).filter(
        kept=None, at__lte=now, at__gt=now - SETTLES_BACK, episode__ended_at__isnull=False
    )
    # The first session after a step down is one of our own: its register says who came.
    rows = rows.exclude(kind=OWN)
    reached = _in_reach(
        actor,
        rows.select_related("client", "site").defer(
            "client__phone", "client__diagnosis", "client__allergies"
        ),
    )
    return sorted(reached, key=lambda row: row.at)


def alumni_of(actor: Actor) -> list[AlumniConsent]:
    """The alumni whom the actor may write to, by when they joined."""
    rows = AlumniConsent.objects.for_actor(KEEPING, Purpose.OPERATIONS).filter(ending=None)
    named = rows.select_related("client", "site").defer(
        "client__phone", "client__diagnosis", "client__allergies"
    )
    return _in_reach(actor, named.order_by("signed_at"))


def events_ahead(site_ids: Sequence[UUID], now: datetime) -> list[AlumniEvent]:
    """Meetings to come at these sites, the next first."""
    rows = AlumniEvent.objects.filter(
        site_id__in=list(site_ids), cancelled_at=None, starts_at__gt=now
    )
    return list(rows.select_related("site").order_by("starts_at"))


def leaving_of(actor: Actor, episode: Any) -> Leaving | None:
    """How somebody left this episode at once, where they did."""
    rows = Leaving.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return rows.select_related("appointment", "card").order_by("-at").first()  # type: ignore[no-any-return]


def stop_standing(actor: Actor, client_id: UUID) -> Stop | None:
    """The stop that stands, as far as the actor may read it."""
    rows = Stop.objects.for_actor(actor, Purpose.TREATMENT)
    found = rows.filter(client_id=client_id, ended_at=None).select_related("recorded_by")
    return found.first()  # type: ignore[no-any-return]


def _in_reach(actor: Actor, rows: Any) -> list[Any]:
    """Those of the rows whose client the actor may write to; one query more."""
    found = list(rows)
    reached = reached_of(actor, {row.client_id for row in found}, RecordClass.MESSAGES)
    return [row for row in found if row.client_id in reached]
