"""Many at the same instant: admit, take the last seats, sign, draw, revoke, reach, hand over.

Brings its own empty house and really commits in it, each thread over a connection of its own.
"""

import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"
MOST_THREADS = 80  # of the connections that the tests' server allows


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--threads", type=int, default=50, help="how many start at once")
    parser.add_argument("--rounds", type=int, default=1, help="how often everything is raced")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Race; exit 1 unless each has exactly the winners it may have.

    One admission, ten seats, one signature, one draw, nothing sent after a revocation, one try to
    reach somebody, and one hand-over from a ledger that never falls below zero.
    """
    from homeward.testing.house import empty_house

    threads = max(2, min(arguments.threads, MOST_THREADS))
    rounds = []
    for _ in range(max(1, arguments.rounds)):
        with empty_house():
            rounds.append(_round(threads))
    is_right = all(heat["ok"] for heats in rounds for heat in heats)
    answer = {"threads": threads, "ok": is_right, "rounds": rounds}
    return answer, frame.DONE if is_right else frame.FAILED


def _round(threads: int) -> list[dict[str, Any]]:
    from homeward.cli.bench.racing.heats import HEATS, lay_track

    track = lay_track(threads)
    results = []
    for heat in HEATS:
        began = time.monotonic()
        result = heat(track)
        results.append({**result, "seconds": round(time.monotonic() - began, 2)})
    return results
