"""How long it takes to score many questionnaires.

Random answers to every shipped instrument, some left open, through the same door as
`homeward instruments score`: read, checked, scored and written as JSON.
"""

import json
import random
import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"
RESPONSES = 10_000
# The target of the product: seconds for 10 000 responses.
MOST_SECONDS = 5.0


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--responses", type=int, default=RESPONSES, help="how many to score")
    parser.add_argument("--seed", type=int, default=1, help="the chance the answers come from")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Score so many responses; exit 1 when it takes longer than the target for 10 000 or more."""
    from homeward.instruments import commands

    text = json.dumps(requests(max(arguments.responses, 1), arguments.seed))
    began = time.perf_counter()
    answer, _status = commands.score(json.loads(text))
    json.dumps(answer)
    seconds = time.perf_counter() - began
    is_slow = arguments.responses >= RESPONSES and seconds > MOST_SECONDS * (
        arguments.responses / RESPONSES
    )
    told = {
        "responses": arguments.responses,
        "seconds": round(seconds, 2),
        "per_second": round(arguments.responses / seconds),
        "target_seconds": MOST_SECONDS,
    }
    return told, frame.FAILED if is_slow else frame.DONE


def requests(count: int, seed: int) -> list[dict[str, Any]]:
    """So many requests over all shipped instruments in turn; one item in twelve is left open."""
    from homeward.instruments import library

    chance = random.Random(seed)
    names = library.instrument_ids()
    return [
        {
            "instrument": name,
            "answers": {
                link_id: chance.choice(item.values)
                for link_id, item in library.instrument(name).items.items()
                if chance.random() > 1 / 12
            },
        }
        for name in (names[place % len(names)] for place in range(count))
    ]
