"""Rating the dimensions, deciding on a level, releasing a hold."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.kernel import levels
from homeward.placement.refusal_words import DISCREPANCIES
from homeward.placement.words import LEVELS

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
FACT_LABELS: dict[str, Any] = {
    **{name: label for name, (label, _most) in NUMBERS.items()},
    **YES_NO_FACTS,
    "suicide_risk": _("Suicide risk"),
    "prefers": _("The level they would like"),
    "step_down_from": _("Coming from a level of care"),
}


class PlacementForm(ActionForm):
    """Ratings, a sentence and the facts for each dimension of the edition."""

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


def level_choices(edition: str) -> list[tuple[str, str]]:
    """The levels of an edition, from least to most intensive, by name and number."""
    ordered = sorted(
        (each for each in levels.LEVELS if each.edition == edition), key=lambda each: each.rank
    )
    return [(each.code, f"{LEVELS[edition][each.code]}, {each.code}") for each in ordered]


class DecisionForm(ActionForm):
    """What the team decides; a reason where it differs from the suggestion."""

    provided_level = forms.ChoiceField(label=_("Level of care we provide or arrange"))
    discrepancy = forms.ChoiceField(
        label=_("If it differs: why"),
        required=False,
        choices=(("", _("It is the suggested level")), *DISCREPANCIES.items()),
    )
    discrepancy_note = forms.CharField(label=_("More about why"), max_length=300, required=False)
    client_view = forms.CharField(
        label=_("What the client says about it"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, edition: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["provided_level"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*level_choices(edition), ("emergency", str(LEVELS[edition]["emergency"]))]


class ReleaseForm(ActionForm):
    """Who examined the client, and what they found."""

    cleared_by = forms.CharField(
        label=_("Examined by"), max_length=160, help_text=_("Name and credential, and where")
    )
    note = forms.CharField(
        label=_("What they found"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
