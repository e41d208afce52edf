"""CP-SAT on a measured effort: the same model, seed and effort find the same answer.

Imported only by the process that solves. Effort is CP-SAT's deterministic time; the wall clock is
an outer guard only, and whether it cut a search short is recorded.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from homeward.timetable.solver.guard import Guard

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
LOOKS_A_SECOND = 10


@dataclass(slots=True)
class Effort:
    """What may still be spent; every search takes its share and gives back what is left.

    `probing` is the optimizer's level of probing before a search, its own where none is given: a
    small neighbourhood is solved sooner than probed.
    """

    total: float
    workers: int = 8
    seed: int = 0
    deadline: float | None = None
    should_stop: Callable[[], bool] = lambda: False
    spent: float = 0.0
    probing: int | None = None
    guard: Guard = field(init=False)

    def __post_init__(self) -> None:
        self.guard = Guard(self.deadline, self.should_stop)

    @property
    def left(self) -> float:
        """Effort not spent yet."""
        return max(0.0, self.total - self.spent)

    @property
    def is_over(self) -> bool:
        """Whether nothing more may be begun."""
        return self.guard.is_over or self.left <= 0

    @property
    def deadline_fired(self) -> bool:
        """Whether the wall clock cut anything short."""
        return self.guard.deadline_fired

    @property
    def stopped(self) -> bool:
        """Whether the caller did."""
        return self.guard.stopped


@dataclass(slots=True)
class Answer:
    """What one search found; `value` reads a variable of the best solution."""

    is_found: bool
    is_optimal: bool
    is_impossible: bool
    objective: float = 0.0
    bound: float = 0.0
    solver: cp_model.CpSolver = field(default_factory=cp_model.CpSolver)

    def value(self, variable: cp_model.LinearExprT) -> int:
        """The value of a variable or a sum."""
        return self.solver.value(variable)

    def holds(self, variable: cp_model.IntVar) -> bool:
        """Whether a yes-or-no variable is yes."""
        return bool(self.solver.value(variable))


def search(
    model: cp_model.CpModel,
    effort: Effort,
    share: float,
    *,
    gap: float = 0.0,
    near: float = 0.0,
    level: int = 2,
    workers: int = 1,
    probing: int | None = None,
) -> Answer:
    """Search within a share of the effort; what it really took is added to what was spent.

    `gap` and `near` say how far from the optimum is good enough: as a part of it, and as a number;
    `probing` is this search's own.

    One worker over a full linear relaxation is the default: the models here are strong enough
    that it proves in a fifth of the time eight interleaved workers need.
    """
    solver = cp_model.CpSolver()
    settings = solver.parameters
    settings.num_workers = workers
    settings.random_seed = effort.seed
    settings.interleave_search = workers > 1
    settings.max_deterministic_time = max(0.01, min(share, effort.left))
    settings.linearization_level = level
    settings.relative_gap_limit = gap
    settings.absolute_gap_limit = near
    settings.log_search_progress = False
    probing = effort.probing if probing is None else probing
    if probing is not None:
        settings.cp_model_probing_level = probing
    if effort.deadline is not None:
        settings.max_time_in_seconds = max(0.05, effort.deadline - time.monotonic())
    done = threading.Event()
    watch = threading.Thread(target=_watch, args=(solver, effort, done), daemon=True)
    watch.start()
    try:
        status = solver.solve(model)
    finally:
        done.set()
        watch.join()
    effort.spent += solver.response_proto.deterministic_time
    if effort.deadline is not None and time.monotonic() >= effort.deadline:
        effort.guard.deadline_fired = True
    return Answer(
        is_found=status in FOUND,
        is_optimal=status == cp_model.OPTIMAL,
        is_impossible=status == cp_model.INFEASIBLE,
        objective=round(solver.objective_value, 6) if status in FOUND else 0.0,
        bound=solver.best_objective_bound,
        solver=solver,
    )


def _watch(solver: cp_model.CpSolver, effort: Effort, done: threading.Event) -> None:
    while not done.wait(1 / LOOKS_A_SECOND):
        if effort.should_stop():
            effort.guard.stopped = True
            solver.stop_search()
            return
