"""The forms of the week board."""

from django import forms

from homeward.core.forms import ActionForm


class PlanForm(ActionForm):
    """Which week to plan, hidden in the page."""

    program = forms.UUIDField(widget=forms.HiddenInput)
    site = forms.UUIDField(widget=forms.HiddenInput)
    starts_on = forms.DateField(widget=forms.HiddenInput)
