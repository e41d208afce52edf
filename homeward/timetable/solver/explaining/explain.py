"""Why each unmet need found no place in a finished schedule, and what one change would do.

By enumeration: every start of the week, everything that blocks it, counted; the starts with one
blocker are the offers. What is said of a client comes from their own records; a rule that keeps
two people apart is a placement rule and names nobody.
"""

from homeward.timetable.solver.explaining import alone, in_groups
from homeward.timetable.solver.explaining.tally import Tally
from homeward.timetable.solver.explaining.unplaced import Unplaced
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.schedule import Schedule


def explain(instance: Instance, schedule: Schedule) -> tuple[Unplaced, ...]:
    """Every need that lacks meetings, by client and service.

    The schedule is taken as it stands and should keep the hard rules.
    """
    placing = Placing(instance, schedule)
    others = in_groups.Others(placing)
    found = []
    for client in instance.clients.values():
        for code in sorted(client.needs):
            missing = placing.missing(client.id, code)
            if not missing:
                continue
            service = instance.services[code]
            tally = Tally(client.id, code, missing)
            if service.is_group:
                in_groups.look(placing, client, service, tally, others)
            else:
                alone.look(placing, client, service, tally)
            found.append(tally.told())
    return tuple(found)
