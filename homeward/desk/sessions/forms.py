"""The forms of one session's page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.timetable.words import CANCELLING

AWAY = (
    ("leader_ill", _("Ill")),
    ("leader_on_leave", _("On leave")),
    ("leader_in_training", _("In training")),
    ("leader_needed_elsewhere", _("Needed elsewhere")),
    ("no_leader_yet", _("Nobody leads it yet")),
)


class LeaderForm(ActionForm):
    """This colleague leads instead."""

    worker = forms.UUIDField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(label=_("Why"), choices=AWAY)


class PlaceForm(ActionForm):
    """A place for one time, for a client who is here."""

    chart_number = forms.CharField(
        label=_("Chart number"),
        max_length=20,
        help_text=_("Only for somebody in the program whose hours are short. Never for guests."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class LinkForm(ActionForm):
    """Where the session is joined from afar."""

    address = forms.CharField(
        label=_("Address"),
        max_length=400,
        required=False,
        help_text=_("Begins with https://. Leave it empty to take the link away."),
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )


class CancelForm(ActionForm):
    """Why the session falls out."""

    reason = forms.ChoiceField(label=_("Why"), choices=list(CANCELLING.items()))
