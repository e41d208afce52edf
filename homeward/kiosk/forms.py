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
