"""What counts as an answer, and the same answer always written the same way.

Shapes: one, text, words, date, time and icd a string; number an integer; many and lines a list
of strings; table a list of lines, each a mapping from column to value without empty cells. An
empty answer is None: nobody said anything, which is never read as no.
"""

import re
from datetime import date, time
from typing import Any

from homeward.assessments.rules.questions import (
    DATE,
    ICD,
    LINES,
    MANY,
    NUMBER,
    ONE,
    TABLE,
    TIME,
    Column,
    Question,
)
from homeward.kernel.bad_input import BadInput

MOST_LETTERS = 4000
MOST_LINES = 40
# A letter, a digit, a digit or letter, and up to four more after the point.
ICD_10_CM = re.compile(r"[A-TV-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?")


def answer_of(question: Question, value: Any) -> Any:
    """The answer in its one shape, or None; raises BadInput at the question's code."""
    if question.kind == TABLE:
        return _table(question, value)
    return _plain(question, value, question.code)


def _plain(asked: Question | Column, value: Any, path: str) -> Any:
    if value is None or value in ("", []):
        return None
    codes = {each.code for each in asked.options}
    if asked.kind == NUMBER:
        return _number(asked, value, path)
    if asked.kind in (MANY, LINES):
        return _several(asked, value, codes, path)
    text = str(value).strip()[:MOST_LETTERS]
    if asked.kind == ONE and text not in codes:
        raise BadInput(path, f"must be one of {', '.join(sorted(codes))}")
    if asked.kind == ICD:
        text = text.upper()
        if not ICD_10_CM.fullmatch(text):
            raise BadInput(path, "must be an ICD-10-CM code, like F33.1")
    if asked.kind == DATE:
        return _day(text, path)
    if asked.kind == TIME:
        return _hour(text, path)
    return text or None


def _number(asked: Question | Column, value: Any, path: str) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError) as fault:
        raise BadInput(path, "must be a whole number") from fault
    if number < 0 or (asked.most is not None and number > asked.most):
        raise BadInput(path, f"must lie between 0 and {asked.most}")
    return number


def _several(asked: Question | Column, value: Any, codes: set[str], path: str) -> list[str] | None:
    found = value.splitlines() if isinstance(value, str) else list(value)
    kept = [str(each).strip()[:300] for each in found if str(each).strip()][:MOST_LINES]
    if asked.kind == MANY and set(kept) - codes:
        raise BadInput(path, f"must be among {', '.join(sorted(codes))}")
    return kept or None


def _day(text: str, path: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as fault:
        raise BadInput(path, "must be a day, like 2026-11-24") from fault


def _hour(text: str, path: str) -> str:
    try:
        return time.fromisoformat(text).strftime("%H:%M")
    except ValueError as fault:
        raise BadInput(path, "must be a time, like 09:30") from fault


def _table(question: Question, value: Any) -> list[dict[str, Any]] | None:
    """Lines in which anything was said; a bare list or text fills the key column."""
    if value is None or value in ("", []):
        return None
    if isinstance(value, str):
        value = [value]
    lines = []
    for place, line in enumerate(list(value)[:MOST_LINES]):
        given = line if isinstance(line, dict) else {question.key: line}
        cells = {
            column.code: _plain(
                column, given.get(column.code), f"{question.code}[{place}].{column.code}"
            )
            for column in question.columns
        }
        if kept := {code: cell for code, cell in cells.items() if cell is not None}:
            lines.append(kept)
    return lines or None
