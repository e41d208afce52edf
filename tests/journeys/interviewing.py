"""The assessment, page by page, with whatever moves the browser: keys or a mouse."""

from typing import Any

from homeward.assessments.library import edition
from homeward.assessments.rules.questions import TABLE, Question
from homeward.assessments.tests.interview import any_answer
from homeward.desk.assessments.forms import cell_name, field_name

# Answers of hers where the first of the list would be somebody else's.
HERS = {"pregnancy": "no", "medical.allergies": "None known"}
# Not needed for the signature, but what the rest of the way rests on.
ALSO = ("availability", "diagnosis.use")


def every_page(walker: Any) -> None:
    """From the first page on; what has arrived filled in is left alone."""
    for domain in edition().domains:
        for question in domain.questions:
            if question.required or question.code in ALSO:
                answer(walker, question)
        walker.press("Keep and go on")


def answer(walker: Any, question: Question) -> None:
    """One question by its kind, unless its answer has arrived filled in."""
    value = HERS.get(question.code) or any_answer(question)
    if question.kind == TABLE:
        for row, line in enumerate(value):
            for column in question.columns:
                if column.code in line:
                    put(walker, cell_name(question.code, row, column.code), line[column.code])
        return
    put(walker, field_name(question.code), value)


def put(walker: Any, name: str, value: Any) -> None:
    """Whatever kind of control this is; what it holds already is left alone."""
    control = walker.page.locator(f"main [name={name}]").first
    kind = control.evaluate("node => node.type")
    if kind in ("radio", "checkbox"):
        if walker.page.locator(f"main [name={name}]:checked").count():
            return
        for each in value if isinstance(value, list) else [value]:
            walker.choose(**{name: each})
    elif control.input_value():
        return
    elif kind == "select-one":
        walker.choose(**{name: value})
    else:
        walker.fill(**{name: "\n".join(value) if isinstance(value, list) else str(value)})
