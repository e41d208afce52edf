"""The form of a file over some dates."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm


class RangeForm(ActionForm):
    """From which day to which day; both are in the file."""

    first = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(
        label=_("Until and including"), widget=forms.DateInput(attrs={"type": "date"})
    )
