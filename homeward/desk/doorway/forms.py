"""What is said at the desk before a card is made, a phone ended, a record opened."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.doorway import words


class IdentityForm(ActionForm):
    """How they were known. The number of a paper is asked nowhere."""

    seen = forms.MultipleChoiceField(
        label=_("What agreed with the record"),
        choices=[(each.value, capfirst(label)) for each, label in words.SEEN.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("At least two. Ask; do not read it to them."),
    )
    paper = forms.ChoiceField(
        label=_("Kind of paper"),
        choices=[
            ("", _("No paper")),
            *((each.value, capfirst(said)) for each, said in words.PAPERS.items()),
        ],
        required=False,
        help_text=_("Its number is not written down."),
    )


class LostForm(IdentityForm):
    """Which phones are gone."""

    field_order = ("devices", "seen", "paper")
    devices = forms.MultipleChoiceField(
        label=_("What is lost"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, devices: Iterable[tuple[str, Any]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["devices"]
        field.choices = list(devices)
        field.initial = [each for each, _label in field.choices]
        if not field.choices:
            del self.fields["devices"]


class InvitationForm(IdentityForm):
    """A relative, invited by the client who sits here; or an officer."""

    is_client_present = forms.BooleanField(
        label=_("The client sits here and asks for it"),
        help_text=_("Without the client nobody invites a relative, and no relative themselves."),
    )

    def __init__(self, *args: Any, is_officer: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_officer:
            del self.fields["is_client_present"]


class EndForm(ActionForm):
    """Why nobody comes in any more."""

    ending = forms.ChoiceField(
        label=_("Why"),
        choices=[(each.value, label) for each, label in words.ENDINGS.items()],
        widget=forms.RadioSelect,
    )
