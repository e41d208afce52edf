"""Forms of the materials; only actions write."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.curriculum.words import MODELS


class WordingForm(ActionForm):
    """One wording of a handout or run sheet."""

    title = forms.CharField(label=_("Title"), max_length=120)
    lead = forms.CharField(
        label=_("One line under the title"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    therapy_model = forms.ChoiceField(
        label=_("Therapy model"), required=False, choices=[("", _("none named")), *MODELS.items()]
    )
    body = forms.CharField(
        label=_("Text"),
        max_length=30_000,
        widget=forms.Textarea(attrs={"rows": 22, "spellcheck": "true"}),
        help_text=_(
            "## starts a heading, - an item of a list, 1. a numbered one, **two stars** make words "
            "strong, a row of ____ leaves room to write."
        ),
    )
    note = forms.CharField(
        label=_("What you changed, in a few words"), max_length=200, required=False
    )
    restored_from = forms.UUIDField(required=False, widget=forms.HiddenInput)


class SendForm(ActionForm):
    """Whose pages the handout goes to."""

    clients = forms.MultipleChoiceField(
        label=_("Send to the phone of"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "It stands on their own page, in their language where there is a translation. "
            "Who wants text messages is told neutrally that there is news."
        ),
    )

    def __init__(self, *args: Any, choices: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["clients"]
        field.choices = list(choices)
        if not self.is_bound:
            field.initial = [value for value, _label in choices]
