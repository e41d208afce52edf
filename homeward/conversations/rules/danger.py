"""Whether a message speaks of danger, by a list of plain phrases.

Sensitivity stands over precision: a phrase counts wherever it stands, denied, quoted or meant in
fun, because a false alarm costs a look and a missed one may cost a life. Nothing is weighed and
nothing learned. Whoever writes is shown help at once, and a person looks.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from homeward.kernel.reasons import Decision, Reason, State

RULE_SET, VERSION = "conversations.danger", "1"
DANGER, NONE = "danger", "none"
_APART = re.compile(r"[^a-z0-9]+")
# What telephones write without it: "dont", "cant", "im".
_JOINED = re.compile(r"['’‘`´]")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one kind of danger; `*` at the end of a word stands for any ending."""

    code: str
    said: tuple[str, ...]


def danger_in(text: str, kinds: Sequence[Phrases]) -> Decision:
    """DANGER with one reason a kind that was found, in the order of the list; else NONE.

    Case, accents, apostrophes, stops and doubled letters make no difference.
    """
    plain = plain_of(text)
    found = [each for each in kinds if _pattern(each.said).search(plain)]
    reasons = tuple(Reason(each.code, State.MET) for each in found)
    if not reasons:
        return Decision(NONE, RULE_SET, VERSION, (Reason("danger_no_phrase", State.NOT_MET),))
    return Decision(DANGER, RULE_SET, VERSION, reasons)


def plain_of(text: str) -> str:
    """Small letters and single spaces alone; a letter written three times or more counts once."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = _JOINED.sub("", "".join(sign for sign in folded if not unicodedata.combining(sign)))
    # "kiiiill" is "kill" to a reader; two of a letter are ordinary spelling.
    short = re.sub(r"([a-z])\1{2,}", r"\1", bare)
    return f" {_APART.sub(' ', short).strip()} "


def problems_of(kinds: Iterable[Phrases]) -> tuple[str, ...]:
    """Phrases that could never be found, or are too short to mean anything."""
    return tuple(
        f"{each.code}: {said}"
        for each in kinds
        for said in each.said
        if len(said) < 4 or not re.fullmatch(r"[a-z0-9]+\*?( [a-z0-9]+\*?)*", said)
    )


@lru_cache(maxsize=64)
def _pattern(said: tuple[str, ...]) -> re.Pattern[str]:
    if not said:
        return re.compile(r"(?!)")
    parts = (re.escape(each).replace(r"\*", "[a-z0-9]*").replace(r"\ ", " ") for each in said)
    return re.compile(" (?:" + "|".join(parts) + ") ")
