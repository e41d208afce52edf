"""The discharge summary, put together from the record.

Source: the handbook's list of what a summary says: dates, reason, presenting problem, services
and hours, progress per objective, last test, medications, diagnoses, ratings, prognosis,
recommendations, appointments, naloxone, crisis numbers, contact consent, signature.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Sum

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.core.actors import Actor
from homeward.drugtests.models import DrugTest
from homeward.drugtests.queries import reading_of
from homeward.kernel.purposes import Purpose
from homeward.medications.queries import medicines_of
from homeward.plans.models import Objective, Plan
from homeward.progress.booked import Booked, booked_elsewhere, without_doubles
from homeward.progress.models import Appointment

CRISIS_LINES = ("988", "911")


def summary_of(actor: Actor, episode: Any, now: datetime) -> dict[str, Any]:
    """What the record itself says of an episode so far, as plain values.

    Read in the actor's own scope: what they may not see is not in the summary they sign.
    """
    zone = ZoneInfo(episode.site.time_zone)
    plan = _plan(actor, episode)
    return {
        "client": {
            "name": episode.client.name,
            "chart_number": episode.client.chart_number,
            "birth_date": episode.client.birth_date.isoformat(),
            "diagnosis": episode.client.diagnosis,
        },
        "program": episode.program.name,
        "site": episode.site.name,
        "admitted_on": episode.admitted_on.isoformat(),
        "level_at_admission": episode.placement.provided_level,
        "level_now": episode.level_code,
        "phase_now": episode.phase.name,
        "ratings_at_admission": dict(episode.placement.ratings),
        "ratings_edition": episode.placement.edition,
        "services": _services(actor, episode),
        "objectives": _objectives(actor, plan),
        "medications": _medications(actor, episode, plan),
        "last_test": _last_test(actor, episode, zone),
        "appointments": _appointments(actor, episode, now, zone),
        "crisis_lines": list(CRISIS_LINES),
    }


def _plan(actor: Actor, episode: Any) -> Any:
    rows = Plan.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return rows.filter(state__in=(Plan.State.ACTIVE, Plan.State.SIGNED)).order_by("-number").first()


def _medications(actor: Actor, episode: Any, plan: Any) -> str:
    """The list of medicines as it stands; where nobody keeps one, what the plan says."""
    lines = [
        " ".join(filter(None, (row.name, row.dose, row.route, row.frequency)))
        for row in medicines_of(actor, episode.client_id)
        if row.ended_on is None
    ]
    return "; ".join(lines) or (plan.medications if plan else "")


def _services(actor: Actor, episode: Any) -> list[dict[str, Any]]:
    rows = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode_id=episode.pk, state__in=CAME
    )
    found = (
        rows.order_by()
        .values("session__session_type__name")
        .annotate(sessions=Count("pk"), minutes=Sum("credited_minutes"))
    )
    services = [
        {
            "name": row["session__session_type__name"],
            "sessions": row["sessions"],
            "minutes": row["minutes"] or 0,
        }
        for row in found
    ]
    return sorted(services, key=lambda row: (-row["minutes"], row["name"]))


def _objectives(actor: Actor, plan: Any) -> list[dict[str, str]]:
    if plan is None:
        return []
    rows = Objective.objects.for_actor(actor, Purpose.TREATMENT).filter(goal__problem__plan=plan)
    rows = rows.order_by("goal__problem__position", "goal__position", "number", "pk")
    return [
        {"id": str(row.pk), "number": row.number, "statement": row.statement, "state": row.state}
        for row in rows
    ]


def _last_test(actor: Actor, episode: Any, zone: ZoneInfo) -> Mapping[str, str] | None:
    rows = DrugTest.objects.for_actor(actor, Purpose.TREATMENT)
    test = (
        rows.filter(episode_id=episode.pk, collected_at__isnull=False)
        .exclude(outcome="pending")
        .order_by("-collected_at")
        .first()
    )
    if test is None:
        return None
    day = test.collected_at.astimezone(zone).date()
    return {"on": day.isoformat(), "outcome": reading_of(test)}


def _appointments(
    actor: Actor, episode: Any, now: datetime, zone: ZoneInfo
) -> list[dict[str, str]]:
    rows = Appointment.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode_id=episode.pk, at__gt=now
    )
    own = [
        Booked(row.at, row.with_whom, row.place, row.confirmed_by, row.kept, is_ahead=True)
        for row in rows
    ]
    ahead = [each for each in booked_elsewhere(actor, episode.client_id, now) if each.is_ahead]
    found = [
        {
            "at": each.at.astimezone(zone).isoformat(timespec="minutes"),
            "with_whom": each.with_whom,
            "place": each.place,
            "confirmed_by": each.confirmed_by,
        }
        for each in without_doubles((*own, *ahead))
    ]
    return sorted(found, key=lambda row: row["at"])
