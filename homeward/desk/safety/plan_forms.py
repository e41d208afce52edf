"""Writing a safety plan with the client, part by part, one line each; and agreeing to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.accounts.confirming import SignedHereForm
from homeward.core.forms import ActionForm
from homeward.desk.safety.plan_words import SECTIONS
from homeward.safety.rules.plan import WITH_NUMBER, Line, Parts, line_from


class PlanForm(ActionForm):
    """One field a part."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, (title, help_words) in SECTIONS.items():
            more = _("One line each. A number to call goes at the end of the line.")
            self.fields[code] = forms.CharField(
                label=str(title),
                help_text=str(more if code in WITH_NUMBER else help_words),
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def parts(self) -> Parts:
        """After validation: the parts as the action wants them."""
        return {
            code: tuple(
                line_from(line) if code in WITH_NUMBER else Line(" ".join(line.split()))
                for line in self.cleaned_data[code].splitlines()
                if line.strip()
            )
            for code in SECTIONS
        }


def typed_from(parts: Parts) -> dict[str, str]:
    """The parts as they were typed, to go on writing."""
    return {
        code: "\n".join(f"{each.text} {each.phone}".strip() for each in lines)
        for code, lines in parts.items()
    }


class AgreeForm(SignedHereForm):
    """The client's own name under what they read."""

    signer_name = forms.CharField(
        label=_("The client writes their name"), max_length=120, required=False
    )
    declined_because = forms.CharField(
        label=_("Or why they keep it without a name"), max_length=160, required=False
    )
    read_hash = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


class LookedAtForm(ActionForm):
    """The plan was gone through and still fits."""

    words = forms.CharField(label=_("What was said about it"), max_length=160, required=False)


class StartForm(ActionForm):
    """Why a new version is begun."""

    why = forms.CharField(label=_("Why a new version"), max_length=160, required=False)


FIELDS = {
    "safety_name_of_another": "signer_name",
    "safety_reason_missing": "declined_because",
    **{f"plan_needs_{code}": code for code in SECTIONS},
}
