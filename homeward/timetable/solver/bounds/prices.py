"""Row prices of a linear program, by the interior point method of HiGHS as OR-Tools carries it.

Imported only where weeks are planned. Whatever the solver gives back is only a proposal:
`Program.proven` makes the bound from it. Chosen by measurement: it needed a third of the time of
the simplex method on these programs, and no tuning as a first-order method does.
"""

import threading
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]

from homeward.timetable.solver.bounds.program import Program

LOOK_SECONDS = 0.1


def row_prices(
    program: Program, costs: Sequence[int], until: float, should_stop: Callable[[], bool]
) -> list[float] | None:
    """A price for every row, none negative; None if stopped, or not found `until` (monotonic).

    The solver runs beside, so that neither the clock nor a stop waits for it.
    """
    found: list[list[float]] = []
    worker = threading.Thread(
        target=lambda: found.extend(_solved(program, costs, until)), daemon=True
    )
    worker.start()
    while worker.is_alive() and time.monotonic() < until and not should_stop():
        worker.join(LOOK_SECONDS)
    return found[0] if found else None


def _solved(program: Program, costs: Sequence[int], until: float) -> list[list[float]]:
    model = mathopt.Model()
    columns = [model.add_variable(lb=0, ub=upper) for upper in program.uppers]
    rows = []
    for low, terms in zip(program.lows, program.rows, strict=True):
        row = model.add_linear_constraint(lb=low)
        for column, value in terms.items():
            row.set_coefficient(columns[column], value)
        rows.append(row)
    for column, cost in zip(columns, costs, strict=True):
        if cost:
            model.objective.set_linear_coefficient(column, cost)
    left = until - time.monotonic()
    if left <= 0:
        return []
    params = mathopt.SolveParameters(
        lp_algorithm=mathopt.LPAlgorithm.BARRIER, time_limit=timedelta(seconds=left)
    )
    answer = mathopt.solve(model, mathopt.SolverType.HIGHS, params=params)
    for solution in answer.solutions:
        if solution.dual_solution is not None:
            told = solution.dual_solution.dual_values
            return [[max(0.0, told.get(row, 0.0)) for row in rows]]
    return []
