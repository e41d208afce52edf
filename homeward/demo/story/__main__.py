"""Tell a story and print how it compares with the population file.

`python -m homeward.demo.story --seed 1 --today 2026-11-22 [--seeds 20] [--weeks 26] [--person
p0001]`
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from datetime import date, timedelta

from .events import Event
from .figures import rows, table
from .sample import sample
from .simulation import Story, tell
from .tally import Tally


def main(arguments: list[str] | None = None) -> int:
    """Exit status 1 when a figure lies outside its distance."""
    parser = argparse.ArgumentParser(prog="python -m homeward.demo.story", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--seeds", type=int, default=8, help="how many stories to average for the table"
    )
    parser.add_argument(
        "--weeks",
        type=int,
        default=104,
        help="how long each story of the table is; stays need more than 26",
    )
    parser.add_argument("--today", type=date.fromisoformat, required=True)
    parser.add_argument(
        "--person", help="print the events of one person, or of a cast name, instead"
    )
    chosen = parser.parse_args(arguments)
    outline = sample()
    began = time.perf_counter()
    story = tell(chosen.seed, chosen.today, outline)
    took = time.perf_counter() - began
    if chosen.person:
        keys = {
            profile.key for profile in story.people if chosen.person in (profile.key, profile.cast)
        }
        for event in story.events:
            if event.person in keys:
                print(event)
        return 0
    _summary(story, took)
    tally = Tally()
    for seed in range(chosen.seed, chosen.seed + chosen.seeds):
        tally.add(tell(seed, chosen.today, outline, chosen.today - timedelta(weeks=chosen.weeks)))
    found = rows(tally)
    print(f"\n{chosen.seeds} stories of {chosen.weeks} weeks:\n{table(found)}")
    return 0 if all(row.holds for row in found) else 1


def _summary(story: Story, took: float) -> None:
    kinds: Counter[type[Event]] = Counter(type(event) for event in story.events)
    print(
        f"seed {story.seed}, {story.first_day} to {story.today}: {len(story.events)} events, "
        f"{len(story.people)} people, {took:.2f} s"
    )
    print(", ".join(f"{kind.__name__} {count}" for kind, count in kinds.most_common()))
    active = sum(not client.discharged for client in story.world.clients.values())
    rotation = story.world.rotation
    print(
        f"in care today {active}; admitted {story.world.admitted}; "
        f"topics repeated within a pass {rotation.repeats} of {rotation.planned}"
    )


if __name__ == "__main__":
    sys.exit(main())
