"""Forms of signals and outreach."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.progress.actions.record_outreach import ENDS, KEEPS_PLACE
from homeward.progress.words import CHANNELS, TRIES
from homeward.retention import words
from homeward.retention.actions.take_step import DISCHARGE_DECISION
from homeward.retention.models import LifeChange

NOTE = forms.Textarea(attrs={"rows": 2})
# What may come of a try, by the way it was tried.
OUTCOMES = {
    "call": ("reached", "left_message", "no_answer", "wrong_number"),
    "consented_contact": ("reached", "left_message", "no_answer", "wrong_number"),
    "peer_visit": ("reached", "left_message", "no_answer"),
}


class ActedForm(ActionForm):
    """What was done about a signal."""

    what = forms.ChoiceField(
        label=_("What was done?"), choices=list(words.ACTS.items()), widget=forms.RadioSelect
    )
    note = forms.CharField(label=_("Note"), max_length=500, required=False, widget=NOTE)


class SetAsideForm(ActionForm):
    """Why the facts do not mean what the rule takes them for."""

    reason = forms.CharField(
        label=_("Why it does not fit"), max_length=300, widget=NOTE,
        help_text=_("The facts stay as they are. The same facts will not raise it again."),
    )  # fmt: skip


class OwnerForm(ActionForm):
    """Who owns it from now on."""

    worker = forms.ChoiceField(label=_("Hand it to"))

    def __init__(self, *args: Any, team: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["worker"]
        field.choices = list(team)


class LifeChangeForm(ActionForm):
    """Housing or work was lost."""

    kind = forms.ChoiceField(
        label=_("What was lost?"),
        choices=[(code, words.LOSSES[code]) for code in LifeChange.Kind.values],
        widget=forms.RadioSelect,
    )
    on = forms.DateField(
        label=_("Since which day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False, widget=NOTE)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today


class OwnDateForm(ActionForm):
    """A day that is hard for somebody, in their words."""

    on = forms.DateField(
        label=_("Which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    what = forms.CharField(
        label=_("What day it is, in their words"), max_length=200,
        help_text=_("Only what they want you to know. They may take it back at any time."),
    )  # fmt: skip
    every_year = forms.BooleanField(label=_("It comes back every year"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="own_%s", **kwargs)  # it stands beside another form


class OutreachForm(ActionForm):
    """One try. `press` is one button of the list: the way and what came of it, together."""

    step = forms.CharField(widget=forms.HiddenInput, max_length=30)
    press = forms.CharField(required=False, widget=forms.HiddenInput, max_length=60)
    channel = forms.ChoiceField(label=_("How?"), widget=forms.RadioSelect, required=False)
    outcome = forms.ChoiceField(
        label=_("What came of it?"),
        choices=[(code, TRIES[code]) for code in OUTCOMES["call"]],
        widget=forms.RadioSelect,
        required=False,
    )
    contact = forms.ChoiceField(label=_("Whom did you tell?"), required=False)
    note = forms.CharField(label=_("Note"), max_length=500, required=False, widget=NOTE)

    def __init__(
        self, *args: Any, channels: Sequence[str], contacts: Iterable[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        ways: Any = self.fields["channel"]
        ways.choices = [(code, CHANNELS[code]) for code in channels]
        if self.asks_decision:
            came: Any = self.fields["outcome"]
            came.label = _("What did the team decide?")
            came.choices = [(code, TRIES[code]) for code in (KEEPS_PLACE, ENDS)]
        whom: Any = self.fields["contact"]
        whom.choices = [("", "—"), *contacts]

    def clean(self) -> dict[str, Any]:
        """A pressed button says the way and the outcome; a form says them one by one."""
        typed = super().clean() or self.cleaned_data
        if typed.get("press"):
            typed["channel"], _colon, typed["outcome"] = typed["press"].partition(":")
        elif not self.is_deciding:
            if not typed.get("channel") and "channel" not in self.errors:
                self.add_error("channel", _("Say how you tried."))
            sent = typed.get("channel") not in OUTCOMES
            if not typed.get("outcome") and not sent and "outcome" not in self.errors:
                self.add_error("outcome", _("Say what came of it."))
        return typed

    @property
    def asks_decision(self) -> bool:
        """Whether the team says that the place is kept or that care ends."""
        return bool(self.initial.get("step") == DISCHARGE_DECISION)

    @property
    def is_deciding(self) -> bool:
        """Whether the step is a decision of the team and nothing is tried."""
        ways: Any = self.fields["channel"]
        return not ways.choices
