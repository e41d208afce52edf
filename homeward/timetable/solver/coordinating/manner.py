"""In which manner a coordinator decides where several ways are open."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Manner:
    """`looks_ahead`: a series is preferred where its people can have the rest of their week beside
    it. `is_even`: people who fill more than one group are divided evenly. `noise` blurs which
    choice is best, by a share of a group's size, with the chance of `seed`.
    """

    looks_ahead: bool = False
    is_even: bool = True
    noise: float = 0.0
    seed: int = 0

    def chance(self) -> Random:
        """The chance of this manner, from its beginning."""
        # The same manner must decide the same; its chance guards nothing.
        return Random(self.seed)  # noqa: S311


BY_HAND = Manner()
