"""One-to-ones of a large week, some clients at a time: those who share clinicians go together.

In the end a clinician who leads at the only hour of a client may trade the group.
"""

from itertools import product

from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.blocks.visiting import Led
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.neighbourhoods.candidates import Candidates
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.neighbourhoods.free import Free
from homeward.timetable.solver.neighbourhoods.kept import Told
from homeward.timetable.solver.neighbourhoods.replanning import Replanning
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.standing import LedTeam, Standing

IN_BATCH = 60
GAP = 0.001


def visit_in_batches(
    possible: Possible, named: Led, effort: Effort, share: float, ahead: Ahead
) -> Standing:
    """Visits placed batch after batch, then again with the leaders of all groups free."""
    standing = Standing(
        tuple(sorted(LedTeam(team, person) for team, person in named.leaders.items())), {}
    )
    candidates = Candidates(possible, ahead, effort.seed)
    told = Told(possible)
    batches = _batches(possible)
    everywhere = frozenset(range(len(standing.groups)))
    # First around the leaders named; then, with everybody's visits known, leaders are free too.
    for leaders, batch in product((frozenset[int](), everywhere, everywhere), batches):
        if effort.is_over:
            break
        free = Free(
            seats=(),
            visits=tuple(batch),
            leaders=leaders,
            may_open=False,
        )
        frame = Frame(possible, standing, free)
        weeks = candidates.for_frame(frame, partial=False)
        model = Replanning(possible, frame, weeks, told)
        objective = model.costs.weighed(is_told=bool(told))
        planned = model.search(effort, share / len(batches), objective, gap=GAP)
        if planned is not None:
            standing = planned.standing
    return standing


def _batches(possible: Possible) -> list[list[str]]:
    seen_by = {
        id_: tuple(
            sorted(
                (code, possible.counsellors(client, code))
                for code, number in client.needs.items()
                if number and not possible.services[code].is_group
            )
        )
        for id_, client in possible.clients.items()
    }
    people = sorted(
        (each for each in seen_by if seen_by[each]), key=lambda each: (seen_by[each], each)
    )
    return [people[at : at + IN_BATCH] for at in range(0, len(people), IN_BATCH)]
