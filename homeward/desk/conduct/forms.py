"""The forms about one client: what happened, the next step, replies, appeals, notes."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.conduct import words
from homeward.conduct.models import ClientReply, RulesEdition
from homeward.conduct.rules.events import CLINICAL, EVENT_KINDS
from homeward.conduct.rules.ladder import CARE_STEPS, RUNGS
from homeward.conduct.rules.wording import read_rules
from homeward.core.forms import ActionForm

Choices = Iterable[tuple[str, Any]]


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day, picked or typed."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **more)


def long_field(label: Any, rows: int = 3, **more: Any) -> forms.CharField:
    """Words of some sentences."""
    return forms.CharField(
        label=label, max_length=2000, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


def one_of(label: Any, known: Mapping[str, Any], **more: Any) -> forms.ChoiceField:
    """A choice among few, all shown."""
    return forms.ChoiceField(
        label=label, choices=list(known.items()), widget=forms.RadioSelect, **more
    )


def _kinds() -> list[tuple[Any, list[tuple[str, Any]]]]:
    conduct: list[tuple[str, Any]] = []
    clinical: list[tuple[str, Any]] = []
    for kind in EVENT_KINDS.values():
        (clinical if kind.ladder == CLINICAL else conduct).append(
            (kind.code, words.EVENTS[kind.code])
        )
    return [(_("Conduct"), conduct), (_("Use and tests: answered with care"), clinical)]


class EventForm(ActionForm):
    """What happened and the talk about it, in one go."""

    kind = forms.ChoiceField(label=_("What it was"), choices=_kinds)
    at = forms.DateTimeField(
        label=_("When"), input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )  # fmt: skip
    words = long_field(
        _("What happened"), 3,
        help_text=_("What was seen and heard, no other client's name. The client reads it."),
    )  # fmt: skip
    talk = long_field(
        _("What you said and agreed"), 3, required=False,
        help_text=_("Leave it empty when you have not talked yet."),
    )  # fmt: skip
    stance = one_of(
        _("What the client says to it"), dict(ClientReply.Stance.choices), required=False
    )
    client_words = long_field(_("In the client's own words"), 2, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stance"].choices = list(words.STANCES.items())  # type: ignore[attr-defined]


class StepForm(ActionForm):
    """The next step as the answer to one event."""

    rung = forms.ChoiceField(label=_("Step"))
    words = long_field(_("What was said and agreed"))
    consequence = long_field(
        _("What follows if it happens again"), 2, required=False,
        help_text=_("For an agreement or a contract, so that both know beforehand."),
    )  # fmt: skip
    review_on = day_field(_("Looked at together on"), required=False)
    others = forms.MultipleChoiceField(
        label=_("Who else of staff took part"), widget=forms.CheckboxSelectMultiple, required=False
    )
    safety_ground = long_field(
        _("Safety ground, only to go past a step"), 2, required=False,
        help_text=_("Who is in danger and why the steps between cannot wait."),
    )  # fmt: skip
    stance = one_of(_("What the client says to it"), {}, required=False)
    client_words = long_field(_("In the client's own words"), 2, required=False)

    def __init__(
        self, *args: Any, kind: str, others: Choices = (), leads: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        is_clinical = EVENT_KINDS[kind].ladder == CLINICAL
        steps: tuple[str, ...] = CARE_STEPS if is_clinical else RUNGS
        steps = steps if leads else steps[:1]
        self.fields["rung"].choices = [(code, words.RUNGS[code]) for code in steps]  # type: ignore[attr-defined]
        self.fields["others"].choices = list(others)  # type: ignore[attr-defined]
        self.fields["stance"].choices = list(words.STANCES.items())  # type: ignore[attr-defined]
        if is_clinical or not leads:
            for name in ("consequence", "others", "safety_ground"):
                del self.fields[name]


class ReplyForm(ActionForm):
    """The client's answer, written down for them."""

    stance = one_of(_("What the client says to it"), words.STANCES)
    words = long_field(_("In the client's own words"), 3, required=False)


class AppealForm(ActionForm):
    """The client asks that a step be looked at again."""

    words = long_field(_("What should be looked at again, in the client's own words"), 4)


class HearForm(ActionForm):
    """The answer to an appeal."""

    outcome = one_of(_("How it ends"), words.OUTCOMES)
    answer = long_field(_("The answer, as the client reads it"), 5)


class NoteForm(ActionForm):
    """A short note about dress or conduct."""

    kind = one_of(_("About"), words.NOTE_KINDS)
    words = forms.CharField(
        label=_("In one or two sentences"), max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The client reads it and may answer. Religious headwear is exempt."),
    )  # fmt: skip
    rule_code = forms.ChoiceField(label=_("The rule it refers to"))

    def __init__(self, *args: Any, edition: RulesEdition | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = read_rules(edition.english).by_code if edition else {}
        self.fields["rule_code"].choices = [("", _("Choose a rule")), *rules.items()]  # type: ignore[attr-defined]
