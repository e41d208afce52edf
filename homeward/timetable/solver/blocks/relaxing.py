"""Linear relaxations of the stages; of stage one the templates it uses and the cells it opens.

Rooms and leaders are shared among all classes at once, which no class alone can see. What the
relaxation uses is a small fraction of all templates, so the whole numbers are found near them.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]
from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.seating import Seating
from homeward.timetable.solver.blocks.templates import Template
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.possible import Cell

# Measured against the search of one worker: so many rows cost about one unit of effort.
ROWS_A_UNIT = 6_000
USED = 1e-6
LEAST_OPEN = 0.05  # of a group
HUGE = 1e15
LEAST_MILLISECONDS = 100


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The templates each client uses in the relaxation, and how many groups each cell has there."""

    used: Mapping[str, Sequence[Template]]
    counts: Mapping[Cell, float]

    def over_open(self, choices: Mapping[str, Sequence[Template]]) -> dict[str, list[Template]]:
        """All templates made of cells of which a part worth naming is open."""
        open_ = {cell for cell, number in self.counts.items() if number > LEAST_OPEN}
        return {
            client: [each for each in listed if open_.issuperset(each.cells)]
            for client, listed in choices.items()
        }


def relaxed_seats(seating: Seating, effort: Effort) -> Relaxed | None:
    """What the relaxation of stage one does; none where it found no optimum."""
    values = relaxation(seating.model, effort)
    if values is None:
        return None
    used: dict[str, list[Template]] = {client: [] for client in seating.choices}
    for (client, place), variable in seating.seat.items():
        if values[variable.index] > USED:
            used[client].append(seating.choices[client][place])
    return Relaxed(used, {cell: values[count.index] for cell, count in seating.count.items()})


def relaxation(model: cp_model.CpModel, effort: Effort) -> list[float] | None:
    """The value of every variable where whole numbers are not asked for; none if not solved."""
    solver = pywraplp.Solver.CreateSolver("HIGHS_LP")
    if solver is None:
        return None
    solver.SuppressOutput()
    variables = relaxed(model, solver)
    effort.guard.look()
    if effort.deadline is not None:
        left = int(1000 * (effort.deadline - time.monotonic()))
        solver.SetTimeLimit(max(LEAST_MILLISECONDS, left))
    status = solver.Solve()
    effort.spent += solver.NumConstraints() / ROWS_A_UNIT
    if status != pywraplp.Solver.OPTIMAL:
        return None
    return [each.solution_value() for each in variables]


def relaxed(model: cp_model.CpModel, solver: pywraplp.Solver) -> list[pywraplp.Variable]:
    """Write a model of linear rows, implications and choices as a linear program."""
    proto = model.proto
    bounds = [tuple(each.domain) for each in proto.variables]
    variables = [solver.NumVar(each[0], each[-1], "") for each in bounds]
    infinity = solver.infinity()
    for row in proto.constraints:
        if row.has_linear():
            _linear(row, solver, variables, bounds)
        elif row.has_at_most_one():
            written = solver.Constraint(-infinity, 1)
            for literal in row.at_most_one.literals:
                written.SetCoefficient(variables[literal], 1)
        elif row.has_exactly_one():
            written = solver.Constraint(1, 1)
            for literal in row.exactly_one.literals:
                written.SetCoefficient(variables[literal], 1)
        elif row.has_bool_and():
            (cause,) = row.enforcement_literal
            for literal in row.bool_and.literals:
                written = solver.Constraint(-infinity, 0)
                written.SetCoefficient(variables[cause], 1)
                written.SetCoefficient(variables[literal], -1)
    objective = solver.Objective()
    for place, price in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        objective.SetCoefficient(variables[place], price)
    objective.SetMinimization()
    return variables


def _linear(
    row: object,
    solver: pywraplp.Solver,
    variables: list[pywraplp.Variable],
    bounds: list[tuple[int, ...]],
) -> None:
    """One row; the only conditional ones say that a count is above nought or is nought."""
    infinity = solver.infinity()
    linear = row.linear  # type: ignore[attr-defined]
    condition: Mapping[int, int] = dict(enumerate(row.enforcement_literal))  # type: ignore[attr-defined]
    if condition:
        literal, counted = condition[0], linear.vars[0]
        written = solver.Constraint(0, infinity)
        if literal >= 0:
            written.SetCoefficient(variables[counted], 1)
            written.SetCoefficient(variables[literal], -1)
        else:
            written.SetCoefficient(variables[-literal - 1], bounds[counted][-1])
            written.SetCoefficient(variables[counted], -1)
        return
    domain = tuple(linear.domain)
    least = domain[0] if domain[0] > -HUGE else -infinity
    most = domain[-1] if domain[-1] < HUGE else infinity
    written = solver.Constraint(least, most)
    for place, factor in zip(linear.vars, linear.coeffs, strict=True):
        written.SetCoefficient(variables[place], factor)
