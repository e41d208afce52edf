"""The review card of one client: eight parts put together from the record, each line with its
source, and a word where a part has nothing.

Read in the reader's own scope, in a fixed number of queries; assembled while the page is made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from homeward.attendance.queries import minutes_by_week
from homeward.core.actors import Actor
from homeward.coverage.authorized import standings
from homeward.instruments.library import instrument
from homeward.instruments.models import CheckIn, Response
from homeward.instruments.rules.change import THRESHOLDS, change_between
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Evidence, Reason, Source, State
from homeward.kernel.records import RecordClass
from homeward.medications.models import Medication
from homeward.people.queries import reaches
from homeward.plans.queries import active_plan, objectives_of_plan
from homeward.progress.payer_answers import (
    answered_before,
    answers_since,
    shown_at_the_table,
)
from homeward.progress.plan_lines import RECORD, attendance_lines, test_lines
from homeward.progress.reaching import local_day
from homeward.progress.review_records import ClientView, CourseEvent
from homeward.progress.reviews import monday_of
from homeward.progress.stages import minutes_asked
from homeward.progress.words_of_reviews import CHANGES, TOLD, WISHES
from homeward.tasks.kinds import kind_of
from homeward.tasks.models import CareTask

TOTAL = "total"
OBJECTIVES_SHOWN = 6
LATELY = timedelta(days=14)
DENIED = "denial_safety_plan"
WATCHED = ("safety", "check_in", "level_review", DENIED)
RECONCILE = "reconcile_medicines"
PAYER = Source("authorization", "The payer's authorization", "payer")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the card; without lines it says what is missing, or that it is closed."""

    code: str
    lines: tuple[Reason, ...]
    is_closed: bool = False


def parts_of(
    actor: Actor, episode: Any, now: datetime, weeks: int, *, is_signed: bool
) -> tuple[Part, ...]:
    """The eight parts in the order a team reads them; `is_signed` opens the payer's answers."""
    today = local_day(now, episode.site.time_zone)
    first = today - timedelta(weeks=weeks)
    may_test = reaches(actor, episode.client, RecordClass.DRUG_TESTS)
    may_medical = reaches(actor, episode.client, RecordClass.MEDICAL)
    told_until = now if is_signed else answered_before(episode)
    return (
        _part("attendance", (*_hours(episode, today, weeks),
                             *attendance_lines(actor, episode, first, today))),
        _part("tests", test_lines(actor, episode, first, today), is_open=may_test),
        _part("measures", _measures(actor, episode, first)),
        _part("objectives", _objectives(actor, episode)),
        _part("medicines", _medicines(actor, episode), is_open=may_medical),
        _part("risk", _risk(actor, episode, today, told_until)),
        _part("authorized", _authorized(episode, today, told_until, is_signed=is_signed)),
        _part("view", _view(actor, episode, today)),
    )  # fmt: skip


def _part(code: str, lines: Iterable[Reason], *, is_open: bool = True) -> Part:
    return Part(code, tuple(lines) if is_open else (), not is_open)


def _line(
    code: str, state: State, kind: str = "", ref: Any = "", text: str = "",
    source: Source = RECORD, /, **detail: Any,
) -> Reason:  # fmt: skip
    evidence = (Evidence(kind, str(ref), text),) if kind else ()
    return Reason(code, state, evidence, source, detail)


def _hours(episode: Any, today: date, weeks: int) -> Iterator[Reason]:
    """Hours of each whole week looked back on against what was asked in that week."""
    monday = monday_of(today)
    first = max(monday - timedelta(weeks=weeks), monday_of(episode.admitted_on))
    found = minutes_by_week([episode.client_id], first, monday)[episode.client_id]
    whole = [first + timedelta(weeks=number) for number in range((monday - first).days // 7)]
    for week, need in minutes_asked(episode, whole).items():
        got = found.get(week, 0)
        yield _line(
            "card_hours", State.MET if got >= need else State.NOT_MET, "chart_schedule",
            episode.client_id, date_format(week, "j M"), RECORD,
            week=date_format(week, "j M"), delivered=f"{round(got / 60, 1):g}",
            required=f"{round(need / 60, 1):g}",
        )  # fmt: skip


def _measures(actor: Actor, episode: Any, first: date) -> Iterator[Reason]:
    """Each questionnaire handed in: where it began, where it is, and whether that is a change."""
    rows = Response.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=episode.client_id, is_handed_in=True,
        answered_at__date__gte=episode.admitted_on - timedelta(days=30),
    )  # fmt: skip
    course: dict[str, list[Response]] = {}
    for row in rows.defer("answers").order_by("answered_at"):
        if row.scores.get(TOTAL, {}).get("value") is not None:
            course.setdefault(row.instrument, []).append(row)
    for name, answered in course.items():
        newest, oldest = answered[-1], answered[0]
        if local_day(newest.answered_at, episode.site.time_zone) < first:
            continue
        now, then = newest.scores[TOTAL]["value"], oldest.scores[TOTAL]["value"]
        title = instrument(name).title
        day = date_format(local_day(newest.answered_at, episode.site.time_zone), "j M")
        if oldest is newest:
            yield _line("record_measure_once", State.UNKNOWN, "instrument_result", newest.pk, day,
                        RECORD, name=title, now=f"{now:g}")  # fmt: skip
            continue
        change = change_between(then, now, THRESHOLDS.get((name, TOTAL)))
        states = {"improved": State.MET, "worsened": State.NOT_MET}
        threshold = change.reasons[0].source or RECORD
        yield _line(
            "card_change", states.get(change.outcome, State.UNKNOWN), "instrument_result",
            newest.pk, day, threshold, name=title, before=f"{then:g}", now=f"{now:g}",
            change=str(CHANGES.get(change.outcome, change.outcome)),
        )  # fmt: skip


def _objectives(actor: Actor, episode: Any) -> Iterator[Reason]:
    plan = active_plan(actor, episode)
    if plan is None:
        return
    rows = [row for row in objectives_of_plan(actor, episode) if row.state != "discontinued"]
    met = sum(row.state == "met" for row in rows)
    yield _line(
        "card_objectives", State.MET if rows and met == len(rows) else State.UNKNOWN,
        "chart_plan", episode.client_id, gettext("The plan"), RECORD, met=met, objectives=len(rows),
    )  # fmt: skip
    for row in [row for row in rows if row.state != "met"][:OBJECTIVES_SHOWN]:
        yield _line("card_objective", State.NOT_MET, "plan_objective",
                    f"{episode.client_id}:{row.number}", row.number, RECORD,
                    words=row.statement)  # fmt: skip


def _medicines(actor: Actor, episode: Any) -> Iterator[Reason]:
    rows = Medication.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=episode.client_id, ended_on=None
    )
    for row in rows.order_by("name", "pk"):
        yield _line(
            "card_medicine", State.UNKNOWN if row.held_at else State.MET, "chart_medical",
            episode.client_id, "", RECORD, name=row.name, dose=row.dose,
        )  # fmt: skip


def _risk(actor: Actor, episode: Any, today: date, told_until: datetime | None) -> Iterator[Reason]:
    """Open duties about safety, what the team learned, and use told in check-ins.

    A duty that a payer's answer opened would tell of that answer: it waits for the signature.
    """
    tasks = CareTask.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=episode.client_id, closed_at=None, kind__in=(*WATCHED, RECONCILE)
    )
    tasks = tasks.exclude(kind=DENIED, opened_at__gt=told_until)
    for task in tasks.order_by("due_at"):
        if task.kind == RECONCILE:
            yield _line("card_medicines_unreconciled", State.UNKNOWN)
            continue
        yield _line("card_duty", State.NOT_MET, "care_task", task.pk, "", RECORD,
                    words=str(kind_of(task.kind).words))  # fmt: skip
    events = CourseEvent.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=episode.client_id, happened_on__gte=today - LATELY
    )
    for event in events.order_by("-happened_on"):
        yield _line(
            "card_event", State.NOT_MET, "", "", "", RECORD,
            words=str(TOLD[event.code]), day=date_format(event.happened_on, "j M"),
        )  # fmt: skip
    told = CheckIn.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=episode.client_id, used=True, is_shared=True,
        on__gt=today - timedelta(days=7), on__lte=today,
    )  # fmt: skip
    if days := len(set(told.values_list("on", flat=True))):
        yield _line("card_use_told", State.NOT_MET, "", "", "", RECORD, times=days)


def _authorized(
    episode: Any, today: date, told_until: datetime | None, *, is_signed: bool
) -> Iterator[Reason]:
    """What payers allowed, as far as the table may know before it signs."""
    rows = [row for row in shown_at_the_table(episode, told_until) if row.last_on >= today][:3]
    for standing in standings(rows, today):
        row = standing.row
        left = "" if standing.left is None else f"{standing.left}/{row.units}"
        yield _line(
            "card_authorized",
            State.MET if standing.decision.outcome in ("in_force", "to_come") else State.NOT_MET,
            "authorization", row.pk, "", PAYER, payer=row.coverage.payer.name,
            level=row.level_code, until=date_format(row.last_on, "j M Y"), left=left,
        )  # fmt: skip
    if not is_signed and answers_since(episode, told_until):
        yield _line("card_answer_kept", State.UNKNOWN, "", "", "", PAYER)


def _view(actor: Actor, episode: Any, today: date) -> Iterator[Reason]:
    row = view_of_week(actor, episode, today)
    if row is None:
        return
    day = date_format(local_day(row.at, episode.site.time_zone), "j M")
    yield _line("card_wish", State.UNKNOWN, "client_view", "", day, RECORD,
                wish=str(WISHES[row.wish]))  # fmt: skip
    for words in filter(None, (row.words, row.hard)):
        yield _line("card_words", State.UNKNOWN, "", "", "", RECORD, words=words)


def view_of_week(actor: Actor, episode: Any, today: date) -> ClientView | None:
    """What the client said in this week or the one before it, the newest."""
    rows = ClientView.objects.for_actor(actor, Purpose.TREATMENT).filter(
        episode_id=episode.pk, week_of__gte=monday_of(today) - timedelta(weeks=1)
    )
    found: ClientView | None = rows.order_by("-week_of").first()
    return found
