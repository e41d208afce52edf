"""Forms of the authorizations: hours as they are spoken, minutes as they are kept."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.coverage.authorizations import Authorization
from homeward.coverage.authorizing import Answer
from homeward.coverage.words import STATES, UNITS

HOUR = 60
DENIED = Authorization.State.DENIED
ANSWERS = ("approved", "partial", "pended", "denied", "withdrawn")


def _date(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, required=required, help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip


def _hours(label: Any, help_text: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_value=168, decimal_places=2, max_digits=5,
        help_text=help_text,
    )  # fmt: skip


class RequestForm(ActionForm):
    """What is asked of the payer."""

    level_code = forms.ChoiceField(label=_("Level of care"))
    service_code = forms.CharField(label=_("Code of the service"), max_length=20, required=False)
    counted_in = forms.ChoiceField(
        label=_("The payer counts in"), choices=list(UNITS.items()), widget=forms.RadioSelect
    )
    units_asked = forms.IntegerField(
        label=_("Units asked for"), min_value=1, max_value=2000, required=False
    )
    starts_on = _date(_("First day"))
    last_on = _date(_("Last day"))
    note = forms.CharField(
        label=_("Note"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    follows = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, levels: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level_code"].choices = levels  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The last day lies before the first."))
        return cleaned

    def told(self) -> dict[str, Any]:
        """After validation: what the action takes."""
        data = self.cleaned_data
        names = (
            "level_code", "service_code", "counted_in", "units_asked", "starts_on", "last_on",
            "note",
        )  # fmt: skip
        return {**{name: data[name] for name in names}, "follows_id": data["follows"]}

    @staticmethod
    def begun(last: Authorization | None, level: str, days: int, today: date) -> dict[str, Any]:
        """What is known: the next one begins where the last one ends and counts as it did."""
        starts_on = max(today, last.last_on + timedelta(days=1)) if last else today
        return {
            "level_code": level,
            "service_code": last.service_code if last else "",
            "counted_in": last.counted_in if last else "day",
            "units_asked": last.units_asked if last else days,
            "starts_on": starts_on,
            "last_on": starts_on + timedelta(days=27),
            "follows": last.pk if last else None,
        }


class AnswerForm(ActionForm):
    """What the payer said."""

    state = forms.ChoiceField(
        label=_("The answer"), widget=forms.RadioSelect,
        choices=[(code, STATES[code]) for code in ANSWERS],
    )  # fmt: skip
    number = forms.CharField(label=_("The payer's number"), max_length=60, required=False)
    units = forms.IntegerField(
        label=_("Units allowed"), min_value=1, max_value=2000, required=False
    )
    starts_on = _date(_("First day"))
    last_on = _date(_("Last day"))
    week_least = _hours(_("Least hours a week"), _("Leave empty what the payer did not name."))
    week_most = _hours(_("Most hours a week"))
    day_least = forms.IntegerField(
        label=_("Least minutes a day"), min_value=1, max_value=720, required=False
    )
    next_review_on = _date(_("The payer looks at it again on"), required=False)
    decided_on = _date(_("Date on the payer's letter, or of the call"), required=False)
    reviewer = forms.CharField(label=_("Whom did you speak with?"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """A no has the date its clocks run from."""
        typed = super().clean() or self.cleaned_data
        is_dated = typed.get("decided_on") or "decided_on" in self.errors
        if typed.get("state") == DENIED and not is_dated:
            self.add_error("decided_on", _("A no needs its date: its clocks run from there."))
        return typed

    def answer(self) -> Answer:
        """After validation."""
        data = self.cleaned_data
        return Answer(
            state=data["state"], number=data["number"], units=data["units"],
            starts_on=data["starts_on"], last_on=data["last_on"],
            week_least_minutes=_minutes(data["week_least"]),
            week_most_minutes=_minutes(data["week_most"]), day_least_minutes=data["day_least"],
            next_review_on=data["next_review_on"], reviewer=data["reviewer"],
            decided_on=data["decided_on"],
        )  # fmt: skip


class EndForm(ActionForm):
    """It ends earlier."""

    last_on = _date(_("Last day"))
    why = forms.CharField(label=_("Why"), max_length=200)


def _minutes(hours: Decimal | None) -> int | None:
    return None if hours is None else int(hours * HOUR)
