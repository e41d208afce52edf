"""Deciding on a level, staying or moving on, releasing a hold, attaching a result."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.admissions.forms.levels import level_choices
from homeward.placement.models import StayDecision
from homeward.placement.refusal_words import DISCREPANCIES, OUTCOMES, TOOLS
from homeward.placement.rules.continuing import ELSEWHERE, HERE, NO_NEW_PROBLEM, Course
from homeward.placement.words import LEVELS

YES_NO = (("true", _("Yes")), ("false", _("No")), ("unknown", _("Not known")))
COURSE: dict[str, Any] = {
    "is_progressing": _("Making progress"),
    "goals_are_met": _("The goals of this level are met"),
    "is_able_and_working": _("Able, and working on it"),
    "can_progress_here": _("Progress is possible at this level"),
    "wants_to_leave": _("Wishes to leave"),
}


class DecisionForm(ActionForm):
    """What the team decides; a reason where it differs from the suggestion."""

    asks = {
        "provided_level": None,
        "discrepancy": None,
        "discrepancy_note": None,
        "client_view": "place.view",
    }

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

    asks = {"cleared_by": None, "note": None}

    cleared_by = forms.CharField(
        label=_("Examined by"), max_length=160, help_text=_("Name and credential, and where")
    )
    note = forms.CharField(
        label=_("What they found"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ExternalResultForm(ActionForm):
    """What a tool used elsewhere found; never its text."""

    asks = dict.fromkeys(
        ("tool", "tool_name", "edition_and_level", "done_on", "done_by", "kept_where")
    )

    tool = forms.ChoiceField(label=_("Tool"), choices=tuple(TOOLS.items()))
    tool_name = forms.CharField(label=_("Its name, if another"), max_length=80, required=False)
    edition_and_level = forms.ChoiceField(label=_("Level it found"))
    done_on = forms.DateField(
        label=_("Done on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    done_by = forms.CharField(
        label=_("Done by"), max_length=160, help_text=_("Name and credential, and where")
    )
    kept_where = forms.CharField(
        label=_("Where the report is kept"),
        max_length=200,
        required=False,
        help_text=_("The report itself is not copied here."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["edition_and_level"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (_("3rd edition"), [(f"3:{code}", words) for code, words in level_choices("3")]),
            (_("4th edition"), [(f"4:{code}", words) for code, words in level_choices("4")]),
        ]

    def told(self) -> dict[str, Any]:
        """What `attach_external_result` wants."""
        data = {name: self.cleaned_data[name] for name in self.asks}
        edition, level = data.pop("edition_and_level").split(":", 1)
        return {**data, "edition": edition, "level": level}


class StayForm(ActionForm):
    """How somebody fares at their level, and what the team decides."""

    asks = {
        **dict.fromkeys(COURSE),
        **dict.fromkeys(("new_problem", "outcome", "reason", "note")),
        "client_view": "stay.view",
    }

    new_problem = forms.ChoiceField(
        label=_("A new problem"),
        choices=(
            (NO_NEW_PROBLEM, _("None")),
            (HERE, _("Yes, it can be treated here")),
            (ELSEWHERE, _("Yes, it needs another level")),
            ("", _("Not known")),
        ),
        required=False,
        widget=forms.RadioSelect,
    )
    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[(code, OUTCOMES[code]) for code in StayDecision.Outcome.values],
        required=False,
        widget=forms.RadioSelect,
    )
    reason = forms.ChoiceField(
        label=_("If it is not what the grounds say: why"),
        required=False,
        choices=(("", _("It is what the grounds say")), *DISCREPANCIES.items()),
    )
    note = forms.CharField(label=_("More about why"), max_length=300, required=False)
    client_view = forms.CharField(
        label=_("What the client says about it"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in COURSE.items():
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=YES_NO,
                required=False,
                widget=forms.RadioSelect,
                initial="unknown",
            )

    def course(self) -> Course:
        """What is known; a question nobody answered stays unknown."""
        data = self.cleaned_data
        known = {name: {"true": True, "false": False}.get(data.get(name, "")) for name in COURSE}
        return Course(**known, new_problem=data.get("new_problem") or None)

    @property
    def course_fields(self) -> list[Any]:
        """The bound questions about the course, for the template."""
        return [self[name] for name in (*COURSE, "new_problem")]
