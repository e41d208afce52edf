"""A signature in ink, and who gets the tablet."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.consents.refusal_words import REFUSALS
from homeward.consents.signers import Side
from homeward.consents.signing_page import ConsentSignatureForm
from homeward.desk.packets.forms import HandOverTabletForm

CLIENT = "client"


class SideForm(HandOverTabletForm):
    """Who signs: the client or one of their guardians."""

    who = forms.ChoiceField(label=_("Who signs"), widget=forms.RadioSelect)
    field_order = ("who", "password")

    def __init__(self, *args: Any, sides: Sequence[Side], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_sides(self.fields["who"], sides)

    @property
    def guardianship_id(self) -> UUID | None:
        """After validation: by which right; None is the client."""
        return right_chosen(self.cleaned_data["who"])


class InkForm(ConsentSignatureForm):
    """What stands on the sheet, and where the sheet is kept."""

    who = forms.ChoiceField(label=_("Whose name stands on it"), widget=forms.RadioSelect)
    written_on = forms.DateField(
        label=_("Date written beside it"), widget=forms.DateInput(attrs={"type": "date"})
    )
    kept_at = forms.CharField(
        label=_("Where the sheet is kept"), max_length=120,
        help_text=_("Folder and place, so that it is found again."),
    )  # fmt: skip
    field_order = ("who", "signer_name", "written_on", "kept_at", "copy_given", "witness")

    def __init__(self, *args: Any, sides: Sequence[Side], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["signer_name"].label = _("Name as signed")
        self.fields["witness"].label = _("I saw them sign")
        offer_sides(self.fields["who"], sides)

    def clean_written_on(self) -> date:
        """A signature lies behind, never ahead."""
        day: date = self.cleaned_data["written_on"]
        if day > self.today:
            raise forms.ValidationError(REFUSALS["written_ahead"])
        return day

    @property
    def guardianship_id(self) -> UUID | None:
        """After validation: by which right; None is the client."""
        return right_chosen(self.cleaned_data["who"])


def offer_sides(field: forms.Field, sides: Sequence[Side]) -> None:
    """The choice among those who may sign now; where it is one, it is made."""
    assert isinstance(field, forms.ChoiceField)
    field.choices = [
        (str(each.guardianship_id or CLIENT), ", ".join(filter(None, (each.name, each.relation))))
        for each in sides
    ]
    if len(sides) == 1:
        field.initial = field.choices[0][0]


def right_chosen(choice: str) -> UUID | None:
    """The guardianship behind a choice; None is the client."""
    return None if choice == CLIENT else UUID(choice)
