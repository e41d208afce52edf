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
    """One of the open times with its clinician, or another time with a reason.

    Times are the site's. `openings` are (key, words) as the page offers them now.
    """

    OTHER = "other"
    asks = dict.fromkeys(("opening", "worker_id", "starts_at", "reason"))

    opening = forms.ChoiceField(
        label=_("Open times"), required=False, widget=forms.RadioSelect,
        error_messages={
            "invalid_choice": _("This time was taken meanwhile. Choose another.")
        },
    )  # fmt: skip
    worker_id = forms.ChoiceField(label=_("With, at another time"), required=False)
    starts_at = forms.CharField(
        label=_("Another day and time"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    reason = forms.CharField(
        label=_("Why another time"),
        required=False,
        max_length=200,
        help_text=_("Like: agreed by telephone, outside the usual hours."),
    )

    def __init__(self, *args: Any, openings: Any, workers: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(zone)
        self._fill("opening", [*openings, (self.OTHER, _("Another time, with a reason"))])
        self._fill("worker_id", [("", _("Choose")), *((str(w.pk), w.name) for w in workers)])
        self.initial.setdefault("opening", openings[0][0] if openings else self.OTHER)

    def _fill(self, name: str, options: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = options

    def clean_starts_at(self) -> datetime | None:
        """The site's wall clock, as an instant."""
        text = self.cleaned_data["starts_at"]
        if not text:
            return None
        try:
            there = datetime.fromisoformat(text)
        except ValueError as fault:
            raise forms.ValidationError(
                _("Enter a day and a time, like 2026-11-24T10:30.")
            ) from fault
        return there if there.tzinfo else there.replace(tzinfo=self.zone)

    def clean(self) -> dict[str, Any]:
        """An open time says with whom and when; another time needs all three."""
        data = super().clean() or {}
        chosen = data.get("opening") or self.OTHER
        if chosen != self.OTHER:
            worker, _at, start = chosen.partition("@")
            return {**data, "worker_id": worker, "reason": "",
                    "starts_at": datetime.fromisoformat(start)}  # fmt: skip
        for name, words in (
            ("worker_id", _("Choose with whom.")),
            ("starts_at", _("Enter a day and a time, like 2026-11-24T10:30.")),
            ("reason", _("Write why it is another time.")),
        ):
            if not data.get(name) and name not in self.errors and "opening" not in self.errors:
                self.add_error(name, words)
        return data


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
