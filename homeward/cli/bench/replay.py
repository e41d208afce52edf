"""Every form sent twice, and once with other words under the same key.

Brings its own empty house. Forms are read from the pages they stand on, filled in and sent; the
answer names the routes for which no filling was accepted, so that nobody takes them for tried.
"""

import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--route", default="", help="only routes whose name contains this")
    parser.add_argument("--rounds", type=int, default=3, help="how often pages are read anew")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Send; exit 1 when a form did anything twice, or took another body under its key."""
    from homeward.testing.house import empty_house

    with empty_house():
        return _sent(arguments.route, arguments.rounds)


def _sent(part: str, rounds: int) -> tuple[dict[str, Any], int]:
    from homeward.testing.matrix.asking import House
    from homeward.testing.matrix.world import make_world
    from homeward.testing.replaying import post_routes, replay, without_filling

    began = time.monotonic()
    done = list(replay(House(make_world()), part, rounds=rounds))
    wrong = [
        {"route": each.route, "player": each.player, "page": each.page, "faults": each.faults}
        for each in done
        if each.faults
    ]
    answer = {
        "routes": len(post_routes(part)),
        "replayed": len(done),
        "wrote": sum(each.wrote > 0 for each in done),
        "seconds": round(time.monotonic() - began, 1),
        "wrong": wrong,
        "without_filling": without_filling(done, part),
    }
    return answer, frame.FAILED if wrong else frame.DONE
