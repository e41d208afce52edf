"""Revoking a consent while something is being sent under it: nothing leaves afterwards.

Brings its own empty house and really commits in it, each side over a connection of its own.
"""

import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--races", type=int, default=1000, help="how many revocations are raced")
    parser.add_argument("--lanes", type=int, default=4, help="how many races run at once")
    parser.add_argument("--seed", type=int, default=1, help="which head starts are given")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Race; exit 1 when anything was sent after a revocation, or sends and ledger differ."""
    from homeward.testing.house import empty_house

    with empty_house():
        from homeward.notices.racing import ledger_agrees, race_revocations
        from homeward.testing.stage import make_cast

        site = make_cast().site
        began = time.monotonic()
        lanes = max(1, min(arguments.lanes, 16))
        tally = race_revocations(site.pk, max(1, arguments.races), lanes, arguments.seed)
        seconds = time.monotonic() - began
        ledger = ledger_agrees()
    is_right = tally.is_right and bool(ledger["agrees"])
    answer = {
        "races": tally.laps,
        "lanes": lanes,
        "seed": arguments.seed,
        "sent_first": tally.sent,
        "revoked_first": tally.withheld,
        "sent_after_revocation": tally.sent_after_revocation + tally.second_sent,
        **ledger,
        "broken": tally.broken[:3],
        "seconds": round(seconds, 1),
        "ok": is_right,
    }
    return answer, frame.DONE if is_right else frame.FAILED
