"""The one form of the public pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.program.models import Track

WHO = [
    ("self", _("For me")),
    ("family", _("For somebody close to me")),
    ("professional", _("For somebody I work with")),
]


class AskForm(ActionForm):
    """Enough to call back, and nothing that says who somebody is."""

    phone = forms.RegexField(
        r"^[0-9+()\-. ]{7,30}$",
        label=_("A number where we can call you"),
        error_messages={"invalid": _("Write a phone number with at least seven digits.")},
    )
    call_me = forms.CharField(
        label=_("What shall we call you?"),
        required=False,
        max_length=60,
        help_text=_("Any name will do, or none."),
    )
    relation = forms.ChoiceField(
        label=_("Who is it for?"), choices=WHO, widget=forms.RadioSelect, initial="self"
    )
    track = forms.ChoiceField(label=_("Which time of day suits better?"), required=False)
    may_leave_message = forms.BooleanField(
        label=_("You may leave a message; it only says that someone called"), required=False
    )
    note = forms.CharField(
        label=_("Anything we should know before we call"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "When to call, an interpreter, an access need. Keep what is private for the call."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Track.objects.select_related("site").order_by("code")
        choices = [(str(row.pk), f"{row.name} · {row.site.name}") for row in rows]
        self.tracks = {str(row.pk): row for row in rows}
        self.fields["track"].choices = [("", _("No preference")), *choices]  # type: ignore[attr-defined]

    def clean_phone(self) -> str:
        number: str = self.cleaned_data["phone"]
        if sum(sign.isdigit() for sign in number) < 7:
            raise forms.ValidationError(_("Write a phone number with at least seven digits."))
        return number
