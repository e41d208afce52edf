"""Forms of getting in: a card's two lines, a number, a number chosen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

PLAIN = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}


def number_field(label: Any, help_text: Any = "") -> forms.CharField:
    """Six digits, hidden while they are typed, and kept by no browser."""
    return forms.CharField(
        label=label,
        max_length=12,
        help_text=help_text,
        strip=True,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class CardForm(forms.Form):
    """What stands on the card."""

    name = forms.CharField(
        label=_("The three words on your card"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", **PLAIN}),
    )
    code = forms.CharField(
        label=_("The code on your card"),
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off", **PLAIN}),
    )


class NumberForm(forms.Form):
    """The number of this phone."""

    pin = number_field(_("Your six digits"))


class ChooseForm(forms.Form):
    """A number for this phone, twice."""

    pin = number_field(
        _("Six digits that you will remember"), _("Not your birthday. It works on this phone only.")
    )
    again = number_field(_("The same six digits again"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, second = given.get("pin"), given.get("again")
        if first and second and first != second:
            self.add_error("again", _("The two differ. Type the second again."))
        return given
