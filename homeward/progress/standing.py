"""What is known of many episodes on one day, in a fixed number of queries.

Read by the program itself: the suggestion is written on the review card, and who may see the card
is decided there.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Max

from homeward.admissions.models import EpisodeStage
from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME, attendance_rates
from homeward.core.actors import Actor
from homeward.drugtests.findings import standing_rows
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.drugtests.queries import creatinine_of
from homeward.drugtests.rules.analytes import (
    POSITIVES,
    Earlier,
    WindowNumbers,
    may_be_residual,
    speaks_of,
)
from homeward.drugtests.rules.reading import POSITIVE, counted
from homeward.kernel.purposes import Purpose
from homeward.people.models import Contact
from homeward.plans.models import Objective, Plan
from homeward.program.models import Phase
from homeward.program.queries import numbers_for
from homeward.progress.course_of import course_of
from homeward.progress.rules.absence import absent_in_row, missed_in_row
from homeward.progress.rules.review import ReviewNumbers, Standing
from homeward.progress.supports import supports_of
from homeward.tasks.models import CareTask

REVIEWING = Actor.of_service("progress.review")
RELAPSE_DIMENSION = 5


def standings_of(episodes: Sequence[Any], on: date, numbers: ReviewNumbers) -> dict[UUID, Standing]:
    """The standing of each open episode by episode id; `on` is the site's own day."""
    clients = [episode.client_id for episode in episodes]
    first = on - timedelta(weeks=numbers.weeks)
    rates = attendance_rates(clients, first, on + timedelta(days=1))
    began = _phase_began(episodes)
    following = _next_minutes(episodes)
    tests, fresh = _tests(episodes), _new_use(episodes, on)
    before = first - timedelta(weeks=numbers.weeks)
    objectives = _objectives(episodes)
    missed, attended = _missed_in_row(clients, first), _last_attended(episodes)
    worried, supported = _with_safety_duty(clients), _with_support(clients)
    course, said = course_of(episodes, on, numbers), supports_of(episodes, on)
    found = {}
    for episode in episodes:
        rate, client = rates[episode.client_id], episode.client_id
        began_on = began.get(episode.pk, episode.admitted_on)
        ours = tests.get(episode.pk, [])
        recent = counted(said for day, said in ours if day >= first)
        positives = [day for day, (outcome, _, _) in ours if outcome in POSITIVE]
        states = objectives.get(episode.pk, [])
        found[episode.pk] = Standing(
            on=on,
            admitted_on=episode.admitted_on,
            phase_began_on=began_on,
            phase_weeks=episode.phase.typical_weeks,
            phase_minutes=episode.phase.weekly_minutes,
            next_minutes=following.get(episode.pk),
            sessions_kept=rate.came,
            sessions_expected=rate.expected - rate.excused,
            tests_negative=recent.negative,
            tests_positive=recent.positive,
            tests_missed=recent.missed,
            tests_dilute=recent.dilute,
            tests_unreadable=recent.unreadable,
            positives_in_phase=sum(day >= began_on for day in positives),
            last_positive_on=max(positives, default=None),
            objectives_met=sum(state == Objective.State.MET for state, _ in states),
            objectives=len(states),
            has_prevention_plan=True
            if (Objective.State.MET, RELAPSE_DIMENSION) in states
            else None,
            has_sober_support=True if client in supported else None,
            missed_in_row=missed.get(client, 0),
            has_open_safety_duty=client in worried,
            last_attended_on=attended.get(episode.pk, episode.admitted_on),
            new_use=sum(day >= first for day in fresh.get(episode.pk, ())),
            new_use_before=sum(before <= day < first for day in fresh.get(episode.pk, ())),
            **course[episode.pk],
            **said[episode.pk],
        )
    return found


def _of(model: Any, **within: Any) -> Any:
    return model.objects.for_actor(REVIEWING, Purpose.OPERATIONS).filter(**within)


def _phase_began(episodes: Sequence[Any]) -> dict[UUID, date]:
    """The local day on which each episode came into its present phase."""
    zones = {episode.pk: ZoneInfo(episode.site.time_zone) for episode in episodes}
    now_in = {episode.pk: episode.phase_id for episode in episodes}
    began: dict[UUID, date] = {}
    last: dict[UUID, UUID] = {}
    rows = _of(EpisodeStage, episode__in=list(zones), withdrawal=None).order_by(
        "starts_at", "created_at"
    )
    for row in rows.values("episode_id", "phase_id", "starts_at"):
        episode = row["episode_id"]
        if row["phase_id"] == now_in[episode] and last.get(episode) != row["phase_id"]:
            began[episode] = row["starts_at"].astimezone(zones[episode]).date()
        last[episode] = row["phase_id"]
    return began


def _next_minutes(episodes: Sequence[Any]) -> dict[UUID, int]:
    phases: dict[UUID, list[Phase]] = {}
    programs = {episode.program_id for episode in episodes}
    for phase in Phase.objects.filter(program__in=programs).order_by("position"):
        phases.setdefault(phase.program_id, []).append(phase)
    found = {}
    for episode in episodes:
        later = [p for p in phases[episode.program_id] if p.position > episode.phase.position]
        if later:
            found[episode.pk] = later[0].weekly_minutes
    return found


def _tests(episodes: Sequence[Any]) -> dict[UUID, list[tuple[date, tuple[str, str, str]]]]:
    """The day of each test with its outcome, its specimen and its state."""
    found: dict[UUID, list[tuple[date, tuple[str, str, str]]]] = {}
    zones = {episode.pk: ZoneInfo(episode.site.time_zone) for episode in episodes}
    rows = _of(DrugTest, episode__in=list(zones)).order_by("ordered_at")
    named = ("episode_id", "ordered_at", "collected_at", "outcome", "specimen", "state")
    for row in rows.values(*named):
        moment = row["collected_at"] or row["ordered_at"]
        day = moment.astimezone(zones[row["episode_id"]]).date()
        said = (row["outcome"], row["specimen"], row["state"])
        found.setdefault(row["episode_id"], []).append((day, said))
    return found


def _new_use(episodes: Sequence[Any], on: date) -> dict[UUID, list[date]]:
    """The days of new use by episode."""
    zones = {episode.pk: ZoneInfo(episode.site.time_zone) for episode in episodes}
    rows = _of(
        AnalyteResult, test__episode__in=list(zones), superseded_by=None,
        test__outcome__in=POSITIVE,
    )  # fmt: skip
    results: dict[UUID, list[tuple[date, Any]]] = {}
    for row in rows.select_related("test").order_by("test__ordered_at"):
        moment = row.test.collected_at or row.test.ordered_at
        day = moment.astimezone(zones[row.test.episode_id]).date()
        results.setdefault(row.test.episode_id, []).append((day, row))
    programs = {episode.pk: episode.program_id for episode in episodes if episode.pk in results}
    windows = {
        program: WindowNumbers.of(numbers_for(program, on)) for program in set(programs.values())
    }
    return {
        episode: days_of_new_use(found, windows[programs[episode]])
        for episode, found in results.items()
    }


def days_of_new_use(results: Iterable[tuple[date, Any]], windows: WindowNumbers) -> list[date]:
    """The days of positive tests with a finding that is not left over from an earlier one.

    `results` are the results of one person's positive tests with their test's day. What the
    laboratory named or ruled out stands for the cup's reading of the same analyte or its class.
    Levels are compared per creatinine, so that a thin specimen does not hide new use.
    """
    tests: dict[UUID, tuple[date, list[Any]]] = {}
    for day, row in results:
        tests.setdefault(row.test_id, (day, []))[1].append(row)
    new: list[date] = []
    seen: list[tuple[str, Earlier]] = []
    for day, found in sorted(tests.values(), key=lambda test: test[0]):
        named = [row for row in standing_rows(found) if row.result in POSITIVES]
        if any(_is_new(row, day, seen, windows) for row in named):
            new.append(day)
        seen += [
            (row.analyte, Earlier(on=day, level=row.level, creatinine=creatinine_of(row.test)))
            for row in named
        ]
    return new


def _is_new(
    row: Any, day: date, seen: Iterable[tuple[str, Earlier]], windows: WindowNumbers
) -> bool:
    """Whether nothing of the same analyte or class was found before that this may be left of."""
    earlier = [before for analyte, before in seen if speaks_of(analyte, row.analyte)]
    creatinine = creatinine_of(row.test)
    found = may_be_residual(row.analyte, day, row.level, earlier, creatinine, numbers=windows)
    return found is None


def _objectives(episodes: Sequence[Any]) -> dict[UUID, list[tuple[str, int]]]:
    """State and dimension of each objective of the plan in force."""
    found: dict[UUID, list[tuple[str, int]]] = {}
    plan = "goal__problem__plan"
    rows = _of(
        Objective, **{f"{plan}__episode__in": list(episodes), f"{plan}__state": Plan.State.ACTIVE}
    ).exclude(state=Objective.State.DISCONTINUED)
    for row in rows.values(f"{plan}__episode_id", "state", "goal__problem__dimension"):
        found.setdefault(row[f"{plan}__episode_id"], []).append(
            (row["state"], row["goal__problem__dimension"])
        )
    return found


def _missed_in_row(clients: Iterable[UUID], first: date) -> dict[UUID, int]:
    """How many of the newest program days in a row were missed without being excused."""
    marks: dict[UUID, list[tuple[date, str]]] = {}
    rows = _of(AttendanceMark, client_id__in=list(clients), on__gte=first)
    rows = rows.order_by("client_id", "-on").values("client_id", "on", "state")
    for row in rows:
        marks.setdefault(row["client_id"], []).append((row["on"], row["state"]))
    return {client: missed_in_row(lines, CAME) for client, lines in marks.items()}


def absent_days(episode: Any, on: date) -> int:
    """Unexcused days in a row up to this day, as an end of care for absence counts them."""
    rows = _of(AttendanceMark, episode=episode, on__lte=on).order_by("-on")
    return absent_in_row((row["on"], row["state"]) for row in rows.values("on", "state"))


def _last_attended(episodes: Sequence[Any]) -> dict[UUID, date]:
    rows = _of(AttendanceMark, episode__in=list(episodes), state__in=CAME).order_by()
    rows = rows.values("episode_id").annotate(last=Max("on"))
    return {row["episode_id"]: row["last"] for row in rows}


def _with_safety_duty(clients: Iterable[UUID]) -> set[UUID]:
    rows = _of(CareTask, client_id__in=list(clients), kind="safety", closed_at=None)
    return set(rows.values_list("client_id", flat=True))


def _with_support(clients: Iterable[UUID]) -> set[UUID]:
    """Who has a relative or support on file; read by the rules up to `step-3`."""
    kinds = (Contact.Kind.FAMILY, Contact.Kind.SUPPORT)
    rows = _of(Contact, client_id__in=list(clients), kind__in=kinds)
    return set(rows.values_list("client_id", flat=True))
