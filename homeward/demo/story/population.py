"""The numbers of `population.toml`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

Population = dict[str, Any]

FILE = Path(__file__).resolve().parent.parent / "population.toml"


@cache
def population() -> Population:
    """Every table of the file, by name."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def by_week(weeks: list[float], values: list[float], week: float) -> float:
    """Linear between the given weeks, flat outside them."""
    if week <= weeks[0]:
        return values[0]
    for left in range(len(weeks) - 1):
        if week <= weeks[left + 1]:
            part = (week - weeks[left]) / (weeks[left + 1] - weeks[left])
            return values[left] + part * (values[left + 1] - values[left])
    return values[-1]
