"""The medical questions, their release, capacity to sign, and the interim plan."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.admissions.actions.screen_medically import LIMITS
from homeward.admissions.gating import ASKED, MEASURED
from homeward.core.forms import ActionForm
from homeward.desk.admissions import choices
from homeward.desk.admissions.forms.inquiry import yes_no


def site_time(text: str, zone: ZoneInfo) -> datetime:
    """A wall-clock time of the site as an instant; raises ValueError."""
    there = datetime.fromisoformat(text)
    return there if there.tzinfo else there.replace(tzinfo=zone)


class SiteTimeField(forms.CharField):
    """A day and a time at the site; the form that holds it knows the zone."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class GatesForm(ActionForm):
    """What the gates must know. Asked afresh every time, never filled in from before.

    What is told here and is no sign of the hour is carried into the interview; see
    `admissions.carrying.facts_of_gates`.
    """

    asks = {
        "confusion_or_seizure_now": "withdrawal",
        "intoxicated": "withdrawal",
        "last_drink_at": "use.last",
        "drank_or_sedatives_recently": "use.last",
        "seizure_or_delirium_history": "use.withdrawal_history",
        "daily_benzodiazepine": "medical.benzodiazepine_daily",
        "opioid_use": "withdrawal",
        "pregnant": "pregnancy",
        "pulse": "place.vitals",
        "systolic": "place.vitals",
        "temperature_f": "place.vitals",
        "oxygen": "place.vitals",
        "abnormal_vitals": "place.vitals",
        "note": None,
    }

    confusion_or_seizure_now = yes_no(_("Confused, or a seizure, now"))
    intoxicated = yes_no(_("Intoxicated now"))
    last_drink_at = SiteTimeField(label=_("Last drink"), required=False)
    drank_or_sedatives_recently = yes_no(_("Alcohol or sedatives in the last 7 days"))
    seizure_or_delirium_history = yes_no(_("Ever a withdrawal seizure or delirium"))
    daily_benzodiazepine = yes_no(_("Benzodiazepines every day"))
    opioid_use = yes_no(_("Uses opioids"))
    pregnant = yes_no(_("Pregnant"))
    pulse = forms.IntegerField(label=_("Pulse"), required=False)
    systolic = forms.IntegerField(label=_("Blood pressure, upper"), required=False)
    temperature_f = forms.DecimalField(
        label=_("Temperature, °F"), required=False, max_digits=4, decimal_places=1
    )
    oxygen = forms.IntegerField(label=_("Oxygen, %"), required=False)
    abnormal_vitals = yes_no(_("Vital signs look abnormal"))
    note = forms.CharField(
        label=_("What else was seen"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(zone)
        for name, (least, most) in LIMITS.items():
            field = self.fields[name]
            field.widget.attrs |= {"min": least, "max": most}

    def clean_last_drink_at(self) -> datetime | None:
        """The site's wall clock, as an instant."""
        text = self.cleaned_data["last_drink_at"]
        if not text:
            return None
        try:
            return site_time(text, self.zone)
        except ValueError as fault:
            raise forms.ValidationError(_("Enter a day and a time.")) from fault

    def told(self) -> dict[str, Any]:
        """As `screen_medically` wants it; "not asked" is None. Unreadable fields are left out."""
        data = self.cleaned_data
        found: dict[str, Any] = {"note": data.get("note", "")}
        for name in (*ASKED, *MEASURED):
            value = data.get(name)
            is_choice = isinstance(self.fields[name], forms.ChoiceField)
            found[name] = {"yes": True, "no": False}.get(value or "") if is_choice else value
        return found


class ReleaseForm(ActionForm):
    """How a hold ends, and on what evidence."""

    asks = dict.fromkeys(("ending", "examined_at", "evidence"))

    ending = forms.ChoiceField(
        label=_("What the evaluation came to"),
        choices=choices.HOLD_ENDINGS,
        widget=forms.RadioSelect,
    )
    examined_at = SiteTimeField(
        label=_("Examined"), required=False, help_text=_("Leave empty for now.")
    )
    evidence = forms.CharField(
        label=_("What was found"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Scores with their time, vital signs, papers of another clinic."),
    )

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(zone)

    def clean_examined_at(self) -> datetime | None:
        """The site's wall clock, as an instant."""
        text = self.cleaned_data["examined_at"]
        try:
            return site_time(text, self.zone) if text else None
        except ValueError as fault:
            raise forms.ValidationError(_("Enter a day and a time.")) from fault


class CapacityForm(ActionForm):
    """Whether somebody can decide and sign, as one named person saw it."""

    asks = dict.fromkeys(("has_capacity", "seen"))

    has_capacity = forms.ChoiceField(
        label=_("Can this person decide and sign now?"),
        choices=(("yes", _("Yes")), ("no", _("Not now"))),
        widget=forms.RadioSelect,
    )
    seen = forms.CharField(
        label=_("What you saw"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Speech, gait, orientation; can they say in their own words what they sign?"),
    )


class InterimPlanForm(ActionForm):
    """What holds from the day of admission until the full plan."""

    asks = dict.fromkeys(("first_services", "safety_steps"))

    first_services = forms.CharField(
        label=_("What begins, and when"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    safety_steps = forms.CharField(
        label=_("What keeps this person safe until then"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
