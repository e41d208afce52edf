"""What a client writes about daily life, meetings and milestones: asked for, never required."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.linkage import words as said

SEVERITIES = {
    "low": _("A little"),
    "moderate": _("Somewhat"),
    "high": _("A lot"),
    "urgent": _("I need help today or tomorrow"),
}


class HelpForm(ActionForm):
    """What the client wants help with, in their own words."""

    kind = forms.ChoiceField(
        label=_("What do you need help with?"), choices=[("", _("Choose…")), *said.NEEDS.items()]
    )
    severity = forms.ChoiceField(
        label=_("How much does it get in your way?"), choices=[*SEVERITIES.items()],
        widget=forms.RadioSelect, initial="moderate",
    )  # fmt: skip
    own_words = forms.CharField(
        label=_("In your own words"), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class WishForm(ActionForm):
    """Whether help is wanted with it now."""

    wants = forms.ChoiceField(choices=[("now", ""), ("later", ""), ("no", "")])


class MeetingForm(ActionForm):
    """One meeting; the kinds stand in no order of worth and none is chosen."""

    kind = forms.ChoiceField(
        label=_("What kind of meeting?"), choices=[*said.MEETINGS.items()], widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("Which day?"), widget=forms.DateInput(attrs={"type": "date"}))
    name = forms.CharField(label=_("Its name, if you like"), max_length=120, required=False)
    note = forms.CharField(
        label=_("A note for yourself"), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    is_shared = forms.BooleanField(
        label=_("Show this one to my team, with its name"), required=False
    )


class MeetingTurnForm(ActionForm):
    """Show an entry, take it back, or take it out of the log."""

    act = forms.ChoiceField(choices=[("show", ""), ("hide", ""), ("strike", "")])


class MilestoneForm(ActionForm):
    """Which milestone, where, under which name; nothing is chosen beforehand."""

    milestone = forms.ChoiceField(
        label=_("What would you like to celebrate?"),
        choices=[("", _("Choose…")), *said.MILESTONES.items()],
    )
    shown = forms.ChoiceField(
        label=_("Where?"), choices=[*said.SHOWN.items()], widget=forms.RadioSelect
    )
    name_shown = forms.CharField(
        label=_("The name to show"), max_length=40,
        help_text=_("A first name, a nickname or letters. Others in the room may read it."),
    )  # fmt: skip
    since_on = forms.DateField(
        label=_("Your own first day, if you count your own days"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip


class TakeBackForm(ActionForm):
    """Nothing to fill in."""
