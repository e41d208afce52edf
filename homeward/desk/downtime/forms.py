"""Forms of downtime; only actions write."""

from typing import Any
from uuid import UUID

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.downtime.locking import new_phrase

MINUTES_OPEN = 30
_shown = signing.TimestampSigner(salt="homeward.downtime.phrase", sep="~")


class MakeForm(ActionForm):
    """For which site a pack is made now."""

    site = forms.UUIDField(widget=forms.HiddenInput)


class PassphraseForm(ActionForm):
    """A passphrase of the house's own making, typed once by hand as proof that it is written down.

    The page carries it signed, so that nobody can send one of their own that is easier to guess.
    """

    phrase = forms.CharField(widget=forms.HiddenInput, max_length=120)
    repeated = forms.CharField(
        label=_("Type it once more from your paper"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
        help_text=_("Dashes, spaces and small letters do not matter."),
    )

    @property
    def shown_phrase(self) -> str:
        """The passphrase this page shows; a fresh one where none was sent or its time is over."""
        if self.is_bound:
            kept = _unsigned(str(self.data.get("phrase", "")))
            if kept:
                return kept
        return _unsigned(self.carried) or ""

    @property
    def carried(self) -> str:
        """The signed passphrase for the hidden field."""
        sent = str(self.data.get("phrase", "")) if self.is_bound else ""
        if not hasattr(self, "_carried"):
            self._carried = sent if _unsigned(sent) else _shown.sign(new_phrase())
        return self._carried

    def clean_phrase(self) -> str:
        """The passphrase itself."""
        phrase = _unsigned(self.cleaned_data["phrase"])
        if not phrase:
            raise forms.ValidationError(
                _("This page was open too long. Here is a new passphrase."), code="expired"
            )
        return phrase


class KeyingForm(ActionForm):
    """One line of the sheet, or one sheet of words."""

    client = forms.ChoiceField(label=_("Person"))
    author = forms.ChoiceField(label=_("Written by"))
    written_at = forms.DateTimeField(
        label=_("Written at, as it stands on the paper"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    came = forms.TimeField(
        label=_("Came"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    left = forms.TimeField(
        label=_("Left"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
        help_text=_("Empty when they stayed to the end."),
    )
    words = forms.CharField(
        label=_("What stands on the paper, word for word"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_(
            "Only times? Leave it empty. Words wait until their author has looked at them."
        ),
    )

    def __init__(self, *args: Any, clients: Any = (), authors: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("client", clients), ("author", authors)):
            field: Any = self.fields[name]
            field.choices = [("", _("Choose")), *choices]

    @property
    def chosen(self) -> tuple[UUID, UUID]:
        """After validation: the person and the author."""
        return UUID(self.cleaned_data["client"]), UUID(self.cleaned_data["author"])


class AnswerForm(ActionForm):
    """Take it into the record, or decline it."""

    answer = forms.ChoiceField(choices=[("take", "take"), ("decline", "decline")])


def _unsigned(carried: str) -> str:
    try:
        return str(_shown.unsign(carried, max_age=MINUTES_OPEN * 60))
    except signing.BadSignature:
        return ""
