"""The forms of the hours page."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm

MOST_OFFERED = 20


class OfferForm(ActionForm):
    """The places to offer at once, hidden in the page."""

    sessions = forms.CharField(widget=forms.HiddenInput, max_length=40 * MOST_OFFERED)
    week = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)

    def clean_sessions(self) -> list[UUID]:
        """The sessions as ids."""
        try:
            return [UUID(each) for each in str(self.cleaned_data["sessions"]).split()]
        except ValueError as fault:
            raise forms.ValidationError(_("Choose at least one session to offer.")) from fault


class AnswerForm(ActionForm):
    """What the client said about an offer, or taking it back."""

    ANSWERS = (("accepted", _("Yes")), ("declined", _("No")), ("withdrawn", _("Take back")))

    answer = forms.ChoiceField(choices=ANSWERS, widget=forms.HiddenInput)
    offers = forms.CharField(widget=forms.HiddenInput, max_length=60 * MOST_OFFERED)
    week = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)

    def clean_offers(self) -> list[tuple[UUID, int]]:
        """The offers that are answered together, each with the version that was seen."""
        try:
            pairs = [each.split(":") for each in str(self.cleaned_data["offers"]).split()]
            return [(UUID(offer_id), int(version)) for offer_id, version in pairs]
        except ValueError as fault:
            raise forms.ValidationError(_("Choose an offer.")) from fault

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].error_messages = {"required": _("Say what the answer is.")}
