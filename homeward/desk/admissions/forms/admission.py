"""Admitting a client."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.words import role_words
from homeward.kernel.roles import Role

TEAM_ROLES = (
    Role.NURSE,
    Role.PHYSICIAN,
    Role.CASE_MANAGER,
    Role.FAMILY_COUNSELOR,
    Role.PEER,
    Role.TECHNICIAN,
    Role.SUPERVISOR,
)


class AdmissionForm(ActionForm):
    """Track, primary counselor, and who else is on the team."""

    asks = {
        "track_id": "schedule.track",
        "primary_counselor_id": None,
        "diagnosis": "diagnosis.use",
        "interim_plan": None,
        "safety_steps": None,
        **{f"team_{role.value}": None for role in TEAM_ROLES},
    }
    filled = frozenset({"track_id", "diagnosis"})

    track_id = forms.ChoiceField(label=_("Track"), widget=forms.RadioSelect)
    primary_counselor_id = forms.ChoiceField(label=_("Primary counselor"))
    diagnosis = forms.CharField(
        label=_("Diagnosis (ICD-10-CM)"), max_length=20, required=False, help_text=_("Like F10.20")
    )

    interim_plan = forms.CharField(
        label=_("Interim plan: what begins, and when"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    safety_steps = forms.CharField(
        label=_("What keeps this person safe until then"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        *args: Any,
        tracks: Any,
        counselors: Any,
        staff: Any,
        has_interim_plan: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if has_interim_plan:
            del self.fields["interim_plan"], self.fields["safety_steps"]
        else:
            self.fields["interim_plan"].required = True
        self._fill("track_id", [(str(each.pk), each.name) for each in tracks])
        self._fill("primary_counselor_id", [(str(each.pk), each.name) for each in counselors])
        self.team_fields: list[str] = []
        for role in TEAM_ROLES:
            people = staff.get(role, ())
            if not people:
                continue
            name = f"team_{role.value}"
            self.team_fields.append(name)
            self.fields[name] = forms.ChoiceField(
                label=role_words(role).capitalize(),
                choices=[
                    ("", _("Nobody for now")),
                    *((str(each.pk), each.name) for each in people),
                ],
                required=False,
            )

    def _fill(self, name: str, options: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = options

    def told(self) -> dict[str, Any]:
        """What `admit_client` wants."""
        data = self.cleaned_data
        return {
            "track_id": data["track_id"],
            "primary_counselor_id": data["primary_counselor_id"],
            "diagnosis": data["diagnosis"],
            "interim_plan": data.get("interim_plan", ""),
            "safety_steps": data.get("safety_steps", ""),
            "team": [
                (name.removeprefix("team_"), data[name]) for name in self.team_fields if data[name]
            ],
        }

    @property
    def team(self) -> list[Any]:
        """The bound fields of the team, for the template."""
        return [self[name] for name in self.team_fields]
