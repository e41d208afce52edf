"""Forms of one's own account."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from homeward.accounts.models import Account


class UnlockForm(forms.Form):
    """The password again, to open a locked screen."""

    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )


class SetupForm(forms.Form):
    """The first administrator."""

    token = forms.CharField(label=_("One-time token"), max_length=200)
    name = forms.CharField(label=_("Your name"), max_length=120)
    user_name = forms.CharField(
        label=_("User name"),
        max_length=60,
        validators=Account._meta.get_field("username").validators,
        help_text=_("With this you sign in. Letters, digits and . _ - + @."),
    )
    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(),
        help_text=_("At least 15 characters. A few words you will remember are best."),
    )
    password_again = forms.CharField(label=_("Password once more"), widget=forms.PasswordInput())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, second = given.get("password"), given.get("password_again")
        if first and second and first != second:
            self.add_error("password_again", _("The two passwords differ. Type the second again."))
        if first:
            try:
                validate_password(first, Account(username=given.get("user_name", "")))
            except ValidationError as fault:
                self.add_error("password", fault)
        return given
