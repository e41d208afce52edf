"""What a relative writes on their own pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.families import words
from homeward.families.actions.nights import MOST_PEOPLE
from homeward.families.actions.own import LONGEST


def _lines(label: object, help_text: object = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=LONGEST,  # type: ignore[arg-type]
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )  # fmt: skip


class ReadForm(ActionForm):
    """Nothing to fill in: I read it."""


class OwnPlanForm(ActionForm):
    """A plan for oneself; every part may stay empty."""

    what_helps = _lines(_("What keeps me well"), _("Sleep, food, a walk, friends, faith, a group."))
    my_limits = _lines(_("My limits"), _("What I will do and will not do. Start with “I will”."))
    my_signs = _lines(_("How I know that I am worn out"))
    my_people = _lines(_("Whom I can call"), _("Names and numbers. Only you can read this."))
    in_danger = _lines(
        _("What I do when it is not safe"), _("Where I go, who comes with me, what I take.")
    )


class NightForm(ActionForm):
    """I come, with how many, or I do not."""

    answer = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
    people = forms.IntegerField(
        label=_("How many of you?"), min_value=1, max_value=MOST_PEOPLE, required=False, initial=1
    )


class AnswersForm(forms.Form):
    """A question to what the program has published; it is kept nowhere."""

    question = forms.CharField(
        label=_("Your question"), max_length=200,
        help_text=_("A few words, such as “visits” or “phones”. It is not kept."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class SessionForm(ActionForm):
    """Ask for a talk together with a counselor."""

    how = forms.ChoiceField(
        label=_("How could you join?"), choices=[*words.HOWS.items()],
        widget=forms.RadioSelect, initial="here",
    )  # fmt: skip
    words = forms.CharField(
        label=_("What would you like to talk about?"), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )  # fmt: skip
