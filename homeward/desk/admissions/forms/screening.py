"""Opening the client's record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.admissions import choices

NEW = "new"


class ScreeningForm(ActionForm):
    """Who the person is; `record` appears when somebody of that name and birth date is known."""

    asks = {
        "name": "person.name",
        "preferred_name": "person.preferred_name",
        "pronouns": "person.pronouns",
        "birth_date": "person.birth_date",
        "sex": "person.sex",
        "language": "person.language",
        "phone": "person.phone",
        "primary_substance": "use.primary",
        "allergies": "medical.allergies",
        "record": None,
    }
    filled = frozenset({"name", "phone", "primary_substance"})

    name = forms.CharField(label=_("First and last name"), max_length=120)
    preferred_name = forms.CharField(label=_("Called"), max_length=60, required=False)
    pronouns = forms.CharField(label=_("Pronouns"), max_length=30, required=False)
    birth_date = forms.DateField(
        label=_("Birth date"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    sex = forms.ChoiceField(
        label=_("Sex at birth"),
        choices=choices.SEXES,
        required=False,
        help_text=_("Some questionnaires have other cut-points by sex at birth."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=choices.LANGUAGES)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    primary_substance = forms.ChoiceField(
        label=_("Main substance"),
        choices=(("", _("Not known")), *choices.SUBSTANCES),
        required=False,
    )
    allergies = forms.CharField(label=_("Allergies"), max_length=200, required=False)
    record = forms.ChoiceField(
        label=_("Is it one of these?"), required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, namesakes: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not namesakes:
            del self.fields["record"]
            return
        field = self.fields["record"]
        assert isinstance(field, forms.ChoiceField)
        field.required = True
        field.choices = [
            *(
                (
                    str(each.pk),
                    _("Yes: %(name)s, %(number)s")
                    % {"name": each.name, "number": each.chart_number},
                )
                for each in namesakes
            ),
            (NEW, _("No, this is another person")),
        ]

    def told(self) -> dict[str, Any]:
        """What `start_screening` wants."""
        data = dict(self.cleaned_data)
        data.pop("form_version", None)
        chosen = data.pop("record", "")
        data["existing_client_id"] = chosen if chosen and chosen != NEW else None
        data["is_another_person"] = chosen == NEW
        return data
