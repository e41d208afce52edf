"""A planned week becomes a promise."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.program.models import Program, Site
from homeward.timetable.duty import days_without_duty
from homeward.timetable.facts import WeekPublished
from homeward.timetable.models import GroupSession, Week
from homeward.timetable.permissions import require_planner, works_at


class AlreadyPublished(Refusal):
    """The week was published before."""


class NothingPlanned(Refusal):
    """The week has no live session."""


class NobodyOnDuty(Refusal):
    """On these days clients come and the on-duty roster does not hold; the arguments are dates."""


def refuse_without_duty(week: Week, days: Iterable[date]) -> None:
    """NobodyOnDuty with the dates on which the roster does not hold."""
    site, program = Site.objects.get(pk=week.site_id), Program.objects.get(pk=week.program_id)
    if empty := days_without_duty(site, sorted(days), program):
        raise NobodyOnDuty(*(day.isoformat() for day in empty))


@action
def publish_week(
    *, actor: Actor, week_id: UUID, now: datetime, expected_version: int | None = None
) -> Week:
    """Publish a week to everyone who has a seat or leads in it.

    Raises NotAllowed("no_duty_to_plan"), AlreadyPublished, NothingPlanned, NobodyOnDuty,
    StaleVersion.
    """
    require_planner(actor)
    week = Week.objects.select_for_update().get(pk=week_id)
    if not works_at(actor, week.site_id):
        raise Week.DoesNotExist
    if week.published_at is not None:
        raise AlreadyPublished
    expect_version(week, expected_version)
    planned = GroupSession.objects.live().filter(
        program_id=week.program_id,
        site_id=week.site_id,
        on__gte=week.starts_on,
        on__lt=week.starts_on + timedelta(days=7),
    )
    if not planned.exists():
        raise NothingPlanned
    refuse_without_duty(week, set(planned.filter(ends_at__gt=now).values_list("on", flat=True)))
    week.change(published_at=now, published_by_id=actor.worker_id)
    audit.record("timetable.week.published", actor=actor, subject=week, at=now)
    announce(WeekPublished(week.pk, week.starts_on, actor, now))
    return week
