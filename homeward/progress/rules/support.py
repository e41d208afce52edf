"""Whether somebody beside the client supports recovery: only what was said counts, the newest word.

A relative on file supports nobody by being on file. A yes counts while it does not mean somebody
whom a flag or a restriction keeps away: a yes by name while one of those named is not kept away, a
yes without a name only while nobody is. What was said before a later no is over.

Source: the handbook's step-down signals (support at home, as the client tells it).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: when, whether there is somebody, and who, by refs; empty where nobody said."""

    at: datetime
    is_there: bool
    people: tuple[str, ...] = ()


def support_said(
    said: Iterable[Said], kept_away: Collection[str], *, is_any_away: bool
) -> bool | None:
    """True, False, or None where nobody said so.

    `kept_away` are refs of people who must not be counted on; `is_any_away` whether anybody beside
    the client is kept away, whom a yes without a name might mean.
    """
    told = tuple(said)
    over = max((each.at for each in told if not each.is_there), default=None)
    standing = [each for each in told if each.is_there and (over is None or each.at > over)]
    for each in standing:
        if any(ref not in kept_away for ref in each.people) or not (each.people or is_any_away):
            return True
    # A later yes that cannot be counted leaves it open: the no is no longer the newest word.
    return None if over is None or standing else False
