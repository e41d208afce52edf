"""Forms of the portal: few questions, plain words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm

MOODS = [
    ("1", _("very low")),
    ("2", _("low")),
    ("3", _("so-so")),
    ("4", _("good")),
    ("5", _("very good")),
]
YES_NO = [("yes", _("Yes")), ("no", _("No"))]
USED = {"yes": True, "no": False}


class CheckInForm(ActionForm):
    """How it is right now. Nothing is required but one answer."""

    craving = forms.TypedChoiceField(
        label=_("How strong are cravings right now?"),
        choices=[(str(n), str(n)) for n in range(11)],
        widget=forms.RadioSelect,
        coerce=int,
        empty_value=None,
        required=False,
    )
    mood = forms.TypedChoiceField(
        label=_("How is your mood?"),
        choices=MOODS,
        widget=forms.RadioSelect,
        coerce=int,
        empty_value=None,
        required=False,
    )
    sleep_hours = forms.DecimalField(
        label=_("Hours of sleep last night"),
        required=False,
        min_value=0,
        max_value=24,
        max_digits=3,
        decimal_places=1,
    )
    used = forms.ChoiceField(
        label=_("Any use since your last check-in?"),
        choices=YES_NO,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("No one is sent away when they tell the truth."),
    )
    word = forms.CharField(
        label=_("Anything you want your counselor to know"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    in_danger = forms.BooleanField(
        label=_("I am in danger now, or I think of hurting myself or somebody"), required=False
    )
    wants_help = forms.BooleanField(label=_("I want somebody to call me"), required=False)


class SignatureForm(ActionForm):
    """The client's own name, typed, is their signature."""

    signer_name = forms.CharField(
        label=_("Your full name"),
        max_length=120,
        help_text=_("Typing your name signs this paper, as ink would."),
    )


class PlanWordsForm(ActionForm):
    """What the client thinks of their plan; words are needed unless it fits as it is."""

    about = forms.ChoiceField(label=_("This is about"), required=False)
    kind = forms.ChoiceField(
        label=_("What do you want to say?"),
        choices=[
            ("change", _("Please change it")),
            ("comment", _("I want to say something")),
            ("fits", _("It is right as it is")),
        ],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, steps: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["about"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("The whole plan")), *steps]


class RevocationForm(ActionForm):
    """The second of two taps."""
