"""What a client says about sharing: no to a paper, a wish to keep something, how to be reached."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.consents.paper import RECORDS
from homeward.core.forms import ActionForm
from homeward.notices.models import Channel

KEPT = (
    "identity",
    "schedule",
    "assessment",
    "notes",
    "medical",
    "drug_tests",
    "claims",
    "outcomes",
    "linkage",
)
WAYS = {
    "text": _("Text message"),
    "email": _("E-mail"),
    "letter": _("Letter"),
}
HOURS = [(str(hour), f"{hour}:00") for hour in range(25)]


class DeclineForm(ActionForm):
    """Not signing is an answer; words are welcome and not needed."""

    words = forms.CharField(
        label=_("Why, if you want to say"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class WishForm(ActionForm):
    """What should be kept, and from whom."""

    classes = forms.MultipleChoiceField(
        label=_("What should be kept private"),
        choices=[(code, RECORDS[code]) for code in KEPT],
        widget=forms.CheckboxSelectMultiple,
    )
    contact_id = forms.ChoiceField(label=_("From whom"), required=False)
    health_plan = forms.BooleanField(
        label=_("From my health plan, because I paid for it in full myself"), required=False
    )
    words = forms.CharField(
        label=_("In your own words"), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, contacts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["contact_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("from everybody outside")), *((str(each.pk), each.name) for each in contacts)
        ]  # fmt: skip


class ReachForm(ActionForm):
    """One way to be reached: yes or no, where, and between which hours."""

    channel = forms.ChoiceField(
        label=_("How"), choices=[(code, WAYS[code]) for code in Channel.values if code in WAYS],
        widget=forms.RadioSelect,
    )  # fmt: skip
    is_wanted = forms.ChoiceField(
        label=_("May we use it?"), widget=forms.RadioSelect, initial="yes",
        choices=[("yes", _("Yes")), ("no", _("No"))],
    )  # fmt: skip
    address = forms.CharField(
        label=_("Number or address"), max_length=200, required=False,
        help_text=_("Best one that nobody else reads."),
    )  # fmt: skip
    from_hour = forms.TypedChoiceField(
        label=_("Not before"), choices=HOURS[:-1], coerce=int, initial="9"
    )
    until_hour = forms.TypedChoiceField(
        label=_("Not after"), choices=HOURS[1:], coerce=int, initial="20"
    )


class ListAskForm(ActionForm):
    """Which exchange is asked."""

    party_id = forms.UUIDField()
