"""The form of a counseling note."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm


class CounselingForm(ActionForm):
    """What the counselor writes for themselves."""

    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    body = forms.CharField(
        label=_("What was said, for you alone"), max_length=20000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip
