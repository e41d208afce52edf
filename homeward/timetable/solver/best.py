"""The best checked schedule so far; nothing unchecked ever becomes it."""

from dataclasses import dataclass, replace
from enum import IntEnum

from homeward.timetable.solver.answer import OnProgress, Progress, Step
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.checking.report import Report, Tiers
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.schedule import Schedule

LINE_LOSS = 2


class Verdict(IntEnum):
    """What became of a proposal; taken proposals are truthy."""

    REFUSED = 0
    AS_GOOD = 1
    BETTER = 2


class Best:
    """Takes every proposal through the checker and keeps it if it is better."""

    def __init__(
        self, instance: Instance, effort: float, on_progress: OnProgress | None = None
    ) -> None:
        self.instance = instance
        self.effort = effort
        self.on_progress = on_progress
        self.schedule = Schedule()
        self.report = check(instance, self.schedule)
        self.steps: list[Step] = []
        self.lost = 0
        self.line: Line | None = None

    def offer(self, stage: str, schedule: Schedule, spent: float) -> Verdict:
        """Take a proposal if it is better, or as good as the best.

        What the checker refuses is taken out of a proposal, becomes unmet, and is counted.
        """
        report = check(self.instance, schedule)
        lost = 0
        if not report.holds:
            schedule, lost = mended(self.instance, schedule)
            report = check(self.instance, schedule)
            self.lost += lost
        verdict = _verdict(report, self.report)
        if verdict:
            self.schedule, self.report = schedule, report
        if verdict is Verdict.BETTER or lost:
            self._tell(stage, spent, lost)
        if self.line is None:
            return verdict
        on_line = _verdict(report, self.line.report)
        if on_line:
            self.line = Line(schedule, report)
        return on_line

    def cost(self) -> Tiers:
        """What the week costs that proposals are judged against."""
        return self.report.tiers if self.line is None else self.line.report.tiers

    def begin_line(self, schedule: Schedule, *, anew: bool = False) -> bool:
        """Judge what follows against this week, though another one is the best.

        A week of blocks with a few gaps grows into a better one than a full week without shape.
        Refused if it breaks a rule, or, unless it is begun `anew`, loses far more than the best.
        """
        report = check(self.instance, schedule)
        most = LINE_LOSS * self.report.tiers.tier1
        if not report.holds or (report.tiers.tier1 > most and not anew):
            return False
        self.line = Line(schedule, report)
        return True

    @property
    def is_line_behind(self) -> bool:
        """Whether a line was followed and ended worse than the best."""
        return self.line is not None and _rank(self.line.report) > _rank(self.report)

    def _tell(self, stage: str, spent: float, lost: int) -> None:
        tiers, unplaced = self.report.tiers, self.report.unplaced
        self.steps.append(Step(stage, round(spent, 6), tiers, unplaced, lost))
        if self.on_progress is not None:
            self.on_progress(Progress(stage, spent, self.effort, tiers, unplaced, self.schedule))


@dataclass(frozen=True, slots=True)
class Line:
    """A week that is being improved though another one is still better."""

    schedule: Schedule
    report: Report


def _verdict(report: Report, than: Report) -> Verdict:
    if not report.holds or _rank(report) > _rank(than):
        return Verdict.REFUSED
    return Verdict.BETTER if _rank(report) < _rank(than) else Verdict.AS_GOOD


def _rank(report: Report) -> tuple[int, int, int]:
    return report.tiers.tier1, report.tiers.tier2, report.tiers.tier3


def mended(instance: Instance, schedule: Schedule) -> tuple[Schedule, int]:
    """The schedule without what breaks a rule, and how many pieces that cost.

    Everything is taken out once and put back piece by piece while no rule breaks: slow, sure, and
    never needed for what the stages make themselves.
    """
    kept = Schedule()
    lost = 0
    for group in sorted(schedule.groups, key=lambda each: (-len(each.members), each.id)):
        trial = replace(kept, groups=(*kept.groups, group))
        if check(instance, trial).holds:
            kept = trial
        else:
            lost += 1
    for single in schedule.singles:
        trial = replace(kept, singles=(*kept.singles, single))
        if check(instance, trial).holds:
            kept = trial
        else:
            lost += 1
    return kept, lost
