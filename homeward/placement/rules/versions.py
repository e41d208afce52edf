"""The versions of the placement rules; a stored answer is read by the version that gave it.

| Version | What it added                                                                       |
| ------- | ----------------------------------------------------------------------------------- |
| 1.0.0   | the first published rules                                                           |
| 1.1.0   | pregnant with drink or sedatives; a withdrawal score outweighs opioids denied       |

A new version never changes what an older one answers: decisions that were made keep theirs.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One version and what it knows beyond the first."""

    name: str
    asks_drink_in_pregnancy: bool = True
    score_outweighs_denial: bool = True


FIRST = RuleVersion("1.0.0", asks_drink_in_pregnancy=False, score_outweighs_denial=False)
NOW = RuleVersion("1.1.0")
VERSIONS = {each.name: each for each in (FIRST, NOW)}


def version_named(name: str) -> RuleVersion:
    """The version of a stored answer; a name nobody knows is read by the rules of today.

    What follows a `+` is the mark of the numbers it used.
    """
    return VERSIONS.get(name.partition("+")[0], NOW)
