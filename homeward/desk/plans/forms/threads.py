"""A thread and its parts: the problem with its goal, a step, what staff do for it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.admissions.dimensions import NAMES
from homeward.instruments.library import instrument, instrument_ids
from homeward.plans.library import THEMES, Theme
from homeward.plans.rules.tree import GoalDraft, InterventionDraft, ObjectiveDraft, ProblemDraft
from homeward.plans.words import APPROACHES, KINDS

NOT_NAMED = ("", _("Choose"))


class LibraryForm(ActionForm):
    """A thread to begin from, to be made the client's own."""

    theme = forms.ChoiceField(
        label=_("From the library"),
        choices=[(theme.code, theme.name) for theme in THEMES],
        widget=forms.RadioSelect,
    )


class _Filled(ActionForm):
    """A form whose choices come from the plan it is for."""

    def _fill(self, name: str, options: Iterable[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(options)


class ProblemForm(_Filled):
    """What stands in the way, the need it answers, and what the client wants."""

    need = forms.ChoiceField(
        label=_("Found in the assessment as"),
        required=False,
        help_text=_("The plan leads back to it."),
    )
    problem = forms.CharField(label=_("What stands in the way"), max_length=200)
    dimension = forms.ChoiceField(label=_("It belongs to"))
    goal = forms.CharField(label=_("What the client wants, in their words"), max_length=200)
    clinical_words = forms.CharField(
        label=_("The same in clinical words"), max_length=200, required=False
    )

    def __init__(self, *args: Any, edition: str, needs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = {need.key: need for need in needs}
        self._fill("dimension", [(str(n), name) for n, name in NAMES[edition].items()])
        self._fill("need", [("", _("Nothing there yet")), *((n.key, n.words) for n in needs)])

    def problem_draft(self, objectives: tuple[ObjectiveDraft, ...] = ()) -> ProblemDraft:
        """The problem with its goal as the plan keeps it."""
        data = self.cleaned_data
        need = self.needs.get(data["need"])
        return ProblemDraft(
            statement=data["problem"],
            dimension=int(data["dimension"]),
            need_kind=need.kind if need else "",
            need_ref=need.ref if need else "",
            need_words=need.words[:200] if need else "",
            goals=(
                GoalDraft(
                    own_words=data["goal"],
                    clinical_words=data["clinical_words"],
                    objectives=objectives,
                ),
            ),
        )


class ObjectiveForm(ActionForm):
    """A step that can be seen: verb, baseline, measure, day."""

    objective = forms.CharField(
        label=_("The client will"),
        max_length=200,
        help_text=_("Begin with an action: attend, call, write, practice."),
    )
    baseline = forms.CharField(label=_("Where it stands now"), max_length=120, required=False)
    measure = forms.CharField(label=_("Measured by"), max_length=200)
    measured_with = forms.ChoiceField(label=_("Questionnaire that measures it"), required=False)
    target_on = forms.DateField(
        label=_("By"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["measured_with"]
        assert isinstance(field, forms.ChoiceField)
        named = sorted((instrument(name).title, name) for name in instrument_ids())
        field.choices = [("", _("None")), *((name, title) for title, name in named)]

    def objective_draft(self, done: tuple[InterventionDraft, ...] = ()) -> ObjectiveDraft:
        """The step as the plan keeps it."""
        data = self.cleaned_data
        return ObjectiveDraft(
            statement=data["objective"],
            baseline=data["baseline"],
            measure=data["measure"],
            instrument=data["measured_with"],
            target_on=data["target_on"],
            interventions=done,
        )


class InterventionForm(_Filled):
    """What staff do: kind, model, how often, how long, who."""

    kind = forms.ChoiceField(label=_("Kind of session"), choices=[NOT_NAMED, *KINDS.items()])
    approach = forms.ChoiceField(label=_("Model"), choices=[NOT_NAMED, *APPROACHES.items()])
    times = forms.IntegerField(label=_("Times"), min_value=1, max_value=14)
    every_weeks = forms.IntegerField(
        label=_("In so many weeks"), min_value=1, max_value=12, initial=1
    )
    minutes = forms.IntegerField(label=_("Minutes each time"), min_value=5, max_value=480)
    weeks = forms.IntegerField(label=_("For how many weeks"), min_value=1, max_value=104)
    worker_id = forms.ChoiceField(label=_("By whom"))
    action = forms.CharField(label=_("What they do"), max_length=200, required=False)

    def __init__(self, *args: Any, workers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._fill("worker_id", [(str(each.pk), each.name) for each in workers])

    def intervention_draft(self) -> InterventionDraft:
        """It as the plan keeps it."""
        data = self.cleaned_data
        return InterventionDraft(
            kind=data["kind"],
            approach=data["approach"],
            times=data["times"],
            every_weeks=data["every_weeks"],
            minutes=data["minutes"],
            weeks=data["weeks"],
            worker_id=UUID(data["worker_id"]),
            text=data["action"],
        )


class StepForm(InterventionForm, ObjectiveForm):
    """A new step with the first thing that staff do for it."""

    field_order = ("objective", "baseline", "measure", "measured_with", "target_on")

    def step(self) -> ObjectiveDraft:
        """The step with it."""
        return self.objective_draft((self.intervention_draft(),))


class ThreadForm(StepForm, ProblemForm):
    """A whole thread: problem, goal, step, and what staff do."""

    library = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    field_order = (
        "need", "problem", "dimension", "goal", "clinical_words", "objective", "baseline",
        "measure", "measured_with", "target_on", "kind", "approach", "times", "every_weeks",
        "minutes", "weeks", "worker_id", "action", "library",
    )  # fmt: skip

    def thread(self) -> ProblemDraft:
        """The thread as the plan keeps it."""
        return self.problem_draft((self.step(),))


def begun_from(theme: Theme, target_on: Any) -> dict[str, Any]:
    """The first words of a thread from the library."""
    return {
        "problem": theme.problem,
        "dimension": str(theme.dimension),
        "goal": theme.goals[0],
        "clinical_words": theme.clinical,
        "objective": theme.objective,
        "baseline": theme.baseline,
        "measure": theme.measure,
        "measured_with": theme.instrument,
        "target_on": target_on,
        "kind": theme.kind,
        "approach": theme.approach,
        "times": theme.rhythm[0],
        "every_weeks": theme.rhythm[1],
        "minutes": theme.minutes,
        "weeks": theme.weeks,
        "action": theme.action,
        "library": theme.code,
    }
