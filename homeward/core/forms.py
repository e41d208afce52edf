"""The base of every form that acts: its key, and the version it was made from."""

import re
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms

from homeward.core.asked import is_within_reach
from homeward.core.submissions import new_key

DIGITS = re.compile(r"[0-9]{1,9}")


class Chips(forms.CheckboxSelectMultiple):
    """A few short choices side by side, of which several may hold."""

    look = "chips"


class ActionForm(forms.Form):
    """A form whose sending is one action.

    `version` is the version of the row the form shows; a later change is then noticed. What was
    typed stays in the form when it is refused, and so does its key. `needed_by_choice` names
    fields that another answer of the form makes necessary, which are therefore never marked
    optional.
    """

    needed_by_choice: ClassVar[frozenset[str]] = frozenset()

    form_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, version: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version

    def full_clean(self) -> None:
        """As every form; a day beyond what one can reckon with is no valid day."""
        for field in self.fields.values():
            if isinstance(field, (forms.DateField, forms.DateTimeField)) and not any(
                isinstance(each, _WithinReach) for each in field.validators
            ):
                field.validators = [*field.validators, _WithinReach(field.error_messages)]
        super().full_clean()

    @property
    def key(self) -> str:
        """The key of this form: the one it was sent with, or a fresh one."""
        return str(self.data.get("form_key") or new_key()) if self.is_bound else new_key()

    @property
    def shown_version(self) -> int | None:
        """The version written into the page."""
        if self.is_bound and (typed := self.data.get("form_version")):
            return int(typed) if DIGITS.fullmatch(typed) else None
        return self.version

    @property
    def expected_version(self) -> int | None:
        """After validation: the version the person saw."""
        return self.cleaned_data.get("form_version")


class _WithinReach:
    """Refuses the years 1 and 9999, where adding a week or a time zone fails."""

    def __init__(self, messages: Any) -> None:
        self.messages = messages

    def __call__(self, value: date | datetime) -> None:
        day = value.date() if isinstance(value, datetime) else value
        if not is_within_reach(day):
            raise forms.ValidationError(self.messages["invalid"], code="invalid")
