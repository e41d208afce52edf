"""A draft as a page reads it: what stands, what it costs, how far it may be from the best."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from typing import Any
from uuid import UUID

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.timetable.drafting.happening import admitted_in, instance_with
from homeward.timetable.drafting.names import Names, names_of
from homeward.timetable.drafting.outdated import Place, parted
from homeward.timetable.drafting.standing import UNDO, clock_of_draft, live_moves
from homeward.timetable.drafts import DraftMove, PlanningStep, WeekDraft
from homeward.timetable.instance_of_week.clock import WeekClock
from homeward.timetable.permissions import require_planner, works_at
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Report, Violation
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.promises import Promise, ToWhom, promises
from homeward.timetable.solver.reading_schedule import schedule_of
from homeward.timetable.solver.schedule import Schedule

HEAVY = ("instance", "base", "schedule", "needs", "trace")


@dataclass(frozen=True, slots=True)
class Quality:
    """Costs against what no week could be below; `gap3_percent` once nothing unmet is avoidable.

    Unmet need and comfort are told apart: one missing session costs more than all of comfort.
    """

    tier1: int
    bound1: int
    tier2: int
    tier3: int
    bound3: int

    @property
    def is_unmet_proven_least(self) -> bool:
        """Whether no schedule could leave less unmet."""
        return self.tier1 <= self.bound1

    @property
    def gap3_percent(self) -> float | None:
        if not self.is_unmet_proven_least or self.bound3 <= 0:
            return None
        return round(max(0, self.tier3 - self.bound3) / self.bound3 * 100, 1)


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One event of a draft."""

    number: int
    kind: str
    body: Mapping[str, Any]
    by: str
    at: datetime
    undoes: int | None
    is_undone: bool
    is_rebased: bool

    @property
    def is_undoing(self) -> bool:
        return self.kind == UNDO


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with all a page shows; schedule and report are None until there is an answer.

    Of the report's violations `broken` stand in the way of publishing by the draft's own records;
    `kept` are promises of a shape that today's rules would not give, and keep nobody from anything.
    """

    draft: WeekDraft
    head: int
    instance: Instance
    schedule: Schedule | None
    report: Report | None
    quality: Quality | None
    moves: tuple[MoveLine, ...]
    steps: tuple[PlanningStep, ...]
    clock: WeekClock
    names: Names
    broken: tuple[Violation, ...] = ()
    kept: tuple[Violation, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A promise that came, went, moved or has another face; times are (day, start)."""

    client: str
    service: str
    was: tuple[int, int, str, str] | None
    now: tuple[int, int, str, str] | None


def drafts_of(actor: Actor, program_id: UUID, site_id: UUID, starts_on: date) -> list[WeekDraft]:
    """The drafts of one week, the newest first, without their contents; none elsewhere."""
    require_planner(actor)
    if not works_at(actor, site_id):
        return []
    rows = WeekDraft.objects.filter(program_id=program_id, site_id=site_id, starts_on=starts_on)
    return list(rows.select_related("started_by").defer(*HEAVY).order_by("-started_at", "-pk"))


def open_draft(actor: Actor, draft_id: UUID) -> OpenDraft:
    """One draft with everything; NotAllowed without the duty, DoesNotExist at another site."""
    require_planner(actor)
    draft = WeekDraft.objects.select_related("site", "program", "started_by").get(pk=draft_id)
    if not works_at(actor, draft.site_id):
        raise WeekDraft.DoesNotExist
    moves = list(draft.moves.select_related("by", "undoes").order_by("number"))
    instance = instance_with(draft, moves)
    schedule = schedule_of(draft.schedule) if draft.schedule is not None else None
    report = check(instance, schedule) if schedule is not None else None
    times = clock_of_draft(draft, draft.site)
    broken, kept = _parted(draft, instance, report, times.ahead(clock.now()))
    return OpenDraft(
        draft=draft,
        head=draft.head,
        instance=instance,
        schedule=schedule,
        report=report,
        quality=quality_of(draft, report),
        moves=_lines(moves),
        steps=tuple(draft.steps.order_by("number")),
        clock=times,
        names=names_of(
            actor, draft.instance, draft.program_id, draft.site_id, more=admitted_in(moves)
        ),
        broken=broken,
        kept=kept,
    )


def _parted(
    draft: WeekDraft, instance: Instance, report: Report | None, ahead: Place
) -> tuple[tuple[Violation, ...], tuple[Violation, ...]]:
    """As `outdated.parted`; a week that holds is not checked twice."""
    if report is None or report.holds:
        return (), ()
    was = check(instance, schedule_of(draft.base) if draft.base else Schedule())
    return parted(report, was, ahead)


def latest_step(draft_id: UUID) -> PlanningStep | None:
    """How far planning is; one query."""
    return PlanningStep.objects.filter(draft_id=draft_id).order_by("-number").first()


def quality_of(draft: WeekDraft, report: Report | None) -> Quality | None:
    """The costs as they stand beside the bounds of the planning."""
    if report is None or not draft.bounds:
        return None
    tiers = report.tiers
    return Quality(
        tiers.tier1, int(draft.bounds.get("tier1", 0)),
        tiers.tier2, tiers.tier3, int(draft.bounds.get("tier3", 0)),
    )  # fmt: skip


def compare(instance: ToWhom, schedule: Schedule) -> list[ChangeLine]:
    """The schedule against what was promised before: each promise that is not as it was."""
    return changes_between(promises(instance, instance.previous), promises(instance, schedule))


def changes_between(was: Mapping[Promise, str], now: Mapping[Promise, str]) -> list[ChangeLine]:
    """What differs for each client and kind of session, in order; moves are paired by day."""
    found = []
    gone: dict[tuple[str, str], list[tuple[int, int, str, str]]] = {}
    come: dict[tuple[str, str], list[tuple[int, int, str, str]]] = {}
    for key in sorted(set(was) | set(now)):
        client, service, day, start, mode = key
        before, after = was.get(key), now.get(key)
        if before == after:
            continue
        if before is not None and after is not None:
            line = (day, start, mode, before), (day, start, mode, after)
            found.append(ChangeLine(client, service, *line))
        elif before is not None:
            gone.setdefault((client, service), []).append((day, start, mode, before))
        else:
            come.setdefault((client, service), []).append((day, start, mode, after or ""))
    for client, service in sorted(set(gone) | set(come)):
        left, new = gone.get((client, service), []), come.get((client, service), [])
        found += [
            ChangeLine(client, service, before, after) for before, after in zip_longest(left, new)
        ]
    return sorted(found, key=_in_order)


def _in_order(line: ChangeLine) -> tuple[str, str, tuple[int, int, str, str]]:
    return line.client, line.service, line.now or line.was or (0, 0, "", "")


def _lines(moves: list[DraftMove]) -> tuple[MoveLine, ...]:
    standing = {each.pk for each in live_moves(moves)}
    undone = {each.undoes_id for each in moves if each.undoes_id}
    return tuple(
        MoveLine(
            each.number, each.kind, each.body, each.by.name if each.by else "", each.at,
            each.undoes.number if each.undoes else None,
            each.pk in undone and each.pk not in standing, each.rebased,
        )
        for each in moves
    )  # fmt: skip
