"""What changed between two wordings, line by line."""

import difflib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `kind` is same, added or removed; `gap` stands for lines left out."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one version."""

    title: str
    lead: str
    body: str

    @property
    def lines(self) -> list[str]:
        return [self.title, *filter(None, [self.lead]), *filter(str.strip, self.body.splitlines())]


def changes_between(older: Wording | None, newer: Wording, around: int = 1) -> tuple[Line, ...]:
    """The changed lines with `around` unchanged ones beside them; empty when nothing changed."""
    before = older.lines if older else []
    matcher = difflib.SequenceMatcher(a=before, b=newer.lines, autojunk=False)
    found: list[Line] = []
    for position, group in enumerate(matcher.get_grouped_opcodes(around)):
        if position:
            found.append(Line("gap", ""))
        for tag, first, last, start, end in group:
            if tag == "equal":
                found += [Line("same", text) for text in before[first:last]]
            else:
                found += [Line("removed", text) for text in before[first:last]]
                found += [Line("added", text) for text in newer.lines[start:end]]
    return tuple(found)
