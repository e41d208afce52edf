"""Levels of care as the form offers them: codes with their names, the lightest first."""

from homeward.kernel.levels import LEVELS
from homeward.placement.words import LEVELS as NAMES


def levels_elsewhere(edition: str) -> list[tuple[str, str]]:
    """Every level of an edition with its name."""
    known = sorted((each for each in LEVELS if each.edition == edition), key=lambda each: each.rank)
    names = NAMES.get(edition, {})
    return [(each.code, f"{each.code} · {names.get(each.code, each.code)}") for each in known]
