"""The forms under a note."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.notes.choices import ADDENDUM
from homeward.notes.correction_words import ASIDE_REASONS, DELETE_REASONS


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


class VoidForm(SignForm):
    """Why a signed note leaves its chart."""

    reason = forms.ChoiceField(
        label=_("Why"), choices=tuple(ASIDE_REASONS.items()), widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("In a sentence, without anybody's name"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in this chart for good. Leave out whose note it is."),
    )
    field_order = ("reason", "words", "password")


class DeleteForm(ActionForm):
    """Why a draft is not needed."""

    reason = forms.ChoiceField(label=_("Why"), choices=tuple(DELETE_REASONS.items()))


class RestoreForm(SignForm):
    """Bringing a note back; a signed one says why and asks who one is."""

    words = forms.CharField(
        label=_("Why it comes back, in a sentence"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("words", "password")

    def __init__(self, *args: Any, is_signed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, prefix_id="restore", **kwargs)
        if not is_signed:
            del self.fields["words"]
            self.fields.pop("password", None)


class AnewForm(ActionForm):
    """In whose record the note belongs."""

    client = forms.ChoiceField(label=_("Whose note it is"))

    def __init__(self, *args: Any, clients: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["client"].choices = [("", "—"), *clients]  # type: ignore[attr-defined]


class WordForm(ActionForm):
    """Which word of a draft means no client."""

    word = forms.CharField(max_length=120)
