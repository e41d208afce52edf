"""How good a planned week is, and how soon: made-up programs planned and every schedule checked.

Exit 1 when any schedule breaks a hard rule, or costs more unmet need than the coordinator's way.
"""

from argparse import ArgumentParser, Namespace
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from homeward.cli import frame
from homeward.cli.bench.planning.runs import Asked, run_one
from homeward.kernel.bad_input import BadInput
from homeward.timetable.solver.process import speaks_aside

NEEDS = "nothing"
SIZES, KINDS, SEEDS, EFFORT = "30,120", "normal,tight,hetero,free-mix", "1,2,3", 60


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--clients", default=SIZES, help="how many clients, as 30,120,250,400")
    parser.add_argument("--kinds", default=KINDS, help="kinds of weeks, as loose,normal,over")
    parser.add_argument("--seeds", default=SEEDS, help="which weeks of a kind, as 1,2,3")
    parser.add_argument(
        "--effort", type=int, default=EFFORT, help="the solver's deterministic effort"
    )
    parser.add_argument("--seconds", type=float, default=None, help="an outer guard for each run")
    parser.add_argument("--workers", type=int, default=2, help="the solver's workers")
    parser.add_argument(
        "--product-rules", action="store_true", help="with documentation, led groups and duty"
    )
    parser.add_argument("--no-bounds", action="store_true", help="skip the proof of quality")
    parser.add_argument(
        "--disruptions", action="store_true", help="repair five disruptions of each week"
    )


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Plan every week that is asked for."""
    runs = []
    for asked in weeks(arguments):
        # A process of its own: its peak memory is its own, and the optimizer stays out of ours.
        with ProcessPoolExecutor(1, get_context("spawn"), speaks_aside) as pool:
            found = pool.submit(run_one, asked).result()
        runs.append(found)
        if not arguments.json:
            frame.say(line(found))
    broken = sum(each["violations"] for each in runs)
    worse = sum(each["solved"]["tier1"] > each["greedy"]["tier1"] for each in runs)
    answer = {
        "runs": runs,
        "violations": broken,
        "worse_than_greedy": worse,
        "ok": not broken and not worse,
    }
    return answer, frame.DONE if answer["ok"] else frame.FAILED


def weeks(arguments: Namespace) -> list[Asked]:
    """Every size, kind and seed; BadInput for what is not one."""
    from homeward.timetable.solver.generating.kinds import KINDS as KNOWN

    kinds = arguments.kinds.split(",")
    for kind in kinds:
        if kind not in KNOWN:
            raise BadInput("kinds", f"must be of {', '.join(KNOWN)}")
    return [
        Asked(
            clients=clients,
            kind=kind,
            seed=seed,
            effort=arguments.effort,
            seconds=arguments.seconds,
            workers=arguments.workers,
            product_rules=arguments.product_rules,
            with_bounds=not arguments.no_bounds,
            with_disruptions=arguments.disruptions,
        )
        for clients in numbers(arguments.clients, "clients")
        for kind in kinds
        for seed in numbers(arguments.seeds, "seeds")
    ]


def numbers(text: str, path: str) -> list[int]:
    """Whole numbers above nought with commas between."""
    parts = text.split(",")
    if not all(part.isdigit() and int(part) for part in parts):
        raise BadInput(path, "must be whole numbers with commas between, as 30,120")
    return [int(part) for part in parts]


def line(found: dict[str, Any]) -> str:
    """One run in one line, for whoever watches."""
    week, by_hand, planted = found["solved"], found["greedy"], found["planted"] or {}
    return (
        f"{found['clients']} {found['kind']} {found['seed']}: unmet {week['unmet']} "
        f"(greedy {by_hand['unmet']}), tier 1 {week['tier1']} (greedy {by_hand['tier1']}), "
        f"tier 3 {week['tier3']} (planted {planted.get('tier3', '-')}, bound "
        f"{week['bounds'].get('tier3', '-')}), {week['seconds']} s ({week['cpu_seconds']} of the "
        f"processor), none unmet after {week['seconds_to_none_unmet']} s, "
        f"{found['peak_megabytes']} MB, "
        f"violations {found['violations']}"
    )
