"""Forms of the review room."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.accounts.confirming import SigningForm
from homeward.core.forms import ActionForm
from homeward.placement.words import DIMENSIONS
from homeward.progress import words, words_of_reviews
from homeward.progress.ratings import dimensions_of
from homeward.progress.rules.causes import TOLD

GROUNDS = {
    "progressing": _("Making progress, goals still open"),
    "able_and_working": _("Not there yet, able and working on it"),
    "new_problem_here": _("A new problem that can be treated here"),
    "goals_met": _("Goals for this level are met"),
    "needs_more": _("Needs more than this level gives"),
}
RATINGS = [(str(n), str(n)) for n in range(5)]


def _date(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, required=required, help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip


def rated_dimensions(edition: str) -> list[tuple[int, Any]]:
    """The dimensions an edition rates, by number, with their names; unknown ones as the third."""
    names = DIMENSIONS.get(edition, DIMENSIONS["3"])
    return [(number, names[number]) for number in dimensions_of(edition)]


def _choices(field: forms.Field, choices: Sequence[tuple[str, Any]]) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


class DecisionForm(SigningForm):
    """What the team decides; the parts of a step are needed only for a step."""

    outcome = forms.ChoiceField(
        label=_("The team decides"), choices=list(words.OUTCOMES.items()), widget=forms.RadioSelect
    )
    grounds = forms.MultipleChoiceField(
        label=_("Grounds"), choices=list(GROUNDS.items()), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The grounds are enough where they say it all."),
    )  # fmt: skip
    wish = forms.ChoiceField(
        label=_("What the client wants"), choices=list(words_of_reviews.WISHES.items()),
        required=False, widget=forms.RadioSelect,
    )  # fmt: skip
    client_view = forms.CharField(
        label=_("How the client sees it"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    participants = forms.MultipleChoiceField(
        label=_("Who sits here"), required=False, widget=forms.CheckboxSelectMultiple
    )
    to_phase = forms.ChoiceField(label=_("To which phase"), required=False)
    to_level = forms.ChoiceField(
        label=_("Or to another level elsewhere"), required=False,
        help_text=_("A transfer is opened and followed until it is kept."),
    )  # fmt: skip
    from_day = _date(_("From which day"))
    has_prevention_plan = forms.BooleanField(
        label=_("A written plan for staying well exists"), required=False
    )
    receiving_program = forms.CharField(
        label=_("Who receives the client"), max_length=120, required=False,
        help_text=_("Leave empty when it is this program."),
    )  # fmt: skip
    confirmed_by = forms.CharField(
        label=_("Who there confirmed the appointment"), max_length=120, required=False,
        help_text=_("Without a name it is noted, and not booked yet."),
    )  # fmt: skip
    first_appointment_at = forms.DateTimeField(
        label=_("First appointment there"), required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )  # fmt: skip
    provided_level = forms.ChoiceField(label=_("Level provided"), required=False)
    level_reason = forms.ChoiceField(
        label=_("Because"), required=False,
        choices=[("", ""), *words_of_reviews.LEVEL_REASONS.items()],
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        phases: Sequence[Any],
        today: date,
        edition: str = "3",
        workers: Sequence[Any] = (),
        levels: Sequence[tuple[str, str]] = (),
        levels_up: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["to_phase"], [("", "")] + [
            (str(phase.pk), f"{phase.name} · {phase.weekly_minutes / 60:g} h") for phase in phases
        ])  # fmt: skip
        _choices(self.fields["to_level"], [("", ""), *levels_up])
        _choices(self.fields["provided_level"], [("", _("as recommended")), *levels])
        _choices(self.fields["participants"], [(str(each.pk), each.name) for each in workers])
        self.fields["from_day"].initial = today
        for number, name in rated_dimensions(edition):
            self.fields[f"rating_{number}"] = forms.ChoiceField(
                label=f"{number} · {name}", choices=RATINGS, required=False,
                widget=forms.RadioSelect,
            )  # fmt: skip

    @property
    def rating_fields(self) -> list[Any]:
        """The bound fields of the ratings, in order."""
        return [self[name] for name in self.fields if name.startswith("rating_")]

    def clean(self) -> dict[str, Any]:
        """Grounds stand for a reason and a wish for the client's view, where nothing is typed."""
        cleaned = super().clean() or {}
        if not cleaned.get("reason"):
            cleaned["reason"] = "; ".join(
                str(GROUNDS[code]) for code in cleaned.get("grounds") or ()
            )
        wish = words_of_reviews.WISHES.get(cleaned.get("wish") or "")
        view = (cleaned.get("client_view") or "").strip()
        if wish:
            said = f"{wish}: {view}" if view and not view.startswith(str(wish)) else view or wish
            cleaned["client_view"] = str(said)[:300]
        return cleaned

    def ratings(self) -> dict[str, int] | None:
        """After validation: every rating, or None where none was sent."""
        found = {
            name.removeprefix("rating_"): int(value)
            for name, value in self.cleaned_data.items()
            if name.startswith("rating_") and value
        }
        return found or None


class EventForm(ActionForm):
    """Something the team learned that calls for a review."""

    code = forms.ChoiceField(
        label=_("What happened?"), widget=forms.RadioSelect,
        choices=[(code, words_of_reviews.TOLD[code]) for code in TOLD],
    )  # fmt: skip
    happened_on = _date(_("On which day?"), required=True)
    words = forms.CharField(
        label=_("In a few words"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class MeetingForm(ActionForm):
    """Who sits at the table; kept from one client to the next."""

    participants = forms.MultipleChoiceField(
        label=_("Who sits here"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, workers: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["participants"], [(str(each.pk), each.name) for each in workers])


class CallForm(ActionForm):
    """What came of the call."""

    reviewer = forms.CharField(label=_("Whom did you speak with?"), max_length=120)
    reference = forms.CharField(label=_("Reference number of the call"), max_length=60)
    identity_check = forms.CharField(
        label=_("How do you know it is the payer?"), max_length=120,
        initial=_("I called the payer’s own number"),
    )  # fmt: skip
    told = forms.MultipleChoiceField(
        label=_("What was spoken of"), required=False, widget=forms.CheckboxSelectMultiple
    )
    outcome = forms.ChoiceField(
        label=_("The answer"), choices=list(words_of_reviews.CALL_OUTCOMES.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip
    units = forms.IntegerField(
        label=_("Units allowed"), min_value=1, max_value=2000, required=False
    )
    starts_on = _date(_("First day"))
    last_on = _date(_("Last day"))

    def __init__(self, *args: Any, sections: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["told"], sections)
        self.fields["told"].initial = [code for code, _words in sections]

    def clean(self) -> dict[str, Any]:
        """Days in their order."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The last day lies before the first."))
        return cleaned


class ProvidedForm(ActionForm):
    """At which level care goes on while the payer's no stands."""

    to_phase = forms.ChoiceField(label=_("Care goes on in"), required=False)
    from_day = _date(_("From which day"))
    reason = forms.CharField(label=_("Why"), max_length=300)

    def __init__(self, *args: Any, phases: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["to_phase"], phases)


class StepForm(ActionForm):
    """One step against a payer's no."""

    kind = forms.ChoiceField(
        label=_("Step"), choices=list(words_of_reviews.STEPS.items()), widget=forms.RadioSelect
    )
    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=list(words_of_reviews.STEP_OUTCOMES.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip
    with_whom = forms.CharField(label=_("With whom"), max_length=120, required=False)
    reference = forms.CharField(label=_("Reference number"), max_length=60, required=False)
    words = forms.CharField(
        label=_("Note"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class ReplayForm(forms.Form):
    """Which rule set, over which weeks; asked by address, so that it can be sent to a colleague."""

    rule_set = forms.ChoiceField(label=_("Rule set"))
    first = _date(_("From"), required=True)
    last = _date(_("To"), required=True)

    def __init__(self, *args: Any, rule_sets: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["rule_set"], [(code, code) for code in rule_sets])
