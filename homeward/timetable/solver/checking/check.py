"""Whether a schedule keeps every hard rule, and what it costs."""

from homeward.timetable.solver.checking.costs import COSTS
from homeward.timetable.solver.checking.hard import RULES
from homeward.timetable.solver.checking.report import Report, Tiers
from homeward.timetable.solver.checking.view import View, known_clients
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.schedule import Schedule


def check(instance: Instance, schedule: Schedule) -> Report:
    """Every violation, and the cost by tier and by name; nothing is assumed of the schedule."""
    view = View.of(instance, schedule)
    found = [violation for rule in RULES for violation in rule.violations(view)]
    by_name = {each.__name__.rsplit(".", 1)[-1]: each.cost(view) for each in COSTS}
    tiers = dict.fromkeys((1, 2, 3), 0)
    for each in COSTS:
        tiers[each.TIER] += by_name[each.__name__.rsplit(".", 1)[-1]]
    return Report(tuple(found), Tiers(tiers[1], tiers[2], tiers[3]), by_name, _unplaced(view))


def _unplaced(view: View) -> int:
    missing = 0
    for client, spans in known_clients(view):
        for code, needed in client.needs.items():
            missing += max(0, needed - sum(span.service == code for span in spans))
    return missing
