"""The small forms on the page of one inquiry."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.admissions.models import AssessmentVisit
from homeward.core.forms import ActionForm
from homeward.desk.admissions import choices


class ContactForm(ActionForm):
    """How a call back ended."""

    asks = {"outcome": None}

    outcome = forms.ChoiceField(
        label=_("The call ended"), choices=choices.OUTCOME_CHOICES, widget=forms.RadioSelect
    )


class ClosingForm(ActionForm):
    """How and why an inquiry ends."""

    asks = dict.fromkeys(("outcome", "reason", "referred_to"))

    outcome = forms.ChoiceField(
        label=_("It ends as"), choices=choices.ENDING_CHOICES, widget=forms.RadioSelect
    )
    reason = forms.ChoiceField(label=_("Why"), choices=choices.CLOSING_CHOICES)
    referred_to = forms.CharField(label=_("Referred to"), max_length=120, required=False)


class AppointmentForm(ActionForm):
    """With whom and when; the time is the site's."""

    asks = dict.fromkeys(("worker_id", "starts_at"))

    worker_id = forms.ChoiceField(label=_("With"))
    starts_at = forms.CharField(
        label=_("Day and time"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, workers: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(zone)
        field = self.fields["worker_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(each.pk), each.name) for each in workers]

    def clean_starts_at(self) -> datetime:
        """The site's wall clock, as an instant."""
        try:
            there = datetime.fromisoformat(self.cleaned_data["starts_at"])
        except ValueError as fault:
            raise forms.ValidationError(
                _("Enter a day and a time, like 2026-11-24T10:30.")
            ) from fault
        return there if there.tzinfo else there.replace(tzinfo=self.zone)


class MissedForm(ActionForm):
    """What became of an appointment nobody kept."""

    asks = {"state": None}

    state = forms.ChoiceField(
        label=_("What happened"),
        choices=(
            (AssessmentVisit.State.NO_SHOW, _("Did not come")),
            (AssessmentVisit.State.CANCELLED, _("Called it off")),
        ),
        widget=forms.RadioSelect,
    )
