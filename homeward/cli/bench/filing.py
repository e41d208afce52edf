"""Ten thousand laboratory messages about somebody almost the same: none is filed by itself.

Pure: the matching rule that alone decides what is filed; needs no installation. As many right ones
are filed, so that the rule is not merely careful.
"""

import random
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--messages", type=int, default=10_000, help="how many of each")
    parser.add_argument("--seed", type=int, default=1, help="which people are made up")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Match; exit 1 when a near miss was filed or a right one was not."""
    answer = matched(max(1, arguments.messages), arguments.seed)
    return answer, frame.DONE if answer["ok"] else frame.FAILED


def matched(count: int, seed: int) -> dict[str, Any]:
    """So many near misses, by what was wrong with them, and as many right ones."""
    from homeward.drugtests.made_messages import identity_of, near_misses, somebody
    from homeward.drugtests.rules.hl7.matching import FILED, match

    began = time.monotonic()
    tried: Counter[str] = Counter()
    wrongly: Counter[str] = Counter()
    for what, number, identity, on, order in near_misses(count, seed):
        tried[what] += 1
        wrongly[what] += match(number, identity, on, order).outcome == FILED
    chance = random.Random(seed)
    missed = 0
    for _ in range(count):
        order = somebody(chance)
        found = match(order.number, identity_of(order), order.collected_on, order)
        missed += found.outcome != FILED
    return {
        "near_misses": count,
        "by_kind": dict(tried),
        "wrongly_filed": sum(wrongly.values()),
        "right_ones": count,
        "right_ones_kept_for_a_person": missed,
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
        "ok": not sum(wrongly.values()) and not missed,
    }
