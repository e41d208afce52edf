"""The forms of the rules page: my answer, and my appeal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm


class AnswerForm(ActionForm):
    """What I say to a talk or a note."""

    stance = forms.ChoiceField(
        label=_("What do you say to it?"),
        choices=[
            ("agrees", _("I agree")),
            ("partly", _("I agree with some of it")),
            ("disagrees", _("I do not agree")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In your own words"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class AppealForm(ActionForm):
    """I ask that somebody else looks at it."""

    words = forms.CharField(
        label=_("What should they look at?"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
