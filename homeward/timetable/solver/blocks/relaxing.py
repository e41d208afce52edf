"""Linear relaxations of the stages; of stage one the templates it uses, a few for each client.

Rooms and leaders are shared among all classes at once, which no class alone can see. What the
relaxation uses is a small fraction of all templates, so the whole numbers are found among them.
"""

import time
from collections.abc import Mapping

from ortools.linear_solver import pywraplp  # type: ignore[import-untyped]
from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.seating import Seating
from homeward.timetable.solver.blocks.templates import Template
from homeward.timetable.solver.engine import Effort

# Measured against the search of one worker: so many rows cost about one unit of effort.
ROWS_A_UNIT = 6_000
USED = 1e-6
HUGE = 1e15
LEAST_MILLISECONDS = 100


def used_templates(seating: Seating, effort: Effort) -> dict[str, list[Template]] | None:
    """For each client the templates the relaxation uses; none where it found no optimum."""
    values = relaxation(seating.model, effort)
    if values is None:
        return None
    found: dict[str, list[Template]] = {client: [] for client in seating.choices}
    for (client, place), variable in seating.seat.items():
        if values[variable.index] > USED:
            found[client].append(seating.choices[client][place])
    return found


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
