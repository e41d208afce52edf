"""The levels of care as choices."""

from homeward.kernel import levels
from homeward.placement.words import LEVELS


def level_choices(edition: str) -> list[tuple[str, str]]:
    """The levels of an edition, from least to most intensive, by name and number."""
    ordered = sorted(
        (each for each in levels.LEVELS if each.edition == edition), key=lambda each: each.rank
    )
    return [(each.code, f"{LEVELS[edition][each.code]}, {each.code}") for each in ordered]
