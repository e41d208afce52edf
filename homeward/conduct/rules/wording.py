"""The text of the program's rules, as staff write it and a client reads it.

    # Title
    ## What I agree to
    [respect] I treat everyone here with respect.
    ## What I can ask of the program
    A talk before any step.

A line may begin with the code of a rule in square brackets; notes refer to it by that code, and
the reader never sees the brackets. Every other line is a paragraph.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_RULE = re.compile(r"\[([a-z][a-z0-9_]{1,40})\]\s*(.+)")
LONGEST = 20000


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: its code where notes may refer to it, and its words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines in order."""

    title: str
    lines: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class RulesText:
    """A whole text in one language; `faults` are codes with the line they are about."""

    title: str
    sections: tuple[Section, ...]
    faults: tuple[tuple[str, str], ...] = ()
    by_code: Mapping[str, str] = field(default_factory=dict)


def read_rules(text: str) -> RulesText:
    """The text in parts; what cannot be read is said in `faults`, never dropped in silence."""
    titles, faults, sections = [], [], []
    codes: dict[str, str] = {}
    lines: list[Rule] | None = None
    for line in filter(None, (raw.strip() for raw in text.splitlines())):
        if line.startswith("## "):
            lines = []
            sections.append((line[3:].strip(), lines))
        elif line.startswith("# "):
            titles.append(line[2:].strip())
        elif lines is None:
            faults.append(("rules_line_before_heading", line))
        else:
            lines.append(_rule(line, codes, faults))
    faults += [("rules_title_missing", "")] if not titles else []
    faults += [("rules_two_titles", title) for title in titles[1:]]
    faults += [("rules_without_rules", "")] if not codes else []
    faults += [("rules_section_empty", title) for title, found in sections if not found]
    faults += [("rules_too_long", "")] if len(text) > LONGEST else []
    return RulesText(
        titles[0] if titles else "",
        tuple(Section(title, tuple(found)) for title, found in sections),
        tuple(faults),
        codes,
    )


def _rule(line: str, codes: dict[str, str], faults: list[tuple[str, str]]) -> Rule:
    match = _RULE.fullmatch(line)
    if match is None:
        if line.startswith("["):
            faults.append(("rules_code_unreadable", line.partition("]")[0] + "]"))
        return Rule("", line)
    code, words = match.groups()
    if code in codes:
        faults.append(("rules_code_twice", code))
    codes[code] = words
    return Rule(code, words)


def faults_between(english: RulesText, spanish: RulesText) -> tuple[tuple[str, str], ...]:
    """Rules that stand in one language only; a client reads the whole in either."""
    first, second = set(english.by_code), set(spanish.by_code)
    return tuple(("rules_only_in_one_language", code) for code in sorted(first ^ second))
