"""Writing an incident down, and each turn it takes until it is closed."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.incidents.rules.kinds import SEVERITIES as LEVELS
from homeward.incidents.words import CAUSES, HOW, KINDS, PARTS, PEOPLE, SEVERITIES, WHOM

LOCAL = "%Y-%m-%dT%H:%M"


def moment(label: Any, *, required: bool = True) -> forms.DateTimeField:
    """An instant on the site's wall."""
    return forms.DateTimeField(
        label=label, required=required, input_formats=[LOCAL, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL),
    )  # fmt: skip


def text(label: Any, *, rows: int = 3, required: bool = True, help_text: Any = "") -> Any:
    """A text of some lines."""
    return forms.CharField(
        label=label, required=required, max_length=4000, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


class SiteForm(ActionForm):
    """A form whose instants are on the wall of one site."""

    def __init__(self, *args: Any, zone: str = "UTC", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(zone)

    def instant(self, name: str) -> datetime | None:
        """A cleaned instant; None where nothing was typed."""
        value: datetime | None = self.cleaned_data.get(name)
        return value.replace(tzinfo=self.zone) if value else None


class TextsForm(SiteForm):
    """Where, what happened, what was done at once. Codes stand for people."""

    place = forms.CharField(label=_("Where"), max_length=80)
    what = text(_("What happened"), help_text=_("C1 and S1 instead of names. Facts, no guesses."))
    immediate_action = text(_("What was done at once"), rows=2)


class IncidentForm(TextsForm):
    """The report; what is asked first is what the clocks need."""

    kind = forms.ChoiceField(label=_("What kind"), choices=[("", _("Choose…")), *KINDS.items()])
    severity = forms.ChoiceField(
        label=_("How serious"), widget=forms.RadioSelect,
        choices=[(str(level), SEVERITIES[level]) for level in LEVELS],
    )  # fmt: skip
    occurred_at = moment(_("When it happened"))
    client_id = forms.ChoiceField(label=_("A client in it, if you know them"), required=False)

    field_order = (
        "kind", "severity", "occurred_at", "place", "what", "immediate_action", "client_id",
    )  # fmt: skip

    def __init__(self, *args: Any, clients: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["client_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("nobody, or nobody I know")), *clients]


class PersonForm(SiteForm):
    """Somebody in it, by the next code."""

    kind = forms.ChoiceField(label=_("Who"), choices=tuple(PEOPLE.items()))
    part = forms.ChoiceField(label=_("What part"), choices=tuple(PARTS.items()))
    client_id = forms.ChoiceField(label=_("Which client"), required=False)
    words = forms.CharField(label=_("In a few words"), max_length=200, required=False)

    def __init__(self, *args: Any, clients: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["client_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "—"), *clients]


class ToldForm(SiteForm):
    """Who was told, when and how."""

    whom = forms.ChoiceField(label=_("Who was told"), choices=tuple(WHOM.items()))
    how = forms.ChoiceField(label=_("How"), choices=tuple(HOW.items()))
    told_at = moment(_("When"))
    reference = forms.CharField(
        label=_("Their number or name for it"), max_length=60, required=False
    )


class WeighForm(SiteForm):
    """Another severity, with why."""

    severity = forms.ChoiceField(
        label=_("How serious"), widget=forms.RadioSelect,
        choices=[(str(level), SEVERITIES[level]) for level in LEVELS],
    )  # fmt: skip
    why = forms.CharField(label=_("Why"), max_length=300)


class FollowUpForm(SiteForm):
    """One thing to do, whose, until when."""

    what = forms.CharField(label=_("What is to be done"), max_length=300)
    owner_id = forms.ChoiceField(label=_("By whom"))
    due_on = forms.DateField(
        label=_("Until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["owner_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose…")), *workers]


class ResultForm(SiteForm):
    """What came of a follow-up."""

    result = forms.CharField(label=_("What came of it"), max_length=600)


class CauseForm(SiteForm):
    """What lay behind it and what changes."""

    cause = forms.ChoiceField(
        label=_("The main class of causes"), choices=[("", _("Choose…")), *CAUSES.items()]
    )
    found = text(_("What was found"), required=False)
    lessons = text(_("What changes"), rows=2, required=False)


class BreachForm(SiteForm):
    """How many people a breach concerns, or why it is none."""

    people = forms.IntegerField(
        label=_("How many people it concerns"), required=False, min_value=1, max_value=10_000_000
    )
    in_one_state = forms.IntegerField(
        label=_("The most of them who live in one state"), required=False, min_value=0,
        max_value=10_000_000,
    )  # fmt: skip
    ruled_out_because = text(
        _("Or why it is no breach after all"), required=False,
        help_text=_("What was in it, who had it, whether it was seen, what was done about it."),
    )  # fmt: skip

    def __init__(self, *args: Any, may_rule_out: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_rule_out:
            del self.fields["ruled_out_because"]


class WhyForm(SiteForm):
    """Why it is opened again."""

    why = forms.CharField(label=_("Why"), max_length=300)


FIELDS = {
    "incident_kind_unknown": "kind",
    "incident_severity_unknown": "severity",
    "incident_in_future": "occurred_at",
    "incident_place_missing": "place",
    "incident_what_missing": "what",
    "incident_named_in_place": "place",
    "incident_named_in_what": "what",
    "incident_named_in_action": "immediate_action",
    "incident_named_in_cause": "found",
    "incident_named_in_lessons": "lessons",
    "incident_named_in_follow_up": "what",
    "incident_named_in_reference": "reference",
    "incident_named_in_words": "words",
    "incident_named_in_why": "why",
    "incident_action_missing": "immediate_action",
    "incident_person_unknown": "client_id",
    "incident_whom_unknown": "whom",
    "incident_told_before": "told_at",
    "incident_told_in_future": "told_at",
    "incident_reference_missing": "reference",
    "incident_owner_unknown": "owner_id",
    "incident_follow_up_missing": "what",
    "incident_due_past": "due_on",
    "incident_result_missing": "result",
    "incident_cause_unknown": "cause",
    "incident_root_cause_missing": "found",
    "incident_reason_missing": "why",
    "breach_people_unclear": "people",
    "breach_state_unclear": "in_one_state",
    "breach_why_short": "ruled_out_because",
}
