"""The form of a questionnaire that was answered on paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.instruments.forms import PREFIX, QuestionnaireForm

SECOND = "again_"


class PaperForm(QuestionnaireForm):
    """The date on the paper and its answers; asked for again where it is to be keyed twice."""

    answered_on = forms.DateField(
        label=_("Answered on"), widget=forms.DateInput(attrs={"type": "date"})
    )
    check_twice = forms.BooleanField(label=_("Key it a second time to be sure"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_second_round = False
        if self.is_bound and self.data.get("check_twice"):
            for link_id, bound in self.items:
                original = self.fields[PREFIX + link_id]
                self.fields[SECOND + link_id] = type(original)(**_same(original, bound.label))

    @property
    def again(self) -> list[forms.BoundField]:
        """The fields of the second keying; none before it is asked for."""
        return [self[name] for name in self.fields if name.startswith(SECOND)]

    def asks_again(self) -> bool:
        """Whether the second keying is still to come, or something needed has no answer."""
        wants_second = self.cleaned_data.get("check_twice") and "second" not in self.data
        self.is_second_round = bool(wants_second)
        if wants_second:
            return True
        return not self.cleaned_data["missing_is_right"] and self.name_missing()

    def second_answers(self) -> dict[str, Any] | None:
        """The second keying by link id; None where it was not asked for."""
        if not self.cleaned_data.get("check_twice"):
            return None
        found = {}
        for name in self.fields:
            if name.startswith(SECOND):
                value = self.cleaned_data.get(name)
                found[name.removeprefix(SECOND)] = None if value in (None, "") else value
        return found

    def mark_differing(self, link_ids: tuple[str, ...]) -> None:
        """Say which items were keyed differently."""
        for link_id in link_ids:
            self.add_error(PREFIX + link_id, _("The second keying differs here: look again."))


def _same(field: forms.Field, label: Any) -> dict[str, Any]:
    """What makes the same field once more."""
    if isinstance(field, forms.ChoiceField):
        return {
            "label": label,
            "required": False,
            "choices": field.choices,
            "widget": forms.RadioSelect,
        }
    assert isinstance(field, forms.IntegerField)
    return {
        "label": label,
        "required": False,
        "min_value": field.min_value,
        "max_value": field.max_value,
    }
