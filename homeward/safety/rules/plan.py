"""What a safety plan holds, what it needs before the client agrees to it, and when it is looked at.

The order is the order of use: notice, do something alone, be among people, ask for help, call
somebody whose work it is; beside it a safer place and what one lives for. The idea of a brief plan
made together in steps is published field practice; the words here are our own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.kernel.numbers import ProgramNumber

SECTIONS = (
    "signs", "alone", "places", "people", "professionals", "safer", "reasons",
)  # fmt: skip
# Somebody or some place to reach: each line may carry a number to call.
WITH_NUMBER = frozenset({"places", "people", "professionals"})
NEEDED = ("signs", "alone", "people", "safer")
# At least six digits, or one of the three-digit lines, at the end of a line.
_NUMBER = re.compile(r"[\s,;:·-]+(\+?\(?\d[\d\s().-]{4,}\d|988|911|211)$")
MOST_LINES, LONGEST_LINE, LONGEST_NUMBER = 8, 160, 30


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section in the client's words, with a number where one can call."""

    text: str
    phone: str = ""


Parts = Mapping[str, Sequence[Line]]


def problems(parts: Parts) -> tuple[str, ...]:
    """The codes of what is missing or too much before the client can agree."""
    found = [f"plan_needs_{code}" for code in NEEDED if not parts.get(code)]
    for code in SECTIONS:
        lines = parts.get(code, ())
        if len(lines) > MOST_LINES:
            found.append("plan_line_too_many")
        if any(len(each.text) > LONGEST_LINE for each in lines):
            found.append("plan_line_too_long")
        if any(len(each.phone) > LONGEST_NUMBER for each in lines):
            found.append("plan_number_too_long")
    if set(parts) - set(SECTIONS):
        found.append("plan_section_unknown")
    return tuple(dict.fromkeys(found))


def trimmed(parts: Parts) -> dict[str, tuple[Line, ...]]:
    """The same without empty lines and blanks; only the sections that say something."""
    kept: dict[str, tuple[Line, ...]] = {}
    for code in SECTIONS:
        lines = tuple(
            Line(" ".join(each.text.split()), " ".join(each.phone.split()))
            for each in parts.get(code, ())
            if each.text.strip()
        )
        if lines:
            kept[code] = lines
    return kept


def line_from(typed: str) -> Line:
    """A typed line; a number to call at its end stands apart.

    >>> line_from("Sam, my brother 555-0142")
    Line(text='Sam, my brother', phone='555-0142')
    >>> line_from("the 12 steps by the river")
    Line(text='the 12 steps by the river', phone='')
    """
    text = " ".join(typed.split())
    found = _NUMBER.search(text)
    if found is None or not text[: found.start()].strip():
        return Line(text)
    return Line(text[: found.start()].rstrip(" ,;:·-"), found.group(1).strip())


def review_on(agreed_on: date, days: ProgramNumber) -> date:
    """The day by which the plan is looked at together again."""
    return agreed_on + timedelta(days=int(days))
