"""Whether what was written names exactly one client of the house, and which.

Strict on purpose: a word laid to the wrong person would tell their team something about somebody
else. Both names must stand next to each other, and nobody else here may bear them. Somebody whose
account stands beside one client may call them by their first name, or leave the line empty. In
every other case a person decides. Source: the house's own rule (default).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, State

RULE_SET, VERSION = "families.matching", "1"
NOBODY = ""
LEAST = 2  # words of a name that may name somebody


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody in care here: an opaque reference, the whole name, and what they are called."""

    ref: str
    name: str
    called: str = ""
    is_beside: bool = False  # the account that writes stands beside them


def plain(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and signs."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(
        sign if sign.isalnum() else "" if unicodedata.combining(sign) or sign in "'’" else " "
        for sign in flat
    )
    return tuple(kept.split())


def named_in(about: str, people: Sequence[Known]) -> Decision:
    """The reference of the one person who is named, or NOBODY, with why."""
    words = plain(about)
    whole = {each.ref for each in people if any(_holds(words, name) for name in _names(each))}
    if len(whole) == 1:
        return _decided(whole.pop(), "one_of_that_name")
    if whole:
        return _decided(NOBODY, "several_of_that_name")
    beside = [each for each in people if each.is_beside]
    if len(beside) == 1 and (not words or set(words) & _first_names(beside[0])):
        return _decided(beside[0].ref, "the_one_they_stand_beside")
    return _decided(NOBODY, "nobody_named_for_certain")


def _names(each: Known) -> set[tuple[str, ...]]:
    legal, called = plain(each.name), plain(each.called)
    names = {legal, (*called, *legal[-1:]) if called else ()}
    if len(legal) > LEAST:
        names.add((legal[0], legal[-1]))
    return {name for name in names if len(name) >= LEAST}


def _first_names(each: Known) -> set[str]:
    return set(plain(each.called)) | set(plain(each.name)[:1])


def _holds(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    size = len(name)
    return any(words[at : at + size] == name for at in range(len(words) - size + 1))


def _decided(outcome: str, code: str) -> Decision:
    state = State.MET if outcome else State.NOT_MET
    return Decision(outcome, RULE_SET, VERSION, (Reason(f"matching_{code}", state),))
