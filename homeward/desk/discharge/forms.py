"""Forms of the discharge room."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.accounts.confirming import SigningForm
from homeward.core.forms import ActionForm
from homeward.desk.reviews.forms import rated_dimensions
from homeward.progress import words
from homeward.progress.actions import Closing

RATINGS = [(str(n), str(n)) for n in range(5)]
KINDS = (
    ("level_1", _("Outpatient counseling")), ("continuing_care_group", _("Continuing care group")),
    ("otp_obot", _("Medication program")), ("residential", _("Residential program")),
    ("medical", _("Medical")), ("other", _("Other")),
)  # fmt: skip
FOLLOW_UP_FACTS = (
    ("any_use_30d", _("Any use in the last 30 days")), ("employed", _("Working")),
    ("housed", _("Has a home")), ("arrested_30d", _("Arrested in the last 30 days")),
    ("in_care", _("In care somewhere")),
)  # fmt: skip
YES_NO = (("", _("Not asked or not answered")), ("yes", _("Yes")), ("no", _("No")))
HOURS = [(str(hour), f"{hour}:00") for hour in range(7, 23)]


def day_field(label: Any, help_text: Any = "", required: bool = False) -> forms.DateField:
    """A day as every form of the room asks for it."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class DischargeForm(SigningForm):
    """What the counselor adds to what the record already says, and what of it they edit."""

    type = forms.ChoiceField(
        label=_("Kind of discharge"), choices=list(words.DISCHARGE_TYPES.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip
    last_contact_on = day_field(
        _("Last contact"),
        _("The last day the client was seen. It may lie before the discharge."),
        required=True,
    )
    reason = forms.CharField(label=_("Cause"), max_length=300, required=False)
    team_decided_on = day_field(
        _("Team decision"),
        _("Only for lost to contact: the day on which the team decided."),
    )
    referred_to = forms.CharField(
        label=_("Referred or transferred to"), max_length=120, required=False
    )
    presenting = forms.CharField(label=_("Presenting problem"), max_length=300, required=False)
    narrative = forms.CharField(
        label=_("Course of care"), widget=forms.Textarea(attrs={"rows": 6}), max_length=6000,
        help_text=_("What was worked on, what changed, what is still open."),
    )  # fmt: skip
    medications = forms.CharField(
        label=_("Medications at discharge"), widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000, required=False,
    )  # fmt: skip
    diagnoses = forms.CharField(label=_("Diagnoses"), max_length=300, required=False)
    prognosis = forms.CharField(label=_("Prognosis"), max_length=200, required=False)
    recommendations = forms.CharField(
        label=_("Recommendations"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000,
        required=False,
    )  # fmt: skip
    naloxone = forms.ChoiceField(
        label=_("Naloxone"), choices=list(words.NALOXONE.items()), required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    naloxone_lot = forms.CharField(
        label=_("Lot of the kit"), max_length=40, required=False,
        help_text=_("When you hand one over now. It is kept with the medicines."),
    )  # fmt: skip
    naloxone_expires_on = day_field(_("Kit good until"))
    naloxone_shown = forms.BooleanField(label=_("I showed how to use it"), required=False)
    contact_consent = forms.BooleanField(
        label=_("The client agrees to be called afterwards"), required=False
    )
    contact_channel = forms.ChoiceField(
        label=_("How"), choices=list(words.CONTACT_CHANNELS.items()), required=False
    )
    contact_address = forms.CharField(
        label=_("Number or address"), max_length=200, required=False,
        help_text=_("Empty: the one in the record."),
    )  # fmt: skip
    contact_from = forms.ChoiceField(
        label=_("Safe from"), choices=HOURS, initial="9", required=False
    )
    contact_until = forms.ChoiceField(
        label=_("Safe until"), choices=HOURS, initial="20", required=False
    )
    contact_message = forms.BooleanField(
        label=_("A message may be left, without treatment words"), required=False
    )

    def __init__(
        self, *args: Any, told: Mapping[str, Any] | None = None,
        objectives: Sequence[Mapping[str, str]] = (), edition: str = "3", **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for name, value in (told or {}).items():
            self.fields[name].initial = value
        self._rated = [str(number) for number, _name in rated_dimensions(edition)]
        for number, name in rated_dimensions(edition):
            self.fields[f"rating_{number}"] = forms.ChoiceField(
                label=f"{number} · {name}", choices=RATINGS, required=False,
                widget=forms.RadioSelect,
            )  # fmt: skip
        self._objectives = [row["id"] for row in objectives]
        for row in objectives:
            self.fields[f"state_{row['id']}"] = forms.ChoiceField(
                label=f"{row['number']} {row['statement']}",
                choices=list(words.OBJECTIVE_STATES.items()),
                initial=row["state"],
                required=False,
            )
            self.fields[f"words_{row['id']}"] = forms.CharField(
                label=_("In a sentence"), max_length=300, required=False
            )

    @property
    def ratings(self) -> list[Any]:
        """The rating fields in order."""
        return [self[f"rating_{number}"] for number in self._rated]

    @property
    def objectives(self) -> list[Any]:
        """The fields of each objective in order."""
        return [self[f"{part}_{key}"] for key in self._objectives for part in ("state", "words")]

    @property
    def closing(self) -> Closing:
        """After validation: what the action takes."""
        data = self.cleaned_data
        same = (
            "type", "last_contact_on", "narrative", "reason", "presenting", "prognosis",
            "recommendations", "referred_to", "naloxone", "naloxone_lot", "naloxone_expires_on",
            "naloxone_shown", "medications", "diagnoses", "team_decided_on", "contact_consent",
        )  # fmt: skip
        return Closing(
            **{name: data[name] for name in same},
            contact=self._contact() if data["contact_consent"] else {},
            ratings={n: int(data[f"rating_{n}"]) for n in self._rated if data[f"rating_{n}"]},
            objective_states=self._said("state"),
            objective_words=self._said("words"),
        )

    def _said(self, part: str) -> dict[str, str]:
        said = {key: self.cleaned_data.get(f"{part}_{key}", "") for key in self._objectives}
        return {key: value for key, value in said.items() if value}

    def _contact(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "channel": data["contact_channel"] or "call",
            "address": data["contact_address"].strip(),
            "from_hour": int(data["contact_from"] or 9),
            "until_hour": int(data["contact_until"] or 20),
            "may_leave_message": data["contact_message"],
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = int(data.get("contact_from") or 9), int(data.get("contact_until") or 20)
        if data.get("contact_consent") and first >= last:
            self.add_error("contact_until", _("The last hour comes after the first."))
        return data


class AmendForm(SigningForm):
    """Something to add to a signed summary."""

    part = forms.ChoiceField(label=_("What it is about"), choices=list(words.AMENDED_PARTS.items()))
    words = forms.CharField(
        label=_("What is added"), widget=forms.Textarea(attrs={"rows": 4}), max_length=3000,
        help_text=_("The signed summary stays as it is; this stands visibly beside it."),
    )  # fmt: skip
    why = forms.CharField(label=_("Why now"), max_length=200)


class AppointmentForm(ActionForm):
    """A real appointment."""

    kind = forms.ChoiceField(label=_("What kind"), choices=KINDS)
    with_whom = forms.CharField(label=_("With whom"), max_length=120, required=False)
    place = forms.CharField(label=_("Where"), max_length=120, required=False)
    at = forms.DateTimeField(
        label=_("When"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    confirmed_by = forms.CharField(
        label=_("Confirmed by"), max_length=120, required=False,
        help_text=_("Who there said yes. Without that it is not booked."),
    )  # fmt: skip


class SettleForm(ActionForm):
    """What became of an appointment."""

    kept = forms.ChoiceField(
        label=_("What came of it?"),
        choices=(("yes", _("Kept")), ("no", _("Missed"))),
        widget=forms.RadioSelect,
    )
    told_by = forms.ChoiceField(label=_("How we know"), choices=list(words.TOLD_BY.items()))


class PhaseForm(ActionForm):
    """Another phase of the same level."""

    phase = forms.ChoiceField(label=_("Phase"), widget=forms.RadioSelect)
    from_day = forms.DateField(
        label=_("From which day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(label=_("Why"), max_length=60)

    def __init__(self, *args: Any, phases: Sequence[Any], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["phase"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (str(phase.pk), f"{phase.name} · {phase.weekly_minutes / 60:g} h") for phase in phases
        ]
        self.fields["from_day"].initial = today
