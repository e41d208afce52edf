"""A program's schedule of questionnaires: its own lines over the shipped table."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.instruments.library import instrument_ids
from homeward.instruments.models import ScheduleLine
from homeward.instruments.rules.schedule import Line, Moment, When
from homeward.instruments.rules.schedule_table import CORE, SOURCE
from homeward.kernel.reasons import Source
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program.models import Phase, Program, RuleNumber

MOST_MONTHS = 24


class ScheduleLineRefused(Refusal):
    """The line cannot be set; the codes name what is wrong with it."""


def lines_for(program_id: UUID, on: date) -> tuple[Line, ...]:
    """The lines in force on a day, each with its source; the order of the shipped table first."""
    found = {line.key: line_with_source(line, SOURCE) for line in CORE}
    rows = ScheduleLine.objects.filter(program_id=program_id, starts_on__lte=on)
    for row in rows.select_related("phase").order_by("starts_on", "created_at", "pk"):
        line = line_of(row)
        if row.is_asked:
            found[line.key] = line
        else:
            found.pop(line.key, None)
    return tuple(found.values())


def line_of(row: ScheduleLine) -> Line:
    """A stored line as the rule reads it."""
    return Line(
        Moment(row.moment),
        row.instrument,
        When(row.condition),
        row.from_month,
        row.phase.code if row.phase else "",
        Source(f"schedule_line:{row.pk}", row.source_title, row.tag, row.citation),
    )


def line_with_source(line: Line, source: Source) -> Line:
    """The same line, saying where it comes from."""
    return Line(line.moment, line.instrument, line.when, line.from_month, line.phase, source)


def may_set_schedule(actor: Actor) -> bool:
    """Whoever adopts the program's numbers also says which questionnaire is asked when."""
    return Duty.ADOPT_NUMBERS in actor.duties and may(actor.roles, RecordClass.SETUP, Access.WRITE)


@action
def set_schedule_line(
    *,
    actor: Actor,
    program_id: UUID,
    moment: str,
    instrument: str,
    condition: str,
    is_asked: bool,
    starts_on: date,
    tag: str,
    source_title: str,
    today: date,
    now: datetime,
    citation: str = "",
    phase_id: UUID | None = None,
    from_month: int = 0,
) -> ScheduleLine:
    """Ask a form at a moment, or no longer, from a day on; what is past stays as it was.

    Whoever adopts numbers sets it. Raises ScheduleLineRefused with every fault, NotAllowed.
    """
    if not may_set_schedule(actor):
        raise NotAllowed
    program = Program.objects.get(pk=program_id)
    faults = []
    if moment not in set(Moment):
        faults.append("moment_unknown")
    if instrument not in instrument_ids():
        faults.append("form_unknown")
    if condition not in set(When):
        faults.append("condition_unknown")
    if starts_on < today:
        faults.append("line_starts_in_past")
    if tag not in RuleNumber.Tag.values:
        faults.append("tag_unknown")
    if not source_title.strip():
        faults.append("line_needs_source")
    if not 0 <= from_month <= MOST_MONTHS or (from_month and moment != Moment.FOLLOW_UP):
        faults.append("months_for_follow_up")
    if phase_id and not Phase.objects.filter(pk=phase_id, program=program).exists():
        faults.append("phase_unknown")
    if phase_id and moment in OUTSIDE_PHASES:
        faults.append("no_phase_then")
    if faults:
        raise ScheduleLineRefused(*faults)
    row = ScheduleLine.objects.create(
        program=program, moment=moment, instrument=instrument, condition=condition,
        phase_id=phase_id, from_month=from_month, is_asked=is_asked, starts_on=starts_on, tag=tag,
        source_title=source_title.strip()[:200], citation=citation.strip()[:200], set_at=now,
        set_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record(
        "instruments.schedule.set", actor=actor, subject=row, at=now,
        reason=f"{moment} {instrument} {'asked' if is_asked else 'not asked'}",
    )  # fmt: skip
    return row


# Before the admission and after the discharge nobody is in a phase.
OUTSIDE_PHASES = frozenset({Moment.SCREENING, Moment.FOLLOW_UP})
