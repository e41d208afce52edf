"""A week is drafted: the instance is made from today's records and planning begins."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.core import queue
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.program.models import Organisation, Program, Site
from homeward.timetable.actions.plan_week import NotAWeekStart
from homeward.timetable.drafting.standing import DraftNotReady, notice_in
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.instance_of_week import WeekInstance, instance_for
from homeward.timetable.instance_of_week.promised import promised
from homeward.timetable.models import Week
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.seating import week_of
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.reading_schedule import schedule_json, schedule_of
from homeward.timetable.solver.schedule import Schedule

# How hard planning tries, as the solver's measured effort.
EFFORTS = {"quick": 15, "normal": 60, "thorough": 240}
JOB, LOCK = "timetable.plan_draft", "timetable.planning"
WEEK = timedelta(days=7)


class DraftIsOpen(Refusal):
    """This week has an open draft already."""


class WeekIsOver(Refusal):
    """Nothing of this week lies ahead."""


class WeekHasBegun(Refusal):
    """A week that has begun is not planned anew; what is published is changed from within."""


class WeekIsNear(Refusal):
    """People were promised this week and it begins within the notice: it is only changed."""


class NobodyInCare(Refusal):
    """Nobody needs anything in this week."""


class NothingPublished(Refusal):
    """The week was not published yet; there is nothing to open again."""


@action
def start_draft(
    *,
    actor: Actor,
    program_id: UUID,
    site_id: UUID,
    starts_on: date,
    now: datetime,
    effort: str = "normal",
    seconds: int = 60,
    seed: int = 0,
) -> WeekDraft:
    """Begin to plan a week that lies ahead; the answer comes later, from the worker.

    `effort` is quick, normal or thorough; `seconds` an outer limit. Raises NotAllowed,
    NotAWeekStart, WeekHasBegun, WeekIsNear, WeekIsOver, NobodyInCare, DraftIsOpen.
    """
    site, made = _instance(actor, program_id, site_id, starts_on, now)
    begins = made.clock.when(0, 0)
    if begins <= now:
        raise WeekHasBegun
    notice = notice_in(program_id, site.pk, starts_on)
    if notice is not None and begins <= now + notice:
        raise WeekIsNear
    draft = _create(
        actor, program_id, site, made, now,
        effort=effort if effort in EFFORTS else "normal", seconds=seconds, seed=seed,
    )  # fmt: skip
    queue.defer(JOB, {"draft_id": str(draft.pk)}, now=now, lock=LOCK)
    audit.record("timetable.draft.started", actor=actor, subject=draft, at=now)
    return draft


@action
def reopen_week(
    *, actor: Actor, program_id: UUID, site_id: UUID, starts_on: date, now: datetime
) -> WeekDraft:
    """A draft of a week as it stands, ready for moves; nothing is solved.

    A published week stands as it was promised. One that only recurring groups have made stands as
    they made it: one-to-ones and seats are still to be placed. Needs and hours are those of
    today's records, so that what no longer fits shows. Raises as `start_draft`, and
    NothingPublished where nothing stands.
    """
    site, made = _instance(actor, program_id, site_id, starts_on, now)
    week = Week.objects.filter(program_id=program_id, site=site, starts_on=starts_on).first()
    before = made.instance.previous
    if week is None or week.published_at is None:
        before = _as_it_recurs(week, made)
    if before is None or not before.groups:
        raise NothingPublished
    standing = schedule_json(before)
    report = check(made.instance, before)
    draft = _create(
        actor, program_id, site, made, now,
        effort="as_published", seconds=0, seed=0,
        state=WeekDraft.State.READY, base=standing, schedule=standing,
        tiers=report.figures, ended_at=now,
    )  # fmt: skip
    audit.record("timetable.draft.reopened", actor=actor, subject=draft, at=now)
    return draft


@action
def plan_again(
    *,
    actor: Actor,
    draft_id: UUID,
    now: datetime,
    effort: str = "normal",
    seconds: int = 60,
    seed: int = 0,
) -> WeekDraft:
    """Put the draft away and plan the same week from today's records; raises as `start_draft`."""
    old = discard_draft(actor=actor, draft_id=draft_id, now=now)
    return start_draft(
        actor=actor, program_id=old.program_id, site_id=old.site_id, starts_on=old.starts_on,
        now=now, effort=effort, seconds=seconds, seed=seed,
    )  # fmt: skip


@action
def discard_draft(*, actor: Actor, draft_id: UUID, now: datetime) -> WeekDraft:
    """Put a draft away; its moves are kept. Raises DraftNotReady when it is not open."""
    from homeward.timetable.drafting.standing import reached

    draft = reached(actor, draft_id)
    if draft.state not in (*WeekDraft.OPEN, WeekDraft.State.CANCELLED, WeekDraft.State.FAILED):
        raise DraftNotReady
    draft.change(state=WeekDraft.State.DISCARDED, cancel_asked_at=now, ended_at=now)
    audit.record("timetable.draft.discarded", actor=actor, subject=draft, at=now)
    return draft


def _as_it_recurs(week: Week | None, made: WeekInstance) -> Schedule | None:
    """What stands of a week nobody was told yet."""
    classes = {UUID(id_): client.phase for id_, client in made.instance.clients.items()}
    found = promised(week, made.clock, made.document["services"], classes)
    return None if found is None else schedule_of(found)


def _instance(
    actor: Actor, program_id: UUID, site_id: UUID, starts_on: date, now: datetime
) -> tuple[Site, WeekInstance]:
    require_planner(actor)
    if not works_at(actor, site_id):
        raise Site.DoesNotExist
    site, program = Site.objects.get(pk=site_id), Program.objects.get(pk=program_id)
    organisation = Organisation.objects.first()
    if week_of(starts_on, organisation.week_starts_on if organisation else 0) != starts_on:
        raise NotAWeekStart
    made = instance_for(site, program, starts_on, now)
    if made.clock.when(7, 0) <= now:
        raise WeekIsOver
    if not made.instance.clients:
        raise NobodyInCare
    return site, made


def _create(
    actor: Actor, program_id: UUID, site: Site, made: WeekInstance, now: datetime, **values: Any
) -> WeekDraft:
    try:
        with transaction.atomic():
            return WeekDraft.objects.create(
                program_id=program_id, site=site, starts_on=made.clock.starts_on,
                instance=made.document, needs=made.needs, started_at=now,
                started_by_id=actor.worker_id, **values,
            )  # fmt: skip
    except IntegrityError as error:
        raise DraftIsOpen from error
