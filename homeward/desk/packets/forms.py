"""Forms of the packet. None asks for a fact about the client's health or life."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.accounts.confirming import OneHere, SigningForm
from homeward.core.forms import ActionForm

RIGHTS = [
    ("court", _("A court named them: they sign in the client's place")),
    ("parent", _("Parent or legal guardian of a minor: they sign beside the client")),
]
CODE_GIVEN = [
    ("spoken", _("I say the code aloud, here or on the telephone")),
    ("paper", _("I hand the code over on paper")),
]


class GuardianForm(ActionForm):
    """Who signs in the client's place or beside them, by what right, and how that is known."""

    asks: ClassVar[Mapping[str, str | None]] = {
        "guardian": None, "right": None, "relation": None, "paper": None,
    }  # fmt: skip
    # The client signs where nobody is chosen; on a page of its own somebody must be.
    may_be_nobody: ClassVar[bool] = False

    guardian = forms.ChoiceField(label=_("Who"), required=False)
    right = forms.ChoiceField(
        label=_("By what right"), required=False, widget=forms.RadioSelect, choices=RIGHTS,
        initial="court",
    )  # fmt: skip
    relation = forms.CharField(
        label=_("What they are to the client"), max_length=60, required=False,
        help_text=_("Mother, uncle, guardian named by the court…"),
    )  # fmt: skip
    paper = forms.CharField(
        label=_("How you know"), max_length=200, required=False,
        help_text=_("Court, docket and day of the order you saw; or the paper a parent showed."),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["guardian"]
        first = ("", _("The client")) if self.may_be_nobody else ("", _("Choose…"))
        chosen.choices = [first] + [
            (str(each.pk), f"{each.name}, {each.relation}".rstrip(", ")) for each in people
        ]
        if not self.may_be_nobody:
            for name in self.asks:
                self.fields[name].required = True
            chosen.error_messages["required"] = _("Choose who signs.")

    def clean(self) -> dict[str, Any]:
        """Somebody who signs for another comes with the right they sign by."""
        told = super().clean() or self.cleaned_data
        if not told.get("guardian"):
            return told
        for name in ("right", "relation", "paper"):
            if not told.get(name) and name not in self.errors:
                self.add_error(name, _("This is kept with their signature."))
        return told


class PrepareForm(GuardianForm):
    """Opening a packet; a guardian is chosen from the client's people where one signs."""

    may_be_nobody = True


class RefusalForm(ActionForm):
    """Why a paper is not signed, in the client's words."""

    asks: ClassVar[Mapping[str, str | None]] = {"reason": None}

    reason = forms.CharField(
        label=_("Why, in the client's words"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LinkForm(ActionForm):
    """Whose phone it is for, and how the code reaches them; never the way the link does."""

    asks: ClassVar[Mapping[str, str | None]] = {"code_given": None, "who": None}

    who = forms.ChoiceField(label=_("For whom"), widget=forms.RadioSelect, initial="client")

    code_given = forms.ChoiceField(
        label=_("How do they get the code?"), choices=CODE_GIVEN, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, guardian: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not guardian:
            del self.fields["who"]
            return
        chosen: Any = self.fields["who"]
        chosen.choices = [("client", _("The client")), ("guardian", guardian)]


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
        required=False,
        help_text=_(
            "Eight letters and digits at the foot of the sheet. Leave it empty to have it read "
            "from the picture."
        ),
    )
    signer_name = forms.CharField(label=_("Name as signed"), max_length=120)
    written_on = forms.DateField(
        label=_("Date written beside it"), widget=forms.DateInput(attrs={"type": "date"})
    )


class OfferAgainForm(ActionForm):
    """Nothing is asked: a button."""

    asks: ClassVar[Mapping[str, str | None]] = {}


class HandOverTabletForm(SigningForm):
    """Who hands the tablet over says who they are: what is signed on it counts as the client's."""

    asks: ClassVar[Mapping[str, str | None]] = {"password": None}

    password = forms.CharField(
        label=_("Your password, to hand it over"),
        error_messages={"required": _("Enter your password again to hand the tablet over.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class TakeBackForm(ActionForm):
    """Taking the tablet back needs the password of whoever handed it over."""

    asks: ClassVar[Mapping[str, str | None]] = {"password": None}

    password = forms.CharField(
        label=_("Staff password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, account: OneHere, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_password(self) -> str:
        """The password of the account that is signed in; too many wrong ones are held back."""
        typed = str(self.cleaned_data["password"])
        if not self.account.check_password(typed):
            raise forms.ValidationError(self.account.refusal)
        return typed
