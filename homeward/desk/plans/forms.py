"""Writing, signing and reviewing a plan."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.admissions.dimensions import NAMES
from homeward.plans.library import THEMES
from homeward.plans.models import Objective, PlanSignature
from homeward.plans.rules.tree import GoalDraft, InterventionDraft, ObjectiveDraft, ProblemDraft

Meaning = PlanSignature.Meaning
OBJECTIVE_STATES = (
    (Objective.State.ACTIVE, _("Going on")),
    (Objective.State.MET, _("Met")),
    (Objective.State.REVISED, _("Changed")),
    (Objective.State.DEFERRED, _("Later")),
    (Objective.State.DISCONTINUED, _("Given up")),
)


def _words(label: Any, rows: int = 2, most: int = 2000) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=most, widget=forms.Textarea(attrs={"rows": rows})
    )


class PartsForm(ActionForm):
    """What stands around the problems."""

    strengths = _words(_("Strengths"))
    barriers = _words(_("What stands in the way"))
    discharge_criteria = _words(_("We will know that treatment here is done when"))
    estimated_weeks = forms.IntegerField(label=_("Weeks, as expected"), min_value=1, max_value=104)
    medications = forms.CharField(label=_("Medications, or none"), max_length=200, required=False)
    family_involvement = forms.CharField(
        label=_("Family: how, or that it is not wanted"), max_length=200, required=False
    )


class LibraryForm(ActionForm):
    """A thread from the library, to be changed together."""

    theme = forms.ChoiceField(
        label=_("From the library"),
        choices=[(theme.code, theme.name) for theme in THEMES],
        widget=forms.RadioSelect,
    )


class ThreadForm(ActionForm):
    """A thread in own words: problem, goal, objective, and what staff do."""

    problem = forms.CharField(label=_("What stands in the way"), max_length=200)
    dimension = forms.ChoiceField(label=_("It belongs to"))
    goal = forms.CharField(label=_("What the client wants, in their words"), max_length=200)
    clinical_words = forms.CharField(
        label=_("The same in clinical words"), max_length=200, required=False
    )
    objective = forms.CharField(label=_("The client will"), max_length=200)
    measure = forms.CharField(label=_("Measured by"), max_length=200)
    baseline = forms.CharField(label=_("Where it stands now"), max_length=120, required=False)
    target_on = forms.DateField(
        label=_("By"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    modality = forms.CharField(
        label=_("Staff offer"), max_length=60, help_text=_("Group, individual, family…")
    )
    frequency = forms.CharField(label=_("How often"), max_length=60)
    duration = forms.CharField(label=_("For how long"), max_length=60)
    worker_id = forms.ChoiceField(label=_("By whom"))
    action = forms.CharField(label=_("What they do"), max_length=200, required=False)

    def __init__(self, *args: Any, edition: str, workers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._fill("dimension", [(str(n), name) for n, name in NAMES[edition].items()])
        self._fill("worker_id", [(str(each.pk), each.name) for each in workers])

    def _fill(self, name: str, options: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = options

    def thread(self) -> ProblemDraft:
        """The thread as the plan keeps it."""
        data = self.cleaned_data
        done = InterventionDraft(
            modality=data["modality"],
            frequency=data["frequency"],
            duration=data["duration"],
            worker_id=UUID(data["worker_id"]),
            text=data["action"],
        )
        step = ObjectiveDraft(
            statement=data["objective"],
            measure=data["measure"],
            baseline=data["baseline"],
            target_on=data["target_on"],
            interventions=(done,),
        )
        goal = GoalDraft(
            own_words=data["goal"], clinical_words=data["clinical_words"], objectives=(step,)
        )
        return ProblemDraft(
            statement=data["problem"], dimension=int(data["dimension"]), goals=(goal,)
        )


class SignatureForm(ActionForm):
    """The author and the co-signer confirm with their password; the client types their name."""

    signer_name = forms.CharField(
        label=_("The client types their full name to sign"), max_length=120, required=False
    )
    reason = forms.CharField(
        label=_("Why the client does not sign"), max_length=200, required=False
    )
    password = forms.CharField(
        label=_("Your password, to sign"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, meaning: str, account: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        wanted = {
            Meaning.AUTHOR: "password",
            Meaning.COSIGN: "password",
            Meaning.CLIENT: "signer_name",
            Meaning.CLIENT_REFUSED: "reason",
        }[Meaning(meaning)]
        for name in ("signer_name", "reason", "password"):
            if name != wanted:
                del self.fields[name]
        self.fields[wanted].required = True

    def clean_password(self) -> str:
        """Signing asks again who is there."""
        if not self.account.check_password(self.cleaned_data.get("password") or ""):
            raise forms.ValidationError(_("This is not your password."))
        return ""


class ReviewForm(ActionForm):
    """Where each objective stands, both views, and the next day."""

    client_view = _words(_("What the client says"), most=300)
    summary = _words(_("Summary"), rows=3, most=600)
    next_due_on = forms.DateField(
        label=_("Look at it again on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, objectives: Any, due_on: date, why: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_due_on"].initial = due_on
        self.fields["next_due_on"].help_text = why
        tail = {name: self.fields.pop(name) for name in ("client_view", "summary", "next_due_on")}
        self.numbers = [each.number for each in objectives]
        for each in objectives:
            self.fields[f"state_{each.number}"] = forms.ChoiceField(
                label=f"{each.number} {each.statement}",
                choices=OBJECTIVE_STATES,
                initial=each.state,
                widget=forms.RadioSelect,
            )
        self.fields.update(tail)

    def states(self) -> dict[str, str]:
        """Objective number to state."""
        return {number: self.cleaned_data[f"state_{number}"] for number in self.numbers}

    @property
    def state_fields(self) -> list[Any]:
        """The bound fields of the objectives."""
        return [self[f"state_{number}"] for number in self.numbers]
