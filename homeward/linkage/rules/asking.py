"""Which needs the answers of an interview point to. An answer is not a wish: the client is asked.

The table is read by question, then by answer; a kind found twice keeps the higher severity.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

ORDER = ("low", "moderate", "high", "urgent")
# (question, answer) -> (kind of need, severity)
TABLE: Mapping[tuple[str, str], tuple[str, str]] = {
    ("home.situation", "none"): ("housing", "urgent"),
    ("home.situation", "worried"): ("housing", "high"),
    ("home.situation", "other_care"): ("housing", "high"),
    ("home.safety", "unsafe"): ("housing", "urgent"),
    ("home.needs", "food"): ("food", "high"),
    ("home.needs", "heat"): ("benefits", "high"),
    ("home.needs", "repair"): ("housing", "moderate"),
    ("home.needs", "transport"): ("transport", "moderate"),
    ("home.needs", "childcare"): ("childcare", "moderate"),
    ("work.employment", "looking"): ("employment", "moderate"),
    ("education.level", "to_8"): ("education", "moderate"),
    ("education.level", "9_11"): ("education", "low"),
    ("legal.status", "pending"): ("legal", "high"),
    ("legal.status", "child_welfare"): ("legal", "high"),
    ("legal.status", "probation"): ("legal", "low"),
    ("legal.status", "parole"): ("legal", "low"),
    ("legal.status", "dui"): ("legal", "moderate"),
    ("money.income", "none"): ("benefits", "high"),
    ("money.worries", "food"): ("food", "high"),
    ("money.worries", "rent"): ("housing", "high"),
    ("money.worries", "debt"): ("benefits", "moderate"),
    ("money.worries", "treatment"): ("benefits", "moderate"),
}
QUESTIONS = tuple(dict.fromkeys(question for question, _answer in TABLE))


@dataclass(frozen=True, slots=True)
class Found:
    """One need that answers point to, and the question whose answer weighs most."""

    kind: str
    severity: str
    question: str


def needs_in(answers: Mapping[str, Any]) -> tuple[Found, ...]:
    """The needs, the gravest first; unanswered questions say nothing."""
    best: dict[str, Found] = {}
    for question, answer in _pairs(answers):
        hit = TABLE.get((question, answer))
        if hit is None:
            continue
        found = Found(hit[0], hit[1], question)
        held = best.get(found.kind)
        if held is None or ORDER.index(found.severity) > ORDER.index(held.severity):
            best[found.kind] = found
    return tuple(sorted(best.values(), key=lambda each: (-ORDER.index(each.severity), each.kind)))


def _pairs(answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for question in QUESTIONS:
        told = answers.get(question)
        many = told if isinstance(told, (list, tuple)) else (told,)
        for answer in many:
            if isinstance(answer, str):
                yield question, answer
