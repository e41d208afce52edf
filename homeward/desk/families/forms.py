"""The forms of this room."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.families import words

DAY = forms.DateInput(attrs={"type": "date"})
TIME = forms.TimeInput(attrs={"type": "time"})


class EndForm(ActionForm):
    """What was done about it; whoever sent it is told nothing."""

    disposition = forms.ChoiceField(label=_("What was done?"), choices=(), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("In a sentence"), required=False, max_length=600,
        help_text=_("Needed where somebody was called or told."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, endings: words.Words = words.DISPOSITIONS, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["disposition"].choices = [*endings.items()]  # type: ignore[attr-defined]


class PlaceForm(ActionForm):
    """Whom it is about."""

    client = forms.UUIDField()


class NightForm(ActionForm):
    """One evening for whoever wants to come."""

    title = forms.CharField(label=_("What is it called?"), max_length=80)
    about = forms.CharField(label=_("What happens there?"), max_length=300, required=False)
    place = forms.CharField(label=_("Where?"), max_length=120)
    on = forms.DateField(label=_("Day"), widget=DAY)
    starts = forms.TimeField(label=_("From"), widget=TIME)
    ends = forms.TimeField(label=_("Until"), widget=TIME)
    site = forms.ChoiceField(label=_("Site"))

    def __init__(self, *args: Any, sites: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["site"]
        choices.choices = [(str(row.pk), row.name) for row in sites]


class OffForm(ActionForm):
    """Nothing to fill in: it is called off."""


class AskForm(ActionForm):
    """What the client wants."""

    outcome = forms.ChoiceField(
        label=_("What does the client want?"),
        choices=[(code, label) for code, label in words.OUTCOMES.items() if code != "booked"],
        widget=forms.RadioSelect,
    )


class BookingForm(ActionForm):
    """A family session: who comes, with whom, when."""

    contacts = forms.MultipleChoiceField(
        label=_("Who comes?"), widget=forms.CheckboxSelectMultiple,
        help_text=_("Only people the client’s consent lets hear of it can be chosen."),
    )  # fmt: skip
    worker = forms.ChoiceField(label=_("With"))
    room = forms.ChoiceField(label=_("Room"), required=False)
    on = forms.DateField(label=_("Day"), widget=DAY)
    at = forms.TimeField(label=_("Time"), widget=TIME)

    def __init__(
        self, *args: Any, contacts: Any = (), workers: Any = (), rooms: Any = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["contacts"].choices = list(contacts)
        fields["worker"].choices = list(workers)
        fields["room"].choices = [("", _("no room")), *rooms]
