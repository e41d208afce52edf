"""Any shipped questionnaire as a form, made from its definition."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.instruments.rules.instrument import Instrument, Item, Number
from homeward.instruments.rules.missing import Answered

PREFIX = "q_"


class QuestionnaireForm(ActionForm):
    """Items in the order of the form; nothing is required while it is only saved."""

    missing_is_right = forms.BooleanField(
        label=_("Hand in with these answers missing"), required=False
    )

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instrument = instrument
        asks = self.fields.pop("missing_is_right")
        for number, item in enumerate(instrument.items.values(), start=1):
            self.fields[PREFIX + item.link_id] = _field(item, number)
        self.fields["missing_is_right"] = asks

    @property
    def items(self) -> list[forms.BoundField]:
        """The bound fields of the items, in order."""
        return [self[PREFIX + link_id] for link_id in self.instrument.items]

    @property
    def offers_missing(self) -> bool:
        """Whether something was left open when it was handed in."""
        return any(name.startswith(PREFIX) for name in self.errors)

    def answers(self) -> dict[str, Any]:
        """What was answered, by link id: option codes as text, numbers as numbers."""
        found = {}
        for link_id in self.instrument.items:
            value = self.cleaned_data.get(PREFIX + link_id)
            if value not in (None, ""):
                found[link_id] = value
        return found

    def name_missing(self) -> bool:
        """Mark each required item that was asked and has no answer; whether there is any."""
        numbers = {
            link_id: _number(self.instrument.items[link_id], value)
            for link_id, value in self.answers().items()
        }
        answered = Answered.of(self.instrument, numbers)
        found = False
        for number, item in enumerate(self.instrument.items.values(), start=1):
            if item.is_required and answered.lacks(item.link_id):
                found = True
                self.add_error(
                    PREFIX + item.link_id, _("Item %(number)s has no answer.") % {"number": number}
                )
        return found


def initial_of(instrument: Instrument, answers: dict[str, Number]) -> dict[str, Any]:
    """Stored answers as the form shows them: option codes again."""
    shown: dict[str, Any] = {}
    for link_id, value in answers.items():
        item = instrument.items.get(link_id)
        if item is None:
            continue
        if item.is_number:
            shown[PREFIX + link_id] = value
        else:
            option = next((each for each in item.options if each.ordinal == value), None)
            shown[PREFIX + link_id] = option.code if option else ""
    return shown


def _number(item: Item, value: Any) -> Number:
    if item.is_number:
        return int(value)
    return next(option.ordinal for option in item.options if option.code == value)


def _field(item: Item, number: int) -> forms.Field:
    label = f"{number}. {item.text}"
    note = _("Only when it applies; leave it open otherwise.") if item.asked_when else ""
    if item.is_number:
        return forms.IntegerField(
            label=label, required=False, min_value=item.least, max_value=item.most, help_text=note
        )
    return forms.ChoiceField(
        label=label,
        required=False,
        help_text=note,
        choices=[(option.code, option.display) for option in item.options],
        widget=forms.RadioSelect,
    )
