"""The courses of many episodes as dated facts, in a fixed number of queries.

Read by the program itself; who may see the signals that follow is decided where they are shown.
What is read here is the whole of what the rules can know: nothing about who somebody is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from homeward.admissions.models import EpisodeStage
from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.coverage.models import BenefitsCheck, Coverage
from homeward.drugtests.models import DrugTest
from homeward.drugtests.queries import reading_of
from homeward.drugtests.rules.reading import NEGATIVE, POSITIVE, UNTESTED
from homeward.instruments.models import CheckIn
from homeward.kernel.purposes import Purpose
from homeward.linkage.kinds import WorkAim
from homeward.linkage.models import ResidenceStay, WorkStart
from homeward.people.models import TeamMembership
from homeward.program.queries import closed_days
from homeward.progress.models import OutreachAttempt
from homeward.retention.models import LifeChange, OwnDate
from homeward.retention.rules.course import DAY, Course, Fact, Kind

LOOKING = Actor.of_service("retention.looking")
LOOKS_BACK = timedelta(days=120)
LOOKS_AHEAD = timedelta(days=45)
NOT_GIVEN = UNTESTED
LATE = (AttendanceMark.State.LATE, AttendanceMark.State.LATE_AND_LEFT_EARLY)
CALLS = ("call",)
PAID = (WorkAim.FIND, WorkAim.KEEP)
LOST = (ResidenceStay.Left.HOUSE_ASKED, ResidenceStay.Left.UNSAFE)
WEEKEND = (5, 6)
Found = Iterator[tuple[UUID, Fact]]


def courses_of(episodes: Sequence[Any], on: date) -> dict[UUID, Course]:
    """The course of each episode by its id; `on` is the site's own day.

    The episodes carry their site. The same queries for one and for a hundred.
    """
    if not episodes:
        return {}
    first = on - LOOKS_BACK
    facts: dict[UUID, list[Fact]] = {episode.pk: [] for episode in episodes}
    by_client: dict[UUID, list[Any]] = {}
    for episode in episodes:
        by_client.setdefault(episode.client_id, []).append(episode)
    by_episode: tuple[Callable[..., Found], ...] = (_sessions, _tries, _tests, _phases)
    for gather in by_episode:
        for episode_id, fact in gather(episodes, first):
            facts[episode_id].append(fact)
    of_client = (_cravings, _life, _homes, _work, _own_dates, _covers, _counselors)
    for gather in of_client:
        for client_id, fact in gather(list(by_client), first, on):
            for episode in by_client[client_id]:
                if _belongs(episode, fact):
                    facts[episode.pk].append(fact)
    closed = {program: tuple(_closed(program, on)) for program in {e.program_id for e in episodes}}
    for episode in episodes:
        facts[episode.pk] += closed[episode.program_id]
    return {
        episode.pk: Course(episode.admitted_on, tuple(facts[episode.pk])) for episode in episodes
    }


def _belongs(episode: Any, fact: Fact) -> bool:
    ended: date | None = episode.ended_on
    return fact.on >= episode.admitted_on and (ended is None or fact.on <= ended)


def _of(model: Any, **within: Any) -> Any:
    return model.objects.for_actor(LOOKING, Purpose.OPERATIONS).filter(**within)


def _sessions(episodes: Sequence[Any], first: date) -> Found:
    """Days they came, came late, or missed altogether without a word."""
    rows = _of(AttendanceMark, episode__in=[each.pk for each in episodes], on__gte=first)
    rows = rows.order_by("episode_id", "on", "session__starts_at", "pk")
    for (episode_id, on), marks in groupby(rows, lambda row: (row.episode_id, row.on)):
        lines = list(marks)
        came = [row for row in lines if row.state in CAME]
        late = [row for row in came if row.state in LATE]
        missed = [row for row in lines if row.state == AttendanceMark.State.NO_SHOW]
        if late:
            yield episode_id, Fact(Kind.CAME_LATE, on, "attendance", str(late[0].pk))
        elif came:
            yield episode_id, Fact(Kind.CAME, on, "attendance", str(came[0].pk))
        elif missed:
            yield episode_id, Fact(Kind.ABSENT, on, "attendance", str(missed[0].pk))


def _tries(episodes: Sequence[Any], first: date) -> Found:
    zones = _zones(episodes)
    rows = _of(OutreachAttempt, episode__in=list(zones), at__date__gte=first)
    for row in rows.defer("note"):
        on = local_day(row.at, zones[row.episode_id])
        if row.outcome == "reached":
            yield row.episode_id, Fact(Kind.REACHED, on, "outreach", str(row.pk))
        elif row.channel in CALLS:
            yield row.episode_id, Fact(Kind.CALL_UNANSWERED, on, "outreach", str(row.pk))


def _tests(episodes: Sequence[Any], first: date) -> Found:
    zones = _zones(episodes)
    rows = _of(DrugTest, episode__in=list(zones), ordered_at__date__gte=first)
    for row in rows.defer("discussion"):
        kind = _kind_of(row)
        if kind is not None:
            moment: datetime = row.collected_at or row.due_at
            known = local_day(row.resulted_at or row.ended_at or moment, zones[row.episode_id])
            on = local_day(moment, zones[row.episode_id])
            yield row.episode_id, Fact(kind, on, "drug_test", str(row.pk), 0, max(on, known))


def _kind_of(test: DrugTest) -> Kind | None:
    if test.state in NOT_GIVEN:
        return Kind.TEST_NOT_GIVEN
    if test.outcome in POSITIVE:
        is_confirmed = test.outcome == DrugTest.Outcome.POSITIVE
        return Kind.TEST_POSITIVE if is_confirmed else Kind.TEST_PRESUMPTIVE
    return Kind.TEST_NEGATIVE if reading_of(test) in NEGATIVE else None


def _phases(episodes: Sequence[Any], first: date) -> Found:
    zones = _zones(episodes)
    rows = _of(EpisodeStage, episode__in=list(zones), withdrawal=None).order_by(
        "episode_id", "starts_at"
    )
    for episode_id, stages in groupby(rows, lambda row: row.episode_id):
        before: UUID | None = None
        for row in stages:
            on = local_day(row.starts_at, zones[episode_id])
            if before is not None and row.phase_id != before and on >= first:
                yield episode_id, Fact(Kind.PHASE_BEGAN, on, "episode_stage", str(row.pk))
            before = row.phase_id


def _cravings(clients: Sequence[UUID], first: date, on: date) -> Found:
    rows = _of(CheckIn, client__in=clients, on__gte=first, is_shared=True, craving__isnull=False)
    for row in rows.defer("word"):
        yield row.client_id, Fact(Kind.CRAVING, row.on, "check_in", str(row.pk), row.craving)


def _life(clients: Sequence[UUID], first: date, on: date) -> Found:
    rows = _of(LifeChange, client__in=clients, on__gte=first, withdrawn_at=None)
    for row in rows.select_related("site").defer("note"):
        known = local_day(row.told_at, row.site.time_zone)
        yield row.client_id, Fact(Kind(row.kind), row.on, "life_change", str(row.pk), 0, known)


def _homes(clients: Sequence[UUID], first: date, on: date) -> Found:
    """A recovery residence that was left for no other home, where nobody moved in again since."""
    rows = _of(ResidenceStay, client__in=clients).order_by("client_id", "moved_in_on", "pk")
    for client_id, stays in groupby(rows.defer("house_phone"), lambda row: row.client_id):
        *_, last = stays
        if last.left_for in LOST and last.moved_out_on >= first:
            yield client_id, Fact(Kind.HOUSING_LOST, last.moved_out_on, "residence", str(last.pk))


def _work(clients: Sequence[UUID], first: date, on: date) -> Found:
    """Paid work that ended, where no other began since."""
    rows = _of(WorkStart, client__in=clients, goal__aim__in=PAID).select_related("goal")
    rows = rows.order_by("client_id", "started_on", "pk").defer("what")
    for client_id, starts in groupby(rows, lambda row: row.client_id):
        *_, last = starts
        if last.ended_on is not None and last.ended_on >= first:
            yield client_id, Fact(Kind.JOB_LOST, last.ended_on, "work", str(last.pk))


def _own_dates(clients: Sequence[UUID], first: date, on: date) -> Found:
    rows = _of(OwnDate, client__in=clients, withdrawn_at=None)
    for row in rows.select_related("site").defer("what"):
        known = local_day(row.said_at, row.site.time_zone)
        for year in (row.year,) if row.year else (on.year, on.year + 1):
            day = day_of_year(year, row.month, row.day)
            if first <= day <= on + LOOKS_AHEAD:
                yield row.client_id, Fact(Kind.OWN_DATE, day, "own_date", str(row.pk), 0, known)


def day_of_year(year: int, month: int, day: int) -> date:
    """The day in that year; the last of the month where the month is shorter."""
    while day > 28:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
    return date(year, month, day)


def _covers(clients: Sequence[UUID], first: date, on: date) -> Found:
    """The last day covered, where nothing goes on; and a payer's no."""
    rows = _of(Coverage, client__in=clients).order_by("client_id", "starts_on")
    for client_id, covers in groupby(rows.defer("member_id"), lambda row: row.client_id):
        lines = list(covers)
        last = max(lines, key=lambda row: row.ends_on or date.max)
        if last.ends_on is not None:
            yield client_id, Fact(Kind.COVER_ENDS, last.ends_on, "coverage", str(last.pk), 0, first)
    checks = _of(BenefitsCheck, client__in=clients, at__date__gte=first).order_by("client_id", "at")
    checks = checks.select_related("site").defer("note")
    for client_id, answers in groupby(checks, lambda row: row.client_id):
        *_, latest = answers
        if not latest.is_covered:
            day = local_day(latest.at, latest.site.time_zone)
            yield client_id, Fact(Kind.COVER_ENDS, day, "benefits", str(latest.pk))


def _counselors(clients: Sequence[UUID], first: date, on: date) -> Found:
    rows = _of(TeamMembership, client__in=clients, is_primary=True).select_related("site")
    rows = rows.order_by("client_id", "starts_at")
    for client_id, members in groupby(rows, lambda row: row.client_id):
        before: UUID | None = None
        for row in members:
            day = local_day(row.starts_at, row.site.time_zone)
            if before is not None and row.worker_id != before and day >= first:
                yield client_id, Fact(Kind.COUNSELOR_CHANGED, day, "team", str(row.pk))
            before = row.worker_id


def _closed(program_id: UUID, on: date) -> Iterable[Fact]:
    """Closed weekdays ahead, each with the row of days without program it lies in.

    Weekends are days without program; who has groups on one is not alone in it, which a team knows.
    """
    closed = closed_days(program_id, on - 7 * DAY, on + LOOKS_AHEAD)

    def is_empty(day: date) -> bool:
        return day.weekday() in WEEKEND or day in closed

    for day in sorted(closed):
        if day < on or day.weekday() in WEEKEND:
            continue
        alone = 1
        for step in (DAY, -DAY):
            beside = day + step
            while is_empty(beside):
                alone, beside = alone + 1, beside + step
        yield Fact(Kind.CLOSED_DAY, day, "closed_day", day.isoformat(), alone, on - 7 * DAY)


def _zones(episodes: Sequence[Any]) -> dict[UUID, str]:
    return {episode.pk: episode.site.time_zone for episode in episodes}
