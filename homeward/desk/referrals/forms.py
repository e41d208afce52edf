"""Forms of referrals: they read what was typed; only actions write."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.directory import words
from homeward.directory.models import Referral, Service
from homeward.directory.queries import services

PICKED_BY_STAFF = (
    "asked_for", "level_indicated", "home_not_safe", "withdrawal_risk", "medical_need",
    "mental_health_need", "no_seat", "payer", "distance", "step_down",
)  # fmt: skip
# Which option of a place answers a referral of a kind; a kind that is not named is offered all.
OPTION_OF = {
    Referral.Kind.DETOX: "detox",
    Referral.Kind.RESIDENTIAL: "residential",
    Referral.Kind.PARTIAL_HOSPITAL: "partial_hospital",
    Referral.Kind.INTENSIVE_OUTPATIENT: "intensive_outpatient",
    Referral.Kind.OUTPATIENT: "outpatient",
    Referral.Kind.MEDICATION: "medication",
    Referral.Kind.SOBER_LIVING: "sober_living",
}


def places_for(kind: str) -> list[Service]:
    """The places that offer what a referral of this kind needs, else all; by name."""
    rows = services()
    option = OPTION_OF.get(Referral.Kind(kind)) if kind in Referral.Kind.values else None
    fitting = [row for row in rows if option in row.options]
    return fitting or rows


class _PlaceForm(ActionForm):
    """A form with the places to choose from."""

    service = forms.ChoiceField(label=_("Place"), required=False)

    def __init__(self, *args: Any, places: list[Service], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(row.pk): row for row in places}
        named = [(key, f"{row.name} · {row.phone}") for key, row in self.places.items()]
        self.fields["service"].choices = [("", _("Not chosen yet")), *named]  # type: ignore[attr-defined]

    @property
    def place(self) -> Service | None:
        """After validation: the place that was chosen."""
        return self.places.get(self.cleaned_data["service"])


class ReferralForm(_PlaceForm):
    """To what, why, and by when."""

    kind = forms.ChoiceField(label=_("To what?"), choices=list(words.KINDS.items()))
    reason_code = forms.ChoiceField(
        label=_("Why?"), choices=[(code, words.REASONS[code]) for code in PICKED_BY_STAFF]
    )
    reason = forms.CharField(
        label=_("In a sentence"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    due = forms.DateTimeField(
        label=_("Known by"), required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        help_text=_("Left empty, the program's own number of hours is taken."),
    )  # fmt: skip
    field_order = ("kind", "service", "reason_code", "reason", "due")


class StepForm(_PlaceForm):
    """What was done, with whom, and on what footing."""

    step = forms.ChoiceField(label=_("What happened?"), choices=list(words.STEPS.items()))
    told = forms.ChoiceField(
        label=_("What was said about the person?"), choices=list(words.TOLD.items()),
        widget=forms.RadioSelect, initial="nothing",
    )  # fmt: skip
    spoke_with = forms.CharField(
        label=_("Whom did you speak with?"), max_length=120, required=False
    )
    at = forms.DateTimeField(
        label=_("When"), required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        help_text=_("Left empty, it is now."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Note"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    why_no_consent = forms.CharField(
        label=_("In an emergency: why they could not be asked first"), max_length=300,
        required=False, help_text=_("Unconscious, confused, no time…"),
    )  # fmt: skip
    field_order = ("step", "service", "told", "why_no_consent", "spoke_with", "at", "note")

    def happened(self, now: datetime) -> datetime:
        """After validation: when it was; a minute that is not over yet counts as now."""
        typed: datetime | None = self.cleaned_data["at"]
        if typed is None:
            return now
        minute = timezone.localtime(now).replace(second=0, microsecond=0)
        return now if typed == minute else typed


class EndForm(ActionForm):
    """What came of it."""

    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=list(words.OUTCOMES.items()), widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("In a sentence"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    discharged_elsewhere_on = forms.DateField(
        label=_("Discharged there on"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("If they have left the other place. Follow-up days are counted from it."),
    )  # fmt: skip
