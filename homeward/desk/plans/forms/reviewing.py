"""Looking at a plan together, and why this level of care goes on."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.plans.forms.parts import words
from homeward.plans.words import OBJECTIVE_STATES


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class ReviewForm(ActionForm):
    """Where each objective stands, both views, and the next day; a stay says besides why.

    `stay` asks for the continued stay: its words and its own next day.
    """

    client_view = words(_("What the client says"), most=300)
    summary = words(_("Summary"), rows=3, most=600)
    next_due_on = _day(_("Look at it again on"))
    stay_words = words(_("Why this level of care goes on"), rows=4, most=600)
    stay_next_due_on = _day(_("Say it again by"))

    def __init__(
        self, *args: Any, objectives: Any, due_on: date, why: str, stay: bool = False,
        stay_on: date | None = None, stay_why: str = "", **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["next_due_on"].initial = due_on
        self.fields["next_due_on"].help_text = why
        if stay:
            del self.fields["next_due_on"]
            self.fields["stay_words"].required = True
            self.fields["stay_next_due_on"].initial = stay_on
            self.fields["stay_next_due_on"].help_text = stay_why
        else:
            del self.fields["stay_words"], self.fields["stay_next_due_on"]
        self.fields["summary"].required = True
        tail = dict(self.fields)
        self.fields = {}
        self.numbers = [each.number for each in objectives]
        for each in objectives:
            self.fields[f"state_{each.number}"] = forms.ChoiceField(
                label=f"{each.number} {each.statement}",
                choices=list(OBJECTIVE_STATES.items()),
                initial=each.state,
                widget=forms.RadioSelect,
            )
        self.fields.update(tail)

    def states(self) -> dict[str, str]:
        """Objective number to state."""
        return {number: self.cleaned_data[f"state_{number}"] for number in self.numbers}

    @property
    def state_fields(self) -> list[Any]:
        """The bound fields of the objectives."""
        return [self[f"state_{number}"] for number in self.numbers]
