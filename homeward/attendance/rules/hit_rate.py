"""How well forecasts that were made beforehand came true.

Each forecast is made from what was known before its week began. Beside the share of right calls
stand the figures that keep it honest: how many were missed anyhow, how many of those were watched
beforehand, and the Brier score against saying the house's rate for everybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

BANDS = (0, 50, 70, 80, 90, 101)


@dataclass(frozen=True, slots=True)
class Told:
    """One forecast and what became of it: `chance` and `house` are 0 to 1."""

    chance: Decimal
    house: Decimal
    came: bool


def hit_rate_of(forecasts: Iterable[Told], watch_percent: int) -> dict[str, Any]:
    """Counts, shares in percent, Brier scores (lower is better), and kept sessions by band."""
    told = list(forecasts)
    if not told:
        return {"sessions": 0}
    watched = [each for each in told if each.chance * 100 < watch_percent]
    missed = [each for each in told if not each.came]
    caught = [each for each in watched if not each.came]
    right = sum((each.chance * 100 >= watch_percent) == each.came for each in told)
    return {
        "sessions": len(told),
        "kept_percent": _percent(len(told) - len(missed), len(told)),
        "right_percent": _percent(right, len(told)),
        "watched": len(watched),
        "watched_missed_percent": _percent(len(caught), len(watched)),
        "others_missed_percent": _percent(len(missed) - len(caught), len(told) - len(watched)),
        "missed": len(missed),
        "missed_watched_percent": _percent(len(caught), len(missed)),
        "brier": _brier((each.chance, each.came) for each in told),
        "brier_house": _brier((each.house, each.came) for each in told),
        "bands": _bands(told),
    }


def _bands(told: list[Told]) -> list[dict[str, Any]]:
    """What came true within each band of forecasts: well made forecasts keep what they say."""
    found = []
    for least, most in pairwise(BANDS):
        within = [each for each in told if least <= each.chance * 100 < most]
        if within:
            found.append(
                {
                    "from": least,
                    "below": min(most, 100),
                    "sessions": len(within),
                    "said_percent": int(
                        100 * sum((each.chance for each in within), Decimal(0)) / len(within)
                    ),
                    "kept_percent": _percent(sum(each.came for each in within), len(within)),
                }
            )
    return found


def _percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None


def _brier(pairs: Iterable[tuple[Decimal, bool]]) -> str:
    squares = [(chance - int(came)) ** 2 for chance, came in pairs]
    return f"{sum(squares, Decimal(0)) / len(squares):.4f}"
