"""How a published week is mended: an absence, admissions, a closed room, a half day, other hours.

The published week is the complete one that the generator hid in each made-up program, so nothing
is searched before. Exit 1 when any alternative breaks a hard rule.
"""

from argparse import ArgumentParser, Namespace
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from homeward.cli import frame
from homeward.cli.bench.planning.repairs import Published, mended_week
from homeward.cli.bench.timetable import numbers
from homeward.kernel.bad_input import BadInput

NEEDS = "nothing"
SIZES, KINDS, SEEDS, EFFORT = "30,120", "normal,tight", "1,2,3", 30


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--clients", default=SIZES, help="how many clients, as 30,120,400")
    parser.add_argument("--kinds", default=KINDS, help="planted kinds of weeks, as normal,hetero")
    parser.add_argument("--seeds", default=SEEDS, help="which weeks of a kind, as 1,2,3")
    parser.add_argument("--effort", type=int, default=EFFORT, help="the effort of each repair")
    parser.add_argument("--seconds", type=float, default=60.0, help="an outer guard for each")
    parser.add_argument("--only", default="", help="one disruption, as leader_off")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Mend every disruption of every week that is asked for."""
    runs = []
    for asked in weeks(arguments):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            found = pool.submit(mended_week, asked).result()
        runs.append(found)
        if not arguments.json:
            for words in lines(found):
                frame.say(words)
    broken = sum(
        alternative["violations"]
        for week in runs
        for each in week["disruptions"].values()
        for alternative in each["alternatives"]
    )
    answer = {"runs": runs, "violations": broken, "ok": not broken}
    return answer, frame.DONE if answer["ok"] else frame.FAILED


def weeks(arguments: Namespace) -> list[Published]:
    """Every size, kind and seed; BadInput for what is not one, or has no hidden week."""
    from homeward.timetable.solver.generating.kinds import KINDS as KNOWN

    planted = sorted(name for name, kind in KNOWN.items() if kind.from_cohorts and kind.is_planted)
    kinds = arguments.kinds.split(",")
    if not set(kinds) <= set(planted):
        raise BadInput("kinds", f"must be of {', '.join(planted)}")
    return [
        Published(clients, kind, seed, arguments.effort, arguments.seconds, arguments.only)
        for clients in numbers(arguments.clients, "clients")
        for kind in kinds
        for seed in numbers(arguments.seeds, "seeds")
    ]


def lines(found: dict[str, Any]) -> list[str]:
    """One line for each alternative, for whoever watches."""
    week = f"{found['clients']} {found['kind']} {found['seed']}"
    return [
        f"{week} {name} {each['name']}: {each['seconds']} s, unmet {each['unmet']} "
        f"({each['impossible']} of them in no week), moved or lost "
        f"{each['sessions_moved_or_lost']} of {told['promises']} sessions of "
        f"{each['people_moved']} people (no week moves fewer than "
        f"{told['fewest_moved_in_any_week']}), other faces {each['changed_faces']}"
        for name, told in found["disruptions"].items()
        for each in told["alternatives"]
    ]
