"""Any questionnaire as a form, made from its definition; for every door that asks one."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.instruments.rules.instrument import Instrument, Item, Number
from homeward.instruments.rules.sitting import standing_of

# A score as a page sends it; anything longer is no score of any questionnaire.
WHOLE = re.compile(r"-?[0-9]{1,6}")
NUMBERED = re.compile(r"[0-9]{1,2}[A-Za-z]?")
PREFIX = "q_"
PARAMETER = "p_"
PARAMETERS: dict[str, tuple[Promise, tuple[tuple[str, Promise], ...]]] = {
    "substance": (
        _("Which substance is this about?"),
        (
            ("alcohol", _("Alcohol")),
            ("amphetamine", _("Amphetamines")),
            ("benzodiazepine", _("Benzodiazepines")),
            ("cannabis", _("Cannabis")),
            ("cocaine", _("Cocaine")),
            ("heroin", _("Heroin or another opioid")),
        ),
    ),
}


class KeyedRadios(forms.RadioSelect):
    """Choices that one digit chooses: the option's own score where that is one digit and unique.

    Otherwise the options are counted from 1.
    """

    keys: dict[str, str]

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The choice with its key."""
        option = super().create_option(name, value, *args, **kwargs)
        if key := self.keys.get(str(value)):
            option["attrs"]["data-key"] = option["key"] = key
        return option


class QuestionnaireForm(ActionForm):
    """Items in the order of the form; nothing is required while it is only saved.

    With `only` the form is one question of it.
    """

    missing_is_right = forms.BooleanField(
        label=_("Hand in with these answers missing"), required=False
    )

    def __init__(
        self, *args: Any, instrument: Instrument, only: str | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.instrument = instrument
        self.only = only
        asks = self.fields.pop("missing_is_right")
        for parameter in _asked_parameters(instrument):
            label, choices = PARAMETERS[parameter]
            self.fields[PARAMETER + parameter] = forms.ChoiceField(
                label=label,  # type: ignore[arg-type]  # lazy words are fine here
                choices=choices,
                required=False,
                widget=forms.RadioSelect,
            )
        for item in instrument.items.values():
            if only in (None, item.link_id):
                self.fields[PREFIX + item.link_id] = _field(item)
        if only is None:
            self.fields["missing_is_right"] = asks

    @property
    def items(self) -> list[tuple[str, forms.BoundField]]:
        """The link ids with their bound fields, in order."""
        return [
            (link_id, self[PREFIX + link_id])
            for link_id in self.instrument.items
            if PREFIX + link_id in self.fields
        ]

    @property
    def about(self) -> list[forms.BoundField]:
        """What bands depend on and the record does not say."""
        return [self[name] for name in self.fields if name.startswith(PARAMETER)]

    @property
    def offers_missing(self) -> bool:
        """Whether something was left open when it was handed in."""
        return any(name.startswith(PREFIX) for name in self.errors)

    def answers(self) -> dict[str, Any]:
        """What was answered, by link id: option codes as text, numbers as numbers."""
        return {name: value for name, value in self.whole_sheet().items() if value is not None}

    def whole_sheet(self) -> dict[str, Any]:
        """Every question of this form; None where there is no answer."""
        found = {}
        for link_id, _bound in self.items:
            value = self.cleaned_data.get(PREFIX + link_id)
            found[link_id] = None if value in (None, "") else value
        return found

    def parameters(self) -> dict[str, str]:
        """What bands depend on, where it was said."""
        return {
            name.removeprefix(PARAMETER): value
            for name, value in self.cleaned_data.items()
            if name.startswith(PARAMETER) and value
        }

    def name_missing(self) -> bool:
        """Mark each required item that is asked and has no answer; whether there is any."""
        numbers = {
            link_id: ordinal_of(self.instrument.items[link_id], value)
            for link_id, value in self.answers().items()
        }
        needed = standing_of(self.instrument, numbers).needed
        for item in self.instrument.items.values():
            if item.link_id in needed:
                self.add_error(
                    PREFIX + item.link_id,
                    _("Item %(number)s has no answer.") % {"number": item.link_id},
                )
        return bool(needed)


def items_in(data: Any, instrument: Instrument) -> dict[str, Any]:
    """The items a page sends one by one, as it sends them; an empty one is taken back."""
    found: dict[str, Any] = {}
    for name in data:
        link_id = name.removeprefix(PREFIX)
        if name.startswith(PREFIX) and link_id in instrument.items:
            value = data[name].strip()
            item = instrument.items[link_id]
            if not value:
                found[link_id] = None
            elif item.is_number:
                found[link_id] = int(value) if WHOLE.fullmatch(value) else value
            else:
                found[link_id] = value
    return found


def answers_shown(form: QuestionnaireForm, sheet: Mapping[str, Number]) -> dict[str, Number]:
    """What is answered now: what is kept, and what was just sent and is not kept yet."""
    found = dict(sheet)
    for link_id, value in (items_in(form.data, form.instrument) if form.is_bound else {}).items():
        item = form.instrument.items[link_id]
        if item.is_number and isinstance(value, int):
            found[link_id] = value
        elif option := next((each for each in item.options if each.code == value), None):
            found[link_id] = option.ordinal
    return found


def parameters_in(data: Any, instrument: Instrument) -> dict[str, str]:
    """What bands depend on, as a page sends it one by one; unknown values are left out."""
    return {
        name: data[PARAMETER + name]
        for name in _asked_parameters(instrument)
        if data.get(PARAMETER + name) in {code for code, _words in PARAMETERS[name][1]}
    }


def initial_of(
    instrument: Instrument,
    answers: dict[str, Number],
    parameters: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Stored answers as the form shows them: option codes again."""
    shown: dict[str, Any] = {PARAMETER + name: v for name, v in (parameters or {}).items()}
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


def ordinal_of(item: Item, value: Any) -> Number:
    """A cleaned value of this item's field as the number it counts."""
    if item.is_number:
        return int(value)
    return next(option.ordinal for option in item.options if option.code == value)


def keys_of(item: Item) -> dict[str, str]:
    """The digit that chooses each option, by option code."""
    own = [option.ordinal for option in item.options]
    if len(set(own)) == len(own) and all(value in range(10) for value in own):
        return {option.code: str(int(option.ordinal)) for option in item.options}
    return {
        option.code: str(place) for place, option in enumerate(item.options, start=1) if place <= 9
    }


def _asked_parameters(instrument: Instrument) -> list[str]:
    read = dict.fromkeys(score.bands_by.parameter for score in instrument.scores if score.bands_by)
    return [name for name in read if name in PARAMETERS]


def label_of(item: Item) -> str:
    """The question under the number it has on the paper form; a gate before the first has none."""
    is_numbered = item.link_id != "0" and NUMBERED.fullmatch(item.link_id)
    return f"{item.link_id}. {item.text}" if is_numbered else item.text


def _field(item: Item) -> forms.Field:
    label = label_of(item)
    note = _("Only when it applies; leave it open otherwise.") if item.asked_when else ""
    if item.is_number:
        return forms.IntegerField(
            label=label, required=False, min_value=item.least, max_value=item.most, help_text=note
        )
    widget = KeyedRadios()
    widget.keys = keys_of(item)
    return forms.ChoiceField(
        label=label,
        required=False,
        help_text=note,
        choices=[(option.code, option.display) for option in item.options],
        widget=widget,
    )
