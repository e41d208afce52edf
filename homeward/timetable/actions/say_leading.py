"""Whom a colleague may lead, in which languages, and how much of it, from a day on."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.staff.models import Worker
from homeward.timetable.capacity import LeadingTerms
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.windows import PlanningTerms


class NotALanguage(Refusal):
    """A language or kind of group is none of those known."""


class LimitsReversed(Refusal):
    """More is aimed at than allowed, or more allowed in a day than in a week."""


@action
def say_leading_terms(
    *,
    actor: Actor,
    worker_id: UUID,
    languages: Sequence[str],
    populations: Sequence[str],
    starts_on: date,
    now: datetime,
    most_day_minutes: int = 0,
    most_week_minutes: int = 0,
    target_week_minutes: int = 0,
    expected_version: int | None = None,
) -> LeadingTerms:
    """In place of what held before, which keeps its row; nought leaves the program's number.

    Raises NotAllowed, NotALanguage, LimitsReversed, StaleVersion; Worker.DoesNotExist elsewhere.
    """
    worker = Worker.objects.get(pk=worker_id)
    if not works_at(actor, worker.site_id):
        raise Worker.DoesNotExist
    require_planner(actor, worker.site_id)
    known = dict(settings.LANGUAGES)
    if not set(languages) <= set(known) or not set(populations) <= set(
        PlanningTerms.Population.values
    ):
        raise NotALanguage
    _refuse_reversed(most_day_minutes, most_week_minutes, target_week_minutes)
    rows = LeadingTerms.objects.select_for_update(of=("self",)).filter(worker=worker, ends_on=None)
    before = rows.first()
    if before is not None:
        expect_version(before, expected_version)
        before.change(ends_on=max(starts_on, before.starts_on))
    made: Any = LeadingTerms.objects.create(
        worker=worker, languages=sorted(set(languages)), populations=sorted(set(populations)),
        most_day_minutes=most_day_minutes, most_week_minutes=most_week_minutes,
        target_week_minutes=target_week_minutes, starts_on=starts_on,
    )  # fmt: skip
    audit.record("timetable.leading.said", actor=actor, subject=made, at=now)
    return made  # type: ignore[no-any-return]


def _refuse_reversed(day: int, week: int, target: int) -> None:
    if min(day, week, target) < 0 or (week and (target > week or day > week)):
        raise LimitsReversed
