"""A week that recurring groups made becomes a promise, and word to whom it concerns."""

from collections.abc import Iterable
from datetime import date, datetime
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
from homeward.timetable.models import Week
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.publications import Publication
from homeward.timetable.publishing.standing import days_ahead, live_sessions, standing
from homeward.timetable.publishing.telling import keep_promises
from homeward.timetable.solver.reading_schedule import schedule_json


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
    """Publish a week as its sessions and seats stand.

    Everybody's promise is kept; exactly those whose week changed are told. Raises
    NotAllowed("no_duty_to_plan"), AlreadyPublished, NothingPlanned, NobodyOnDuty, StaleVersion.
    """
    require_planner(actor)
    rows = Week.objects.select_for_update(of=("self",)).select_related("site")
    week = rows.get(pk=week_id)
    if not works_at(actor, week.site_id):
        raise Week.DoesNotExist
    if week.published_at is not None:
        raise AlreadyPublished
    expect_version(week, expected_version)
    if not live_sessions(week).exists():
        raise NothingPlanned
    refuse_without_duty(week, days_ahead(week, now))
    stands = standing(week, now)
    publication = Publication.objects.create(
        week=week, number=week.publications.count() + 1, schedule=schedule_json(stands.schedule),
        at=now, by_id=actor.worker_id,
    )  # fmt: skip
    keep_promises(publication, week, stands, stands.schedule, stands.sessions, now)
    week.change(published_at=now, published_by_id=actor.worker_id)
    audit.record("timetable.week.published", actor=actor, subject=week, at=now)
    announce(WeekPublished(week.pk, week.starts_on, actor, now))
    return week
