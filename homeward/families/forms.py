"""The form of the send-only line: the same on the phone of a relative and on the public page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.families import words
from homeward.families.actions.line import LONGEST
from homeward.program.models import Site


class TellForm(ActionForm):
    """How soon first, which the page before asked; then about whom, and what."""

    urgency = forms.ChoiceField(
        choices=[*words.URGENCIES_ASKED.items()], widget=forms.HiddenInput,
        error_messages={"required": _("Say first how soon it must be read.")},
    )  # fmt: skip
    about = forms.CharField(
        label=_("Who is it about?"), max_length=120, required=False,
        help_text=_("First and last name, if you can. You may leave it empty."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("What do you want us to know?"), max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )  # fmt: skip
    sender = forms.CharField(
        label=_("Who are you?"), max_length=120, required=False,
        help_text=_("A name or “a neighbor”. You may leave it empty."),
    )  # fmt: skip
    site_id = forms.ChoiceField(label=_("Which of our places, if you know"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sites = [(str(row.pk), row.name) for row in Site.objects.order_by("code")]
        if len(sites) > 1:
            choices: Any = self.fields["site_id"]
            choices.choices = [("", _("I do not know")), *sites]
        else:
            del self.fields["site_id"]


class WhenForm(forms.Form):
    """Which urgency the page before was answered with; anything else asks again."""

    when = forms.ChoiceField(choices=[*words.URGENCIES_ASKED.items()])
