"""What a plan against going back to use holds, in the order it is used, and what it needs."""

from collections.abc import Mapping, Sequence

from homeward.safety.rules.plan import Line

SECTIONS = ("triggers", "signs", "helps", "people", "after")
NEEDED = ("triggers", "signs", "helps", "people")
WITH_NUMBER = frozenset({"people"})
# So that it fits on one sheet.
MOST_LINES, LONGEST_LINE, LONGEST_NUMBER = 6, 120, 30

Parts = Mapping[str, Sequence[Line]]


def problems(parts: Parts) -> tuple[str, ...]:
    """The codes of what is missing or too much before somebody makes it theirs."""
    found = [f"prevention_needs_{code}" for code in NEEDED if not parts.get(code)]
    if set(parts) - set(SECTIONS):
        found.append("prevention_section_unknown")
    for lines in parts.values():
        if len(lines) > MOST_LINES:
            found.append("prevention_line_too_many")
        if any(len(each.text) > LONGEST_LINE or len(each.phone) > LONGEST_NUMBER for each in lines):
            found.append("prevention_line_too_long")
    return tuple(dict.fromkeys(found))


def trimmed(parts: Parts) -> dict[str, tuple[Line, ...]]:
    """The sections that say something, in their order, without empty lines."""
    kept = {}
    for code in SECTIONS:
        lines = tuple(
            Line(" ".join(each.text.split()), " ".join(each.phone.split()))
            for each in parts.get(code, ())
            if each.text.strip()
        )
        if lines:
            kept[code] = lines
    return kept
