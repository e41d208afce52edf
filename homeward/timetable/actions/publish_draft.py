"""A draft becomes the published week: real sessions and seats, promises, and word to whom it
concerns."""

from datetime import datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.program.models import Program
from homeward.timetable.actions.publish_week import refuse_without_duty
from homeward.timetable.drafting.outdated import broken_now, codes_of
from homeward.timetable.drafting.standing import MovedMeanwhile, moves_since, reached_ready
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.facts import WeekPublished
from homeward.timetable.instance_of_week import instance_for
from homeward.timetable.models import Week
from homeward.timetable.needs import in_care
from homeward.timetable.publications import Publication
from homeward.timetable.publishing.standing import days_ahead
from homeward.timetable.publishing.telling import keep_promises
from homeward.timetable.publishing.told_before import beside_told, left_standing
from homeward.timetable.publishing.wanted import as_it_stands, wanted_sessions
from homeward.timetable.publishing.writing import Writing
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.walls import walls

WEEK = timedelta(days=7)


class DraftOutdated(Refusal):
    """The records changed since the draft was made: it would break these rules now."""


@action
def publish_draft(*, actor: Actor, draft_id: UUID, seen: int, now: datetime) -> Publication:
    """Publish a draft as it was seen at move number `seen`.

    The schedule is checked again on today's records; rooms, leaders, seats and pairs are held by
    the database. Everybody's promise is kept; exactly those whose week changed are told. Raises
    DraftNotReady, MovedMeanwhile (any move since), DraftOutdated, NobodyOnDuty, the walls'
    refusals, NotAllowed; WeekDraft.DoesNotExist at another site.
    """
    draft = reached_ready(actor, draft_id)
    if others := moves_since(draft, seen):
        raise MovedMeanwhile(others)
    program = Program.objects.get(pk=draft.program_id)
    fresh = instance_for(draft.site, program, draft.starts_on, now)
    schedule = schedule_of(draft.schedule)
    report, broken = broken_now(fresh.instance, schedule, draft.base, fresh.clock.ahead(now))
    if broken:
        raise DraftOutdated(*codes_of(broken))
    week = _week(draft)
    # Read before the rows of the week become the plan's own.
    of = program.pk, draft.site_id
    kinds = fresh.instance.services
    left = left_standing(of, fresh.clock, kinds, list(fresh.instance.clients), now)
    everybody, news = beside_told(fresh.instance, schedule, left, fresh.clock, of, now)
    wanted = wanted_sessions(fresh.instance, schedule, fresh.clock)
    episodes = {row.client_id: row for row in in_care(program.pk, draft.site_id, draft.starts_on)}
    phases = {int(number): each["all"] for number, each in fresh.document["meta"]["phases"].items()}
    with walls():
        Writing(week, wanted, phases, episodes, kinds, now).write()
    refuse_without_duty(week, days_ahead(week, now))
    publication = Publication.objects.create(
        week=week, draft=draft, number=week.publications.count() + 1, schedule=draft.schedule,
        fingerprint=draft.fingerprint, tiers=report.tiers.to_json(), at=now,
        by_id=actor.worker_id,
    )  # fmt: skip
    stays = [as_it_stands(each, fresh.clock.zone) for each in left]
    keep_promises(publication, week, everybody, news, [*wanted, *stays], now)
    week.change(published_at=now, published_by_id=actor.worker_id)
    draft.change(state=WeekDraft.State.PUBLISHED, ended_at=now)
    audit.record("timetable.draft.published", actor=actor, subject=draft, at=now)
    announce(WeekPublished(week.pk, week.starts_on, actor, now))
    return publication


def _week(draft: WeekDraft) -> Week:
    """The week's row, locked; made when nobody planned it before."""
    values = {
        "program_id": draft.program_id, "site_id": draft.site_id, "starts_on": draft.starts_on,
    }  # fmt: skip
    Week.objects.bulk_create([Week(**values)], ignore_conflicts=True)
    return Week.objects.select_for_update().get(**values)
