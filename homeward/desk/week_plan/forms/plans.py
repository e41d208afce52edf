"""Starting a plan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm

# Seconds a plan may take; it ends earlier when nothing is left to gain.
SECONDS = {"quick": 20, "normal": 90, "thorough": 600}


class StartForm(ActionForm):
    """Which week, and how long the engine may try."""

    program = forms.UUIDField(widget=forms.HiddenInput)
    site = forms.UUIDField(widget=forms.HiddenInput)
    starts_on = forms.DateField(widget=forms.HiddenInput)
    effort = forms.ChoiceField(
        label=_("How long may it try?"),
        choices=(
            ("quick", _("Quick: under half a minute, to see where the week stands")),
            ("normal", _("Normal: a minute or two, good enough to publish")),
            ("thorough", _("Thorough: up to ten minutes, for a large or a tight week")),
        ),
        initial="normal",
        widget=forms.RadioSelect,
    )


class ReopenForm(ActionForm):
    """Going on from a week that stands, hidden in the page."""

    program = forms.UUIDField(widget=forms.HiddenInput)
    site = forms.UUIDField(widget=forms.HiddenInput)
    starts_on = forms.DateField(widget=forms.HiddenInput)
