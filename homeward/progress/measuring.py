"""What happened to clients, as the schedule of questionnaires asks it, and what is due for them.

The rule and its table are `instruments/rules/schedule*.py`; here are only the facts it looks at:
episodes, level changes, tests and check-ins that tell of use, and what was answered.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from homeward.admissions.models import Episode, EpisodeStage, Inquiry
from homeward.admissions.queries import ENDED
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.drugtests.models import DrugTest
from homeward.drugtests.queries import reading_of
from homeward.drugtests.rules.reading import NEGATIVE
from homeward.instruments import licensed
from homeward.instruments.models import CheckIn, Response
from homeward.instruments.rules.schedule import (
    Course,
    Due,
    Given,
    Moment,
    Occasion,
    ScheduleNumbers,
    Standing,
    schedule,
)
from homeward.instruments.rules.schedule_table import CORE, SOURCE
from homeward.instruments.scheduling import lines_for
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.people.queries import reached_of, reaches
from homeward.program.queries import numbers_for
from homeward.progress.models import FollowUp
from homeward.progress.reaching import local_day
from homeward.progress.rules.discharge import RETURNED

_SERVICE = Actor.of_service("progress.measuring")
# Older moments ask for nothing any more; see ScheduleNumbers.lapse_days.
LOOKS_BACK = timedelta(days=430)


def due_for(actor: Actor, client: Client, today: date) -> tuple[Due, ...]:
    """What is overdue, due or coming for one client, for whoever may read their answers."""
    if not reaches(actor, client, RecordClass.ASSESSMENT, to=Access.READ):
        return ()
    return due_of_clients([client.pk], today)[client.pk]


def due_of_clients(client_ids: Collection[UUID], today: date) -> dict[UUID, tuple[Due, ...]]:
    """The same for many clients; as many queries for a hundred as for one.

    For jobs, and for lists whose reader's reach the caller has already settled.
    """
    answerable = licensed.answerable()
    episodes = _episodes_of(client_ids)
    # The newest episode says the program; somebody on the way in has none yet.
    programs = {row.client_id: row.program_id for row in episodes}
    tables = {
        program: tuple(
            line
            for line in (lines_for(program, today) if program else CORE)
            if line.instrument in answerable
        )
        for program in {*programs.values(), None}
    }
    numbers = {
        program: ScheduleNumbers.of(numbers_for(program, today))
        for program in set(programs.values())
    }
    courses = courses_of(client_ids, today, episodes)
    return {
        client_id: schedule(
            tables[programs.get(client_id)],
            courses[client_id],
            today,
            numbers[programs[client_id]] if client_id in programs else None,
            SOURCE,
        )
        for client_id in client_ids
    }


def _episodes_of(client_ids: Collection[UUID]) -> list[Episode]:
    """Every episode of these clients with its phase, the newest last."""
    return list(_rows(Episode, client_ids).select_related("phase").order_by("admitted_on"))


def courses_of(
    client_ids: Collection[UUID], today: date, episodes: Iterable[Episode]
) -> dict[UUID, Course]:
    """What the rule needs to know of each client; `episodes` are all of theirs, newest last."""
    since = today - LOOKS_BACK
    occasions: dict[UUID, list[Occasion]] = defaultdict(list)
    in_program: dict[UUID, date] = {}
    phases: dict[UUID, str] = {}
    for row in episodes:
        occasions[row.client_id] += _of_episode(row)
        if row.ended_on is None:
            in_program[row.client_id] = row.admitted_on
            phases[row.client_id] = row.phase.code
    for client_id, occasion in _check_ups([row for row in episodes if row.ended_on], today):
        occasions[client_id].append(occasion)
    for client_id, occasion in _level_changes(client_ids):
        occasions[client_id].append(occasion)
    for client_id, occasion in _uses(client_ids, since):
        occasions[client_id].append(occasion)
    for row in _rows(Inquiry, client_ids).exclude(state__in=ENDED):
        on = local_day(row.first_request_at, row.site.time_zone)
        occasions[row.client_id].append(Occasion(Moment.SCREENING, f"inquiry:{row.pk}", on))
    given: dict[UUID, list[Given]] = defaultdict(list)
    for row in (
        _rows(Response, client_ids)
        .filter(is_handed_in=True, answered_at__date__gte=since)
        .select_related("site")
    ):
        given[row.client_id].append(_given(row))
    return {
        client_id: Course(
            in_program.get(client_id),
            tuple(each for each in occasions[client_id] if each.on >= since),
            tuple(given[client_id]),
            phases.get(client_id, ""),
        )
        for client_id in client_ids
    }


def _rows(model: Any, client_ids: Collection[UUID]) -> Any:
    rows = model.objects.for_actor(_SERVICE, Purpose.INTERNAL_CARE)
    return rows.filter(client_id__in=client_ids)


def _given(row: Response) -> Given:
    total = row.scores.get("total", {}).get("value")
    if row.instrument == "pc_ptsd5" and total is None:
        total = next((score.get("value") for score in row.scores.values()), None)
    # Only this form's items are looked at; the sheets of the others stay sealed.
    items = row.answers if row.instrument == "phq9" else None
    return Given(row.instrument, local_day(row.answered_at, row.site.time_zone), total, items)


def _of_episode(row: Episode) -> Iterable[Occasion]:
    yield Occasion(Moment.ADMISSION, f"admission:{row.pk}", row.admitted_on)
    if row.ended_on is None:
        return
    yield Occasion(Moment.DISCHARGE, f"discharge:{row.pk}", row.ended_on)


def _check_ups(ended: Collection[Episode], today: date) -> Iterable[tuple[UUID, Occasion]]:
    """The check-ups planned after care, until a month from now."""
    if not ended:
        return
    rows = FollowUp.objects.for_actor(_SERVICE, Purpose.INTERNAL_CARE).filter(
        episode__in=ended, due_on__lte=today + timedelta(days=31)
    )
    for row in rows.exclude(outcome=RETURNED).order_by("due_on", "pk"):
        ref = f"follow_up:{row.episode_id}:{row.months}"
        yield row.client_id, Occasion(Moment.FOLLOW_UP, ref, row.due_on, row.months)


def _level_changes(client_ids: Collection[UUID]) -> Iterable[tuple[UUID, Occasion]]:
    stages: dict[Any, list[EpisodeStage]] = defaultdict(list)
    rows = _rows(EpisodeStage, client_ids).filter(withdrawal=None).select_related("site")
    for row in rows.order_by("episode_id", "starts_at"):
        stages[row.episode_id].append(row)
    for changes in stages.values():
        for before, after in pairwise(changes):
            if before.level_code != after.level_code:
                on = local_day(after.starts_at, after.site.time_zone)
                yield after.client_id, Occasion(Moment.STEP_CHANGE, f"stage:{after.pk}", on)


def _uses(client_ids: Collection[UUID], since: date) -> Iterable[tuple[UUID, Occasion]]:
    """A return to use: told in a check-in, or a confirmed positive after a negative test."""
    for row in (
        _rows(CheckIn, client_ids).filter(used=True, is_shared=True, on__gte=since).defer("word")
    ):
        yield row.client_id, Occasion(Moment.RETURN_TO_USE, f"check_in:{row.pk}", row.on)
    was_negative: set[UUID] = set()
    tests = _rows(DrugTest, client_ids).filter(
        outcome__in=(DrugTest.Outcome.NEGATIVE, DrugTest.Outcome.POSITIVE), due_at__date__gte=since
    )
    for row in tests.select_related("site").order_by("due_at"):
        said = reading_of(row)
        if said in NEGATIVE:
            was_negative.add(row.client_id)
        elif said == DrugTest.Outcome.POSITIVE and row.client_id in was_negative:
            on = local_day(row.due_at, row.site.time_zone)
            yield row.client_id, Occasion(Moment.RETURN_TO_USE, f"test:{row.pk}", on)


def pressing_for(actor: Actor, clients: Collection[Client], today: date) -> dict[UUID, Due]:
    """The most pressing questionnaire of each of these clients that is due or overdue now.

    For the first page of staff: a handful of queries however many clients. Clients whose answers
    the actor may not read are left out.
    """
    if not clients:
        return {}
    wanted = [client.pk for client in clients]
    reached = reached_of(actor, wanted, RecordClass.ASSESSMENT, to=Access.READ)
    found = due_of_clients([key for key in wanted if key in reached], today)
    return {
        client_id: due[0]
        for client_id, due in found.items()
        if due and due[0].standing is not Standing.COMING
    }
