"""The forms under a note."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.notes.choices import ADDENDUM


class SignForm(ActionForm):
    """Signing asks for the password unless it was entered a short while ago."""

    password = forms.CharField(
        label=_("Your password, to sign"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(
        self, *args: Any, is_fresh: bool = False, prefix_id: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, auto_id=f"sign_{prefix_id}_%s", **kwargs)
        if is_fresh:
            del self.fields["password"]


class AddendumForm(ActionForm):
    """What is added beneath a signed note, and as what."""

    kind = forms.ChoiceField(
        label=_("What kind of addition"), choices=tuple(ADDENDUM.items()), widget=forms.RadioSelect
    )
    body = forms.CharField(
        label=_("What you add"), max_length=6000, widget=forms.Textarea(attrs={"rows": 4})
    )
