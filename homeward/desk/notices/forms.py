"""How a client wants to be reached, and a notice to them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.notices.labels import CHANNELS, CODES
from homeward.notices.models import Channel

HOURS = [(str(hour), f"{hour}:00") for hour in range(25)]


class ChoiceForm(ActionForm):
    """One channel: yes or no, where, and between which hours."""

    channel = forms.ChoiceField(
        label=_("How"),
        choices=[(code, CHANNELS[code]) for code in Channel.values if code != "note"],
    )
    is_wanted = forms.ChoiceField(
        label=_("The client says"), widget=forms.RadioSelect, initial="yes",
        choices=[("yes", _("yes, this way")), ("no", _("no, never this way"))],
    )  # fmt: skip
    address = forms.CharField(
        label=_("Number or address"), max_length=200, required=False,
        help_text=_("One that nobody else reads, or one they are fine with."),
    )  # fmt: skip
    from_hour = forms.TypedChoiceField(
        label=_("Not before"), choices=HOURS[:-1], coerce=int, initial="9"
    )
    until_hour = forms.TypedChoiceField(
        label=_("Not after"), choices=HOURS[1:], coerce=int, initial="20"
    )


class NoticeForm(ActionForm):
    """Which neutral notice, and which way."""

    code = forms.ChoiceField(
        label=_("What it says"), choices=list(CODES.items()), widget=forms.RadioSelect,
        initial="update",
    )  # fmt: skip
    channel = forms.ChoiceField(label=_("How"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, channels: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["channel"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = channels
