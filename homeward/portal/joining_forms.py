"""What is asked before a session is joined from afar: where, whom to call near, who hears."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.attendance.actions.say_where import ELSEWHERE, LONGEST
from homeward.attendance.models import RemotePlace
from homeward.core.forms import ActionForm
from homeward.program.file.places import STATES

There = RemotePlace.There
WHO = [
    (There.ALONE.value, gettext_lazy("I am alone. Nobody hears.")),
    (There.AGREED.value, gettext_lazy("Somebody is here, and I want that.")),
    (There.NOT_PRIVATE.value, gettext_lazy("Somebody may hear.")),
]
PLAIN = {"autocomplete": "off"}


class WhereForm(ActionForm):
    """Place and person, or those of the last time where the client had them kept."""

    needed_by_choice = frozenset({"place", "state", "near_name", "near_phone"})

    as_before = forms.ChoiceField(
        label=gettext_lazy("Where are you now?"), widget=forms.RadioSelect, required=False
    )
    place = forms.CharField(
        label=gettext_lazy("Street and town where you are now"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs=PLAIN),
        help_text=gettext_lazy("Help can find you there if you need it."),
    )
    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    near_name = forms.CharField(
        label=gettext_lazy("Somebody near you whom we may call in an emergency"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs=PLAIN),
    )
    near_phone = forms.CharField(
        label=gettext_lazy("Their phone number"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "tel", **PLAIN}),
    )
    is_kept = forms.BooleanField(
        label=gettext_lazy("Offer me this place and person next time"), required=False
    )
    who_is_there = forms.ChoiceField(
        label=gettext_lazy("Who can hear?"), choices=WHO, widget=forms.RadioSelect
    )

    def __init__(
        self, *args: Any, kept: RemotePlace | None = None, here: str = "", **more: Any
    ) -> None:
        super().__init__(*args, **more)
        state: Any = self.fields["state"]
        state.choices = [
            ("", _("Choose")), *((code, code) for code in sorted(STATES)),
            (ELSEWHERE, _("Not in the United States")),
        ]  # fmt: skip
        state.initial = here
        before: Any = self.fields["as_before"]
        if kept is None:
            del self.fields["as_before"]
            return
        place = kept.place if kept.state == ELSEWHERE else f"{kept.place}, {kept.state}"
        before.initial = "yes"
        before.choices = [
            ("yes", _("As last time: %(place)s, and %(name)s near me")
             % {"place": place, "name": kept.near_name}),
            ("no", _("Somewhere else, or somebody else")),
        ]  # fmt: skip

    def told(self) -> dict[str, Any]:
        """What `say_where` wants."""
        data = dict(self.cleaned_data)
        data.pop("form_version", None)
        return {**data, "as_before": data.get("as_before") == "yes"}
