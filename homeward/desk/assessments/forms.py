"""A page of the assessment as a form, made from its questions."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.assessments.rules.answering import answer_of
from homeward.assessments.rules.questions import (
    DATE,
    LINES,
    MANY,
    NUMBER,
    ONE,
    TABLE,
    TIME,
    WORDS,
    Column,
    Domain,
    Question,
)
from homeward.core.forms import ActionForm
from homeward.kernel.bad_input import BadInput

MOST_ROWS, SPARE_ROWS = 20, 1
# Longer lists are chosen from a menu: so many buttons would hide the rest of the page.
MOST_BUTTONS = 7


class AssessmentPageForm(ActionForm):
    """Every question of one page; nothing is required to keep it, only to sign."""

    use_required_attribute = False

    def __init__(
        self, *args: Any, domain: Domain, values: Mapping[str, Any], spare: int = 0, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.domain = domain
        self.rows: dict[str, int] = {}
        for question in domain.questions:
            value = values.get(question.code)
            if question.kind == TABLE:
                self._add_table(question, value or [], spare)
            else:
                name = field_name(question.code)
                self.fields[name] = _field(question, question.help)
                self.initial.setdefault(name, _shown(question, value))

    def _add_table(self, question: Question, lines: list[Mapping[str, Any]], spare: int) -> None:
        wanted = len(lines) + SPARE_ROWS + spare
        if self.is_bound:
            pattern = re.compile(rf"{re.escape(field_name(question.code))}--(\d+)--")
            sent = [int(match[1]) for name in self.data if (match := pattern.match(name))]
            wanted = max([*sent, -1]) + 1 if sent else wanted
        self.rows[question.code] = min(wanted, MOST_ROWS)
        for row in range(self.rows[question.code]):
            line = lines[row] if row < len(lines) else {}
            for column in question.columns:
                name = cell_name(question.code, row, column.code)
                self.fields[name] = _field(column, column.help)
                self.initial.setdefault(name, _shown(column, line.get(column.code)))

    def clean(self) -> dict[str, Any]:
        """Name the field of every answer its question cannot read."""
        cleaned = super().clean() or {}
        for question in self.domain.questions:
            try:
                answer_of(question, self._given(question))
            except BadInput as fault:
                self.add_error(self._field_at(question, fault.path), _wrong(fault))
        return cleaned

    def answers(self) -> dict[str, Any]:
        """What was answered, by question."""
        return {question.code: self._given(question) for question in self.domain.questions}

    def say_what_is_needed(self) -> None:
        """Mark as optional only what the signature does not need; cells say nothing."""
        for question in self.domain.questions:
            name = field_name(question.code)
            if name in self.fields:
                self.fields[name].required = question.required
        for name, field in self.fields.items():
            field.required = field.required or "--" in name

    def _given(self, question: Question) -> Any:
        if question.kind != TABLE:
            return self.cleaned_data.get(field_name(question.code))
        return [
            {
                column.code: self.cleaned_data.get(cell_name(question.code, row, column.code))
                for column in question.columns
            }
            for row in range(self.rows[question.code])
        ]

    def _field_at(self, question: Question, path: str) -> str | None:
        """The field of a path like `medications[1].dose`."""
        place = re.fullmatch(r".*\[(\d+)\]\.(\w+)", path)
        name = (
            cell_name(question.code, int(place[1]), place[2])
            if place
            else field_name(question.code)
        )
        return name if name in self.fields else None


def field_name(code: str) -> str:
    """The name of a question's field."""
    return code.replace(".", "__")


def cell_name(code: str, row: int, column: str) -> str:
    """The name of one cell of a table."""
    return f"{field_name(code)}--{row}--{column}"


def cells_of(form: AssessmentPageForm, question: Question) -> Iterator[tuple[int, list[Any]]]:
    """The bound fields of a table, row by row."""
    for row in range(form.rows[question.code]):
        yield (
            row,
            [form[cell_name(question.code, row, column.code)] for column in question.columns],
        )


def _wrong(fault: BadInput) -> Any:
    if "ICD-10-CM" in fault.mend:
        return _("Enter a code like F33.1.")
    return _("This is not one of the answers. Choose again.")


def _shown(asked: Question | Column, value: Any) -> Any:
    if value is None:
        return None
    return "\n".join(value) if asked.kind == LINES and isinstance(value, list) else value


def _field(asked: Question | Column, help_text: str) -> forms.Field:
    said: dict[str, Any] = {"label": asked.words, "required": False, "help_text": help_text}
    choices = [(each.code, each.words) for each in asked.options]
    if asked.kind == ONE:
        if isinstance(asked, Question) and len(choices) <= MOST_BUTTONS:
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **said)
        return forms.ChoiceField(choices=[("", _("Not asked")), *choices], **said)
    if asked.kind == MANY:
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, **said
        )
    if asked.kind == NUMBER:
        return forms.IntegerField(min_value=0, max_value=asked.most, **said)
    if asked.kind == DATE:
        widget: Any = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, **said)
    if asked.kind == TIME:
        widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        return forms.TimeField(widget=widget, **said)
    if asked.kind in (WORDS, LINES):
        area = forms.Textarea(attrs={"rows": 3})
        return forms.CharField(max_length=4000, widget=area, **said)
    return forms.CharField(max_length=300, **said)


class AssessmentAddendumForm(ActionForm):
    """What is added beneath a signed assessment."""

    body = forms.CharField(
        label=_("What you add"), max_length=6000, widget=forms.Textarea(attrs={"rows": 4})
    )


class BeginForm(ActionForm):
    """Beginning an assessment asks nothing."""
