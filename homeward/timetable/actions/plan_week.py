"""Make the sessions of a program week from the groups that recur."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.program.models import Organisation, Site
from homeward.timetable.models import Week
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.planning import Planning
from homeward.timetable.seating import week_of
from homeward.timetable.walls import walls


class NotAWeekStart(Refusal):
    """The day is not the organisation's first weekday."""


class WeekIsPublished(Refusal):
    """A published week is a promise; it changes only session by session."""


@action
def plan_week(
    *,
    actor: Actor,
    program_id: UUID,
    site_id: UUID,
    starts_on: date,
    now: datetime,
    topics: Mapping[str, UUID] | None = None,
) -> Week:
    """Plan the seven days from `starts_on`: sessions, leaders, topics and standing seats.

    Wall times hold across clock changes; holidays and hours already over are left out. Planning
    again adds what is missing and moves nothing. `topics` chooses a topic for a group by its
    code; the others follow coverage. Raises NotAllowed, NotAWeekStart, WeekIsPublished.
    """
    require_planner(actor)
    if not works_at(actor, site_id):
        raise Site.DoesNotExist
    site = Site.objects.get(pk=site_id)
    organisation = Organisation.objects.first()
    if week_of(starts_on, organisation.week_starts_on if organisation else 0) != starts_on:
        raise NotAWeekStart
    Week.objects.bulk_create(
        [Week(program_id=program_id, site=site, starts_on=starts_on)], ignore_conflicts=True
    )
    week = Week.objects.select_for_update().get(
        program_id=program_id, site=site, starts_on=starts_on
    )
    if week.published_at is not None:
        raise WeekIsPublished
    planning = Planning(week, site, topics or {}, now)
    with walls():
        made = planning.make_sessions()
        seated = planning.fill_seats()
    if made or seated:
        week.change()
    audit.record("timetable.week.planned", actor=actor, subject=week, at=now)
    return week
