"""An answer in words, as the review, the print and the signed content say it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.assessments.rules.questions import DATE, LINES, MANY, TABLE, Column, Domain, Question


def words_of(asked: Question | Column, value: Any) -> str:
    """A plain answer in one line; empty when nobody answered."""
    if value is None:
        return ""
    if asked.kind in (MANY, LINES):
        return "; ".join(asked.words_of(str(each)) for each in value)
    if asked.kind == DATE:
        day = date.fromisoformat(value)
        return f"{day.day} {day:%b} {day.year}"
    return asked.words_of(str(value)) if asked.options else str(value)


def lines_of(question: Question, value: Any) -> tuple[tuple[tuple[str, str], ...], ...]:
    """A table's lines, each as (column, words) of the cells that hold anything."""
    return tuple(
        tuple(
            (column.words, words_of(column, line[column.code]))
            for column in question.columns
            if line.get(column.code) is not None
        )
        for line in value or ()
    )


def sentence_of(question: Question, value: Any) -> str:
    """Any answer as one piece of text."""
    if question.kind != TABLE:
        return words_of(question, value)
    return " / ".join(
        ", ".join(f"{column}: {words}" for column, words in line)
        for line in lines_of(question, value)
    )


def brief_of(question: Question, value: Any) -> str:
    """Any answer in a few words: of a table only what its lines are about."""
    if question.kind != TABLE:
        return words_of(question, value)
    key = next(column for column in question.columns if column.code == question.key)
    return "; ".join(
        words_of(key, line[question.key]) for line in value or () if question.key in line
    )


def content_of(domain: Domain, given: Mapping[str, Any]) -> dict[str, Any]:
    """One domain as the signature covers it: question, words of it, value, words of the answer."""
    return {
        "domain": domain.code,
        "title": domain.title,
        "answers": [
            {
                "question": question.code,
                "words": question.words,
                "value": given[question.code],
                "says": sentence_of(question, given[question.code]),
            }
            for question in domain.questions
            if given.get(question.code) is not None
        ],
    }
