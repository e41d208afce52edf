"""Forms of an administrative case, one a safeguard."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.discharge.forms import day_field
from homeward.progress import words
from homeward.progress.rules.administrative import TYPED

YES_NO = (("yes", _("Yes")), ("no", _("No")))
HOW_TOLD = (
    ("in_person", _("In person")), ("letter", _("By letter")), ("portal", _("On their page")),
    ("phone", _("By phone, and by letter after")),
)  # fmt: skip


class OpenCaseForm(ActionForm):
    """The ground, the cause, and the question that keeps return to use out of it."""

    ground = forms.ChoiceField(
        label=_("Ground"), choices=list(words.GROUNDS.items()), widget=forms.RadioSelect,
        help_text=_("A closed list. Return to use is not on it and never will be."),
    )  # fmt: skip
    cause = forms.CharField(
        label=_("What happened"), widget=forms.Textarea(attrs={"rows": 4}), max_length=3000
    )
    stands_without_use = forms.ChoiceField(
        label=_("Would you consider this if there had been no use and no positive test?"),
        choices=YES_NO, widget=forms.RadioSelect,
    )  # fmt: skip

    @property
    def values(self) -> dict[str, Any]:
        """After validation: what the action takes."""
        data = self.cleaned_data
        return {
            "ground": data["ground"],
            "cause": data["cause"],
            "stands_without_use": data["stands_without_use"] == "yes",
        }


class StepForm(ActionForm):
    """Something that was done before."""

    steps = forms.ChoiceField(
        label=_("What was done"),
        choices=[(kind, words.CASE_STEPS[kind]) for kind in TYPED],
        help_text=_("Steps of the response ladder are read from the conduct page by themselves."),
    )
    on = day_field(_("On which day"), required=True)
    words = forms.CharField(label=_("In a few words"), max_length=200)


class SafetyForm(ActionForm):
    """A clinician's look at safety."""

    finding = forms.CharField(
        label=_("What leaving means for this person’s safety"),
        widget=forms.Textarea(attrs={"rows": 4}), max_length=3000,
        help_text=_("Overdose, withdrawal, suicide, housing, medication that must not stop."),
    )  # fmt: skip


class ReferralForm(ActionForm):
    """Care elsewhere."""

    to = forms.CharField(label=_("Where"), max_length=120)
    answer = forms.ChoiceField(
        label=_("What the person said"), choices=list(words.REFERRAL_ANSWERS.items())
    )


class NoticeForm(ActionForm):
    """The written notice."""

    how = forms.ChoiceField(label=_("How it was given"), choices=HOW_TOLD)


class AnswerForm(ActionForm):
    """What the person says."""

    appeal = forms.ChoiceField(
        label=_("What the person says"),
        choices=(("appealed", _("They appeal")), ("no_appeal", _("They make no appeal"))),
        widget=forms.RadioSelect,
    )
    reply = forms.CharField(
        label=_("In their words"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000,
        required=False,
    )  # fmt: skip


class AppealForm(ActionForm):
    """The decision about an appeal."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=(("overturned", _("Care goes on")), ("upheld", _("The discharge stands"))),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}), max_length=300
    )


class DropForm(ActionForm):
    """It does not come to a discharge."""


FORMS: dict[str, type[ActionForm]] = {
    "step": StepForm,
    "safety": SafetyForm,
    "referral": ReferralForm,
    "notice": NoticeForm,
    "answer": AnswerForm,
    "appeal": AppealForm,
    "drop": DropForm,
}
