"""What is typed at the door."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from homeward.attendance.door import DIGITS
from homeward.core.forms import ActionForm


def _digits(number: int, message: Any) -> Any:
    return RegexValidator(rf"^[0-9]{{{number}}}$", message)


class _Digits(forms.CharField):
    """A number typed with or without blanks."""

    def to_python(self, value: Any) -> str:
        return "".join((super().to_python(value) or "").split())


class CodeForm(ActionForm):
    """A personal number. That it has six digits says nothing about whose it is."""

    code = _Digits(
        label=_("Your number"), max_length=20,
        validators=[_digits(DIGITS, _("Your number has six digits."))],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip


class PhoneForm(CodeForm):
    """On one's own phone, with the number that stands at the door now."""

    field_order = ("door", "code")

    door = _Digits(
        label=_("The number at the door"), max_length=20,
        validators=[_digits(5, _("The number at the door has five digits."))],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("It stands on the screen at the door and changes every few minutes."),
    )  # fmt: skip


class KioskForm(ActionForm):
    """The device in hand becomes the kiosk of a site."""

    site = forms.ChoiceField(label=_("Site"))
    name = forms.CharField(
        label=_("What this device is called"), max_length=60,
        help_text=_("For example: tablet at the front door."),
    )  # fmt: skip

    def __init__(self, *args: Any, sites: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        site: Any = self.fields["site"]
        site.choices = list(sites)


TYPED = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}


def _six_digits(label: Any) -> forms.CharField:
    digits = {"inputmode": "numeric", "autocomplete": "off"}
    return forms.CharField(label=label, max_length=12, widget=forms.PasswordInput(attrs=digits))


class CardForm(forms.Form):
    """What stands on a card."""

    name = forms.CharField(
        label=_("The three words on your card"), max_length=80, widget=forms.TextInput(attrs=TYPED)
    )
    code = forms.CharField(
        label=_("The code on your card"), max_length=30, widget=forms.TextInput(attrs=TYPED)
    )


class DigitsForm(forms.Form):
    """Six digits for this tablet, twice."""

    pin = _six_digits(_("Six digits that you will remember"))
    again = _six_digits(_("The same six digits again"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, second = given.get("pin"), given.get("again")
        if first and second and first != second:
            self.add_error("again", _("The two differ. Type the second again."))
        return given


class NameForm(forms.Form):
    """Three words and six digits, for one look."""

    name = forms.CharField(
        label=_("Your three words"), max_length=80, widget=forms.TextInput(attrs=TYPED)
    )
    pin = _six_digits(_("Your six digits"))
