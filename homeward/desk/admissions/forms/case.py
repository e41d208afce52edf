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


class BenefitsForm(ActionForm):
    """What the payer said."""

    asks = {
        "payer_code": "coverage.payer",
        "member_id": "coverage.member",
        # What the payer answered, not the client.
        **dict.fromkeys(
            ("is_covered", "is_in_network", "needs_authorization", "copay", "deductible_left",
             "days_limit", "reference")
        ),
    }  # fmt: skip
    filled = frozenset({"payer_code"})

    payer_code = forms.ChoiceField(label=_("Payer"))
    member_id = forms.CharField(label=_("Member number"), max_length=60, required=False)
    is_covered = forms.ChoiceField(
        label=_("Intensive outpatient covered"),
        choices=(("yes", _("Yes")), ("no", _("No"))),
        widget=forms.RadioSelect,
    )
    is_in_network = forms.BooleanField(label=_("In network"), required=False, initial=True)
    needs_authorization = forms.BooleanField(label=_("Authorization needed"), required=False)
    copay = forms.DecimalField(
        label=_("Copay a day, in dollars"),
        min_value=0,
        max_digits=8,
        decimal_places=2,
        required=False,
    )
    deductible_left = forms.DecimalField(
        label=_("Deductible left, in dollars"),
        min_value=0,
        max_digits=8,
        decimal_places=2,
        required=False,
    )
    days_limit = forms.IntegerField(
        label=_("Days covered"), min_value=0, max_value=999, required=False
    )
    reference = forms.CharField(label=_("Call reference"), max_length=60, required=False)

    def __init__(self, *args: Any, payers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["payer_code"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(each.code, each.name) for each in payers]

    def told(self) -> dict[str, Any]:
        """What the payer said, as `verify_benefits` wants it; money in cents."""
        data = self.cleaned_data
        return {
            "payer_code": data["payer_code"],
            "member_id": data["member_id"],
            "is_covered": data["is_covered"] == "yes",
            "is_in_network": data["is_in_network"],
            "needs_authorization": data["needs_authorization"],
            "copay_cents": int((data["copay"] or 0) * 100),
            "deductible_left_cents": int((data["deductible_left"] or 0) * 100),
            "days_limit": data["days_limit"],
            "reference": data["reference"],
        }
