"""Forms of the packet. None asks for a fact about the client's health or life."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm

CODE_GIVEN = [
    ("spoken", _("I say the code aloud, here or on the telephone")),
    ("paper", _("I hand the code over on paper")),
]


class PrepareForm(ActionForm):
    """Opening a packet; a court's guardian is chosen from the client's people."""

    asks: ClassVar[Mapping[str, str | None]] = {"guardian": None}

    guardian = forms.ChoiceField(
        label=_("Who signs for the client"),
        required=False,
        help_text=_("Only where a court named a guardian. Otherwise the client signs."),
    )

    def __init__(self, *args: Any, people: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["guardian"]
        chosen.choices = [("", _("The client"))] + [
            (str(each.pk), f"{each.name}, {each.relation}".rstrip(", ")) for each in people
        ]


class RefusalForm(ActionForm):
    """Why a paper is not signed, in the client's words."""

    asks: ClassVar[Mapping[str, str | None]] = {"reason": None}

    reason = forms.CharField(
        label=_("Why, in the client's words"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LinkForm(ActionForm):
    """How the code reaches the client; never the way the link does."""

    asks: ClassVar[Mapping[str, str | None]] = {"code_given": None}

    code_given = forms.ChoiceField(
        label=_("How does the client get the code?"), choices=CODE_GIVEN, widget=forms.RadioSelect
    )


class ScanForm(ActionForm):
    """The sheet as it came back, and what is read from it."""

    asks: ClassVar[Mapping[str, str | None]] = {
        "code": None,
        "sheet": None,
        "signer_name": None,
        "written_on": None,
    }

    sheet = forms.FileField(
        label=_("The scanned sheet"),
        help_text=_("A JPEG, PNG or PDF, at most 10 megabytes and 20 pages."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,application/pdf"}),
    )
    code = forms.CharField(
        label=_("Sheet code"),
        max_length=12,
        help_text=_("Eight letters and digits at the foot of the sheet."),
    )
    signer_name = forms.CharField(label=_("Name as signed"), max_length=120)
    written_on = forms.DateField(
        label=_("Date written beside it"), widget=forms.DateInput(attrs={"type": "date"})
    )


class HandOverForm(ActionForm):
    """Nothing is asked: the button hands the tablet over."""

    asks: ClassVar[Mapping[str, str | None]] = {}


class TakeBackForm(ActionForm):
    """Taking the tablet back needs the password of whoever handed it over."""

    asks: ClassVar[Mapping[str, str | None]] = {"password": None}

    password = forms.CharField(
        label=_("Staff password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, account: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_password(self) -> str:
        """The password of the account that is signed in."""
        typed = str(self.cleaned_data["password"])
        if self.account is None or not self.account.check_password(typed):
            raise forms.ValidationError(_("This is not your password."))
        return typed
