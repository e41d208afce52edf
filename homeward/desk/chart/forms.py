"""Forms that open a record."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm

REASONS = (
    ("quality_review", _("Quality review")),
    ("complaint", _("A complaint or grievance")),
    ("supervision", _("Supervision of the counselor")),
    ("audit_sample", _("Audit sample")),
    ("coverage_of_absence", _("Covering for an absence")),
)
EMERGENCIES = (
    ("danger_to_life", _("Danger to life")),
    ("medical_emergency", _("Medical emergency")),
    ("staff_unavailable", _("The team cannot be reached and care cannot wait")),
)


class ReasonForm(ActionForm):
    """Why this record must be opened by somebody outside the team."""

    code = forms.ChoiceField(label=_("Reason"), choices=REASONS)
    sentence = forms.CharField(
        label=_("In one sentence"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Kept with your name. The client can see who looked."),
    )


class BreakGlassForm(ActionForm):
    """One chart number, one emergency, one sentence."""

    chart_number = forms.CharField(label=_("Chart number"), max_length=20)
    code = forms.ChoiceField(label=_("Emergency"), choices=EMERGENCIES)
    sentence = forms.CharField(
        label=_("What is happening"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
