"""The forms of the on-duty roster."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm


class ShiftForm(ActionForm):
    """One colleague on duty on one day."""

    on = forms.ChoiceField(label=_("Day"))
    worker = forms.ChoiceField(label=_("Colleague"))
    starts = forms.TimeField(label=_("From"), widget=forms.TimeInput(attrs={"type": "time"}))
    ends = forms.TimeField(label=_("Until"), widget=forms.TimeInput(attrs={"type": "time"}))
    week = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)
    site = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, days: Any = (), workers: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].choices = list(days)  # type: ignore[attr-defined]
        self.fields["worker"].choices = list(workers)  # type: ignore[attr-defined]


class WeekForm(ActionForm):
    """A press of a button for a whole week or one shift."""

    week = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)
    site = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
