"""The fair draw over thousands of days: chance as published, bounds kept, every tampering found.

Pure: needs no installation. Days are checked by the product's verifier and by the second one of the
tests, which was written from docs/algorithms/fair-draw.md and shares no code with it.
"""

import random
import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"
LEAST = 0.01
HARMLESS = ("committed_at", "drawn_at", "revealed_at")


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--days", type=int, default=10_000, help="days lived through in each pool")
    parser.add_argument("--seed", type=int, default=1, help="which days are made up")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Live, check and tamper; exit 1 when anything is not as the document says."""
    began = time.monotonic()
    answer = lived_through(max(1, arguments.days), arguments.seed)
    answer["seconds"] = round(time.monotonic() - began, 1)
    return answer, frame.DONE if answer["ok"] else frame.FAILED


def lived_through(days: int, seed: int) -> dict[str, Any]:
    """So many days of each made-up pool, with everything that was compared."""
    from homeward.drugtests.chances import by_day, by_group, holm
    from homeward.drugtests.simulating import POOLS, expected_share, live

    pools: dict[str, Any] = {}
    values: dict[str, float] = {}
    for plan in POOLS:
        watcher = Watcher(random.Random(f"{plan.code}|{seed}"))
        lived = live(plan, days, seed, watcher)
        shares = sum(each.drawn for each in lived.free), len(lived.free)
        for name in lived.free[0].features:
            values[f"{plan.code}: {name}"] = by_group(lived.free, name)
        values[f"{plan.code}: together"] = by_day(lived.free)
        pools[plan.code] = {
            "days": lived.days,
            "decisions": lived.decisions,
            "drawn": lived.drawn,
            "left_to_chance": shares[1],
            "published_share": round(expected_share(plan), 5),
            "drawn_share": round(shares[0] / shares[1], 5),
            "windows": lived.windows,
            "below_minimum": lived.below_minimum,
            "months": lived.months,
            "above_maximum": lived.above_maximum,
            "verifiers_differ": watcher.differ,
            "tampered": watcher.tampered,
            "not_found": watcher.not_found,
        }
    corrected = holm(values)
    broken = ("below_minimum", "above_maximum", "verifiers_differ", "not_found")
    is_right = min(corrected.values()) > LEAST and not any(
        pool[each] for pool in pools.values() for each in broken
    )
    return {
        "seed": seed,
        "pools": pools,
        "p_values": {name: round(value, 4) for name, value in values.items()},
        "smallest_corrected_p": round(min(corrected.values()), 4),
        "ok": is_right,
    }


class Watcher:
    """Checks every published day twice, and one tampered copy of it."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.differ = self.tampered = self.not_found = 0

    def __call__(self, day: dict[str, Any]) -> None:
        from homeward.drugtests.tests.second_verifier import holds

        self.differ += not (holds(day) and _is_valid(day))
        changed = tampered(day, self.chance)
        self.tampered += 1
        self.not_found += holds(changed) or _is_valid(changed)


def _is_valid(day: dict[str, Any]) -> bool:
    from homeward.drugtests.rules.published import faults_of, read_day
    from homeward.kernel.bad_input import BadInput

    try:
        return not faults_of(read_day(day))
    except BadInput:
        return False


def tampered(day: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A copy with one thing changed: a value of the day or of an entry, somebody added or gone."""
    changed = {
        **day, "roster": [dict(each) for each in day["roster"]], "drawn": list(day["drawn"]),
    }  # fmt: skip
    what = chance.choice(["roster", "drawn", "commitment", "secret", "seal", "pool", "day"])
    if what == "roster":
        entry = chance.choice(changed["roster"])
        name = chance.choice(sorted(entry))
        entry[name] = _other(entry[name], chance)
    elif what == "drawn":
        _other_drawn(changed, chance)
    else:
        changed[what] = _other(changed[what], chance)
    return changed


def _other(value: Any, chance: random.Random) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + chance.choice([1, 2, 3])
    if value in ("week", "month"):
        return "month" if value == "week" else "week"
    if "-" in value:
        return value[:-1] + ("1" if value[-1] != "1" else "2")
    place = chance.randrange(len(value))
    return value[:place] + ("a" if value[place] != "a" else "b") + value[place + 1 :]


def _other_drawn(changed: dict[str, Any], chance: random.Random) -> None:
    drawn = changed["drawn"]
    if drawn and chance.random() < 0.5:
        drawn.remove(chance.choice(drawn))
    else:
        others = [each["token"] for each in changed["roster"] if each["token"] not in drawn]
        drawn.append(chance.choice(others) if others else "ffff")
