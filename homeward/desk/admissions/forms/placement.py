"""Rating the dimensions."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.admissions.forms.levels import level_choices

YES_NO = (("true", _("Yes")), ("false", _("No")), ("unknown", _("Not known")))
SUICIDE_RISKS = (
    ("", _("Not known")),
    ("none", _("None")),
    ("low", _("Low")),
    ("moderate", _("Moderate")),
    ("high", _("High")),
    ("imminent", _("Imminent")),
)
NUMBERS: dict[str, tuple["str | Promise", int]] = {
    "ciwa_ar": (_("CIWA-Ar score"), 67),
    "cows": (_("COWS score"), 48),
    "hours_since_last_drink": (_("Hours since the last drink"), 9999),
    "outpatient_attempts_last_year": (_("Times in outpatient care in the last year"), 366),
    "can_attend_hours_week": (_("Hours a week they can come"), 168),
}
YES_NO_FACTS: dict[str, "str | Promise"] = {
    "intoxicated_now": _("Intoxicated now"),
    "confusion_or_seizure_now": _("Confusion or a seizure now"),
    "seizure_or_delirium_history": _("Withdrawal seizures or delirium before"),
    "drinking_or_sedatives_last_7_days": _("Drinking or sedatives in the last 7 days"),
    "daily_benzodiazepine": _("Benzodiazepines every day"),
    "opioid_use": _("Uses opioids"),
    "pregnant": _("Pregnant"),
    "abnormal_vitals": _("Vital signs outside the normal range"),
    "unstable_medical": _("A medical condition that is not stable"),
    "psychosis_unmanaged": _("Psychosis without treatment"),
    "safe_living": _("A safe place to live"),
    "sober_support": _("Somebody sober to lean on"),
    "court_ordered_residential": _("A court ordered residential care"),
}
BY_DIMENSION: dict[str, dict[int, tuple[str, ...]]] = {
    "3": {
        1: (
            "ciwa_ar", "hours_since_last_drink", "intoxicated_now", "confusion_or_seizure_now",
            "seizure_or_delirium_history", "drinking_or_sedatives_last_7_days",
            "daily_benzodiazepine", "opioid_use", "cows",
        ),
        2: ("pregnant", "abnormal_vitals", "unstable_medical"),
        3: ("suicide_risk", "psychosis_unmanaged"),
        4: ("prefers", "court_ordered_residential"),
        5: ("outpatient_attempts_last_year", "step_down_from"),
        6: ("safe_living", "sober_support", "can_attend_hours_week"),
    },
    "4": {
        1: (
            "ciwa_ar", "hours_since_last_drink", "intoxicated_now", "confusion_or_seizure_now",
            "seizure_or_delirium_history", "drinking_or_sedatives_last_7_days",
            "daily_benzodiazepine", "opioid_use", "cows",
        ),
        2: ("pregnant", "abnormal_vitals", "unstable_medical"),
        3: ("suicide_risk", "psychosis_unmanaged"),
        4: ("outpatient_attempts_last_year", "step_down_from"),
        5: ("safe_living", "sober_support"),
        6: ("prefers", "can_attend_hours_week", "court_ordered_residential"),
    },
}  # fmt: skip
# What each fact asks about the client. The interview answers most of it; what is asked afresh
# arrives here from the same sitting only, never from an earlier day.
FACT_ASKS = {
    "ciwa_ar": "measure.ciwa_ar",
    "cows": "measure.cows",
    "hours_since_last_drink": "use.last_drink_hours",
    "intoxicated_now": "status.alertness",
    "confusion_or_seizure_now": "status.alertness",
    "seizure_or_delirium_history": "use.withdrawal_history",
    "drinking_or_sedatives_last_7_days": "use.last",
    "daily_benzodiazepine": "medical.benzodiazepine_daily",
    "opioid_use": "use.substances",
    "pregnant": "pregnancy",
    "abnormal_vitals": "place.vitals",
    "unstable_medical": "place.stable",
    "suicide_risk": "risk.suicide",
    "psychosis_unmanaged": "risk.psychosis",
    "prefers": "place.wish",
    "court_ordered_residential": "legal.ordered",
    "outpatient_attempts_last_year": "treatment.outpatient_last_year",
    "step_down_from": "treatment.coming_from",
    "safe_living": "home.safety",
    "sober_support": "supports.sober",
    "can_attend_hours_week": "availability",
}
FACT_LABELS: dict[str, Any] = {
    **{name: label for name, (label, _most) in NUMBERS.items()},
    **YES_NO_FACTS,
    "suicide_risk": _("Suicide risk"),
    "prefers": _("The level they would like"),
    "step_down_from": _("Coming from a level of care"),
}


class PlacementForm(ActionForm):
    """Ratings, a sentence and the facts for each dimension of the edition."""

    asks = {
        **FACT_ASKS,
        **{f"{part}_{n}": None for part in ("rating", "narrative") for n in range(1, 7)},
    }
    filled = frozenset(FACT_ASKS) - {
        "drinking_or_sedatives_last_7_days", "pregnant", "suicide_risk", "safe_living",
    }  # fmt: skip

    def __init__(self, *args: Any, edition: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        self.rated = range(1, 7) if edition == "3" else range(1, 6)
        for dimension, facts in BY_DIMENSION[edition].items():
            if dimension in self.rated:
                self.fields[f"rating_{dimension}"] = forms.ChoiceField(
                    label=_("Risk rating"),
                    required=False,
                    choices=[(str(n), str(n)) for n in range(5)],
                    widget=forms.RadioSelect(attrs={"data-live": ""}),
                    help_text="",
                )
            self.fields[f"narrative_{dimension}"] = forms.CharField(
                label=_("In a sentence or two"),
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            for name in facts:
                self.fields[name] = _fact_field(name, edition)

    def ratings(self) -> dict[str, Any]:
        """What is rated, 0 to 4; the 4th edition's sixth dimension as its words."""
        found: dict[str, Any] = {
            str(n): int(self.cleaned_data[f"rating_{n}"])
            for n in self.rated
            if self.cleaned_data.get(f"rating_{n}")
        }
        if self.edition == "4" and self.cleaned_data.get("narrative_6"):
            found["6"] = self.cleaned_data["narrative_6"]
        return found

    def narratives(self) -> dict[str, str]:
        """The words for each dimension."""
        names = BY_DIMENSION[self.edition]
        return {str(n): self.cleaned_data.get(f"narrative_{n}", "") for n in names}

    def facts(self) -> dict[str, Any]:
        """What is known; a fact nobody knows is left out."""
        return {name: value for name, value in self._facts() if value is not None}

    def _facts(self) -> Iterator[tuple[str, Any]]:
        for names in BY_DIMENSION[self.edition].values():
            for name in names:
                value: Any = self.cleaned_data.get(name)
                if name in YES_NO_FACTS:
                    yield name, {"true": True, "false": False}.get(value)
                else:
                    yield name, value if value not in ("", None) else None


def initial_of(
    ratings: dict[str, Any], narratives: dict[str, str], facts: dict[str, Any]
) -> dict[str, Any]:
    """Stored values as the form shows them."""
    shown: dict[str, Any] = {f"rating_{key}": str(value) for key, value in ratings.items()}
    shown |= {f"narrative_{key}": words for key, words in narratives.items()}
    for name, value in facts.items():
        shown[name] = str(value).lower() if isinstance(value, bool) else value
    return shown


def _fact_field(name: str, edition: str) -> forms.Field:
    label = FACT_LABELS[name]
    if name in NUMBERS:
        return forms.IntegerField(
            label=label, required=False, min_value=0, max_value=NUMBERS[name][1]
        )
    if name in YES_NO_FACTS:
        return forms.ChoiceField(
            label=label, required=False, choices=YES_NO, widget=forms.RadioSelect, initial="unknown"
        )
    if name == "suicide_risk":
        return forms.ChoiceField(label=label, required=False, choices=SUICIDE_RISKS)
    empty = _("No") if name == "step_down_from" else _("Not known")
    return forms.ChoiceField(
        label=label, required=False, choices=[("", empty), *level_choices(edition)]
    )
