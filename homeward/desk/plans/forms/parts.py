"""What stands around the problems."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.plans.words import FAMILY_WISHES


def words(label: Any, rows: int = 2, most: int = 2000, **more: Any) -> forms.CharField:
    """A text of a few lines that may stay empty."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        **more,
    )


class PartsForm(ActionForm):
    """Strengths, barriers, criteria, length, medications, family."""

    strengths = words(_("Strengths"), help_text=_("What this client brings, as they say it."))
    barriers = words(_("What stands in the way"))
    discharge_criteria = words(_("We will know that treatment here is done when"))
    estimated_weeks = forms.IntegerField(label=_("Weeks, as expected"), min_value=1, max_value=104)
    medications = forms.CharField(label=_("Medications, or none"), max_length=200, required=False)
    family_wish = forms.ChoiceField(
        label=_("Family"),
        choices=list(FAMILY_WISHES.items()),
        widget=forms.RadioSelect,
        required=False,
    )
    family_involvement = forms.CharField(
        label=_("Who and how, or why not"), max_length=200, required=False
    )


class AmendmentForm(ActionForm):
    """Why the plan in force is amended."""

    reason = forms.CharField(
        label=_("Why the plan changes"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stands at the top of the new version for good."),
    )


class AnswerForm(ActionForm):
    """What staff answer the client."""

    text = forms.CharField(
        label=_("Your answer"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The client reads it on their phone, under their own words."),
    )
