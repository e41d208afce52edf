"""How an episode stands on a day, from the rows written down so far."""

from datetime import date, timedelta
from typing import Any

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME, NOT_EXPECTED
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller
from homeward.drugtests.rules.analytes import WindowNumbers
from homeward.drugtests.rules.reading import POSITIVE, counted
from homeward.people.models import Contact
from homeward.plans.models import Objective
from homeward.progress.course_of import WEEK, WITHDRAWAL, withdrawal_in, worse_measures
from homeward.progress.rules.absence import missed_in_row as in_row
from homeward.progress.rules.review import ReviewNumbers, Standing
from homeward.progress.rules.support import Said, support_said
from homeward.progress.standing import RELAPSE_DIMENSION, days_of_new_use

NOT_COUNTED = (AttendanceMark.State.EXCUSED, AttendanceMark.State.CANCELLED_CLIENT)
SUPPORTS = (Contact.Kind.FAMILY, Contact.Kind.SUPPORT)


def standing_of(told: Teller, life: Life, on: date, numbers: ReviewNumbers) -> Standing:
    """What the review rule asks, as the progress room would read it."""
    episode, first = life.episode, on - timedelta(weeks=numbers.weeks)
    marks = [mark for _, mark, _ in life.register if mark.on >= first and mark.on <= on]
    expected = [mark for mark in marks if mark.state not in NOT_EXPECTED]
    began_on = _phase_began(told, life)
    tests = sorted(life.tests.values(), key=lambda test: test.ordered_at)
    dated = [
        (told.setting.day(test.collected_at or test.ordered_at, test.site_id), test)
        for test in tests
    ]
    recent = counted(
        (test.outcome, test.specimen, test.state) for day, test in dated if day >= first
    )
    positives = [day for day, test in dated if test.outcome in POSITIVE]
    states = _objectives(life)
    results = (
        (told.setting.day(test.collected_at or test.ordered_at, test.site_id), row)
        for key, test in sorted(life.tests.items(), key=lambda told: told[1].ordered_at)
        if test.outcome in POSITIVE
        for row in life.results.get(key, ())
    )
    fresh = days_of_new_use(results, WindowNumbers.of(told.setting.numbers(on)))
    before = first - timedelta(weeks=numbers.weeks)
    return Standing(
        on=on,
        admitted_on=episode.admitted_on,
        phase_began_on=began_on,
        phase_weeks=episode.phase.typical_weeks,
        phase_minutes=episode.phase.weekly_minutes,
        next_minutes=_next_minutes(told, episode),
        sessions_kept=sum(mark.state in CAME for mark in marks),
        sessions_expected=len(expected) - sum(mark.state in NOT_COUNTED for mark in marks),
        tests_negative=recent.negative,
        tests_positive=recent.positive,
        tests_missed=recent.missed,
        tests_dilute=recent.dilute,
        tests_unreadable=recent.unreadable,
        positives_in_phase=sum(day >= began_on for day in positives),
        last_positive_on=max(positives, default=None),
        objectives_met=sum(state == Objective.State.MET for state, _ in states),
        objectives=len(states),
        has_prevention_plan=True if (Objective.State.MET, RELAPSE_DIMENSION) in states else None,
        has_sober_support=True
        if any(contact.kind in SUPPORTS for contact in life.contacts.values())
        else None,
        missed_in_row=missed_in_row(life, first),
        has_open_safety_duty=any(
            task.closed_at is None and task.kind == "safety" for task in life.tasks
        ),
        last_attended_on=max(
            (mark.on for _, mark, _ in life.register if mark.state in CAME),
            default=episode.admitted_on,
        ),
        new_use=sum(day >= first for day in fresh),
        new_use_before=sum(before <= day < first for day in fresh),
        **_course(life, on, numbers),
        support_said=_support_said(life),
        plan_stands=True if life.episode.pk in life.plan_found_in else None,
    )


def _support_said(life: Life) -> bool | None:
    """What was said at the placement; the story keeps nobody away from anybody."""
    is_there = life.placement.facts.get("sober_support") if life.placement else None
    said = [] if is_there is None else [Said(life.placement.assessed_at, is_there)]
    return support_said(said, (), is_any_away=False)


def _course(life: Life, on: date, numbers: ReviewNumbers) -> dict[str, Any]:
    """What questionnaires and check-ins say; the story tells of no other event."""
    admitted = life.episode.admitted_on
    taken = {
        name: [(day, value) for day, value in course
               if day <= on and not (name in WITHDRAWAL and day <= admitted)]
        for name, course in life.scores.items()
    }  # fmt: skip
    compared, worse = worse_measures(taken, on - timedelta(weeks=numbers.weeks))
    since = on - timedelta(days=numbers.event_days)
    return {
        "withdrawal_signs": withdrawal_in(taken, since, numbers),
        "use_told": len({day for day in life.told_use if on - WEEK < day <= on}),
        "measures_compared": compared,
        "measures_worse": worse,
    }


def missed_in_row(life: Life, first: date) -> int:
    """How many of the newest program days in a row were missed without being excused."""
    register = sorted(life.register, key=lambda line: line[0], reverse=True)
    return in_row(((mark.on, mark.state) for _, mark, _ in register if mark.on >= first), CAME)


def _phase_began(told: Teller, life: Life) -> date:
    began, last = life.episode.admitted_on, None
    for stage in sorted(life.stages, key=lambda row: row.starts_at):
        if stage.phase_id == life.episode.phase_id and last != stage.phase_id:
            began = told.setting.day(stage.starts_at, stage.site_id)
        last = stage.phase_id
    return began


def _next_minutes(told: Teller, episode: Any) -> int | None:
    later = [p for p in told.setting.phases.values() if p.position > episode.phase.position]
    return min(later, key=lambda phase: phase.position).weekly_minutes if later else None


def _objectives(life: Life) -> list[tuple[str, int]]:
    if life.plan is None:
        return []
    return [
        (row.state, life.dimensions[row.pk])
        for row in life.objectives_of[life.plan.pk]
        if row.state != Objective.State.DISCONTINUED
    ]
