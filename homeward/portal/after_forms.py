"""Forms of the page after care."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm

HOURS = [(str(hour), f"{hour}:00") for hour in range(7, 23)]


class TouchForm(ActionForm):
    """Whether and how we may be in touch when care has ended."""

    may_contact = forms.ChoiceField(
        label=_("May we ask how you are when care has ended?"),
        choices=(("yes", _("Yes")), ("no", _("No"))),
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(
        label=_("How"),
        choices=(("call", _("Call me")), ("text", _("Text me")), ("letter", _("Write a letter")),
                 ("page", _("Only on this page"))),
    )  # fmt: skip
    address = forms.CharField(
        label=_("Number or address"), max_length=200, required=False,
        help_text=_("Leave it empty to use the number we have."),
    )  # fmt: skip
    from_hour = forms.ChoiceField(label=_("Safe from"), choices=HOURS, initial="9")
    until_hour = forms.ChoiceField(label=_("Safe until"), choices=HOURS, initial="20")
    may_leave_message = forms.BooleanField(label=_("You may leave a plain message"), required=False)

    @property
    def values(self) -> dict[str, Any]:
        """After validation: what the action takes."""
        data = self.cleaned_data
        return {
            "may_contact": data["may_contact"] == "yes",
            "channel": data["channel"],
            "address": data["address"],
            "from_hour": int(data["from_hour"]),
            "until_hour": int(data["until_hour"]),
            "may_leave_message": data["may_leave_message"],
        }


class JoinForm(ActionForm):
    """One's own name under the alumni paper."""

    signer_name = forms.CharField(label=_("Type your full name"), max_length=120)


class LeaveForm(ActionForm):
    """Out, without a word."""
