"""What becomes of the signals of one episode when it is looked at again.

Raised anew, still standing on other facts, passed with time, or withdrawn because a fact it stood
on is no longer on record. A signal that was answered is not raised again by the same fact.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from homeward.kernel.reasons import Decision
from homeward.retention.rules.course import RAISED, Course, SignalNumbers
from homeward.retention.rules.signals import SIGNALS, raised_on

RAISE, RENEW, PASS, WITHDRAW = "raise", "renew", "passed", "facts_changed"


@dataclass(frozen=True, slots=True)
class Standing:
    """An open signal: the day it was looked at last, and the facts it stands on."""

    code: str
    looked_on: date
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do; `decision` is what the rule says now."""

    what: str
    code: str
    decision: Decision


def keys_of(decision: Decision) -> frozenset[str]:
    """The rows a decision stands on."""
    return frozenset(f"{source}:{ref}" for _, _, source, ref, _ in decision.extras["facts"])


def changes(
    course: Course,
    on: date,
    numbers: SignalNumbers,
    standing: Mapping[str, Standing],
    answered: Mapping[str, frozenset[str]],
) -> list[Change]:
    """What to do about each signal, in the order of the rules.

    `standing` holds the open signals by code, `answered` the facts on which earlier ones stood.
    """
    found = raised_on(course, on, numbers)
    made = []
    for code, signal in SIGNALS.items():
        now, open_one = found.get(code), standing.get(code)
        if open_one is None:
            if now is not None and now.extras["trigger"] not in answered.get(code, frozenset()):
                made.append(Change(RAISE, code, now))
        elif now is None:
            then = signal.look(course, open_one.looked_on, numbers)
            what = PASS if then.outcome == RAISED else WITHDRAW
            made.append(Change(what, code, signal.look(course, on, numbers)))
        elif keys_of(now) != open_one.keys or on != open_one.looked_on:
            made.append(Change(RENEW, code, now))
    return made
