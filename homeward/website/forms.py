"""The forms of the public pages."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.program.models import Track
from homeward.publishing.actions.asking import LONGEST
from homeward.publishing.queries import own_names
from homeward.publishing.rules.identifying import kinds_in
from homeward.website.carrying import carried_answers, words_of
from homeward.website.program_words import said

WHO = [
    ("self", _("For me")),
    ("family", _("For somebody close to me")),
    ("professional", _("For somebody I work with")),
]
HOW = [
    ("call_me", _("Call me back")),
    ("i_call", _("I will call you; have my words ready")),
]
WHEN = [
    ("", _("Any time you are open")),
    ("morning", _("Morning, 8 to 12")),
    ("afternoon", _("Afternoon, 12 to 5")),
    ("evening", _("Evening, 5 to 8")),
]
MARKS = {
    "name": _("a name"),
    "email": _("an e-mail address"),
    "phone": _("a phone number"),
    "address": _("a street address"),
    "postal_code": _("a ZIP code"),
    "date": _("a date"),
    "web_address": _("a web address"),
    "handle": _("a name from the net"),
    "social_security": _("a Social Security number"),
    "long_number": _("a number that may name someone"),
}


class AskForm(ActionForm):
    """Enough to call back, and nothing that says who somebody is."""

    asks = {
        "how": None,
        "phone": "person.phone",
        "when": "contact.best_time",
        "call_me": "caller.name",
        "relation": "caller.relation",
        "track": "schedule.track",
        "may_leave_message": "contact.safe",
        "message_name": "contact.message_name",
        "note": "told.note",
        "carried": None,
        "keep": None,
    }

    how = forms.ChoiceField(
        label=_("How shall we go on?"),
        choices=HOW,
        widget=forms.RadioSelect,
        initial="call_me",
        required=False,
    )
    phone = forms.RegexField(
        r"^[0-9+()\-. ]{7,30}$",
        label=_("A number where we can call you"),
        required=False,
        help_text=_("Not needed if you will call us."),
        error_messages={"invalid": _("Write a phone number with at least seven digits.")},
    )
    when = forms.ChoiceField(label=_("When is a good time?"), choices=WHEN, required=False)
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
    message_name = forms.CharField(
        label=_("If we leave a message, who shall we say called?"),
        required=False,
        max_length=60,
        help_text=_("Words that are safe if others hear them: a first name, or “the office”."),
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
    carried = forms.CharField(required=False, widget=forms.HiddenInput)
    keep = forms.MultipleChoiceField(
        label=_("Your answers from the check"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only what stays ticked is sent. Nothing is sent before you press the button."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Track.objects.select_related("site").order_by("code")
        choices = [(str(row.pk), f"{said(row.name).text} · {row.site.name}") for row in rows]
        self.tracks = {str(row.pk): row for row in rows}
        self.fields["track"].choices = [("", _("No preference")), *choices]  # type: ignore[attr-defined]
        token = self.data.get("carried", "") if self.is_bound else self.initial.get("carried", "")
        self.answers = carried_answers(str(token))
        kept: Any = self.fields["keep"]
        kept.choices = [(code, line) for code, line in words_of(self.answers).items()]
        if not self.is_bound:
            kept.initial = list(self.answers)

    def clean_phone(self) -> str:
        number: str = self.cleaned_data["phone"]
        if number and sum(sign.isdigit() for sign in number) < 7:
            raise forms.ValidationError(_("Write a phone number with at least seven digits."))
        return number

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        wants_a_call = (given.get("how") or "call_me") == "call_me"
        if wants_a_call and "phone" not in self.errors and not given.get("phone"):
            self.add_error("phone", _("Write a number, or choose to call us."))
        return given

    @property
    def kept_answers(self) -> dict[str, str]:
        """After validation: the answers the person left ticked."""
        ticked = set(self.cleaned_data.get("keep") or ())
        return {code: answer for code, answer in self.answers.items() if code in ticked}


class QuestionForm(forms.Form):
    """One question, from nobody. A trap for robots and a warning for people."""

    words = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("Leave out names, dates, places and numbers. Staff read it first."),
    )
    as_it_is = forms.BooleanField(label=_("Send it as it is"), required=False)
    # Nobody sees this field; a robot fills it.
    website = forms.CharField(required=False)
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds: tuple[str, ...] = ()

    @property
    def opened_now(self) -> str:
        """The signed instant of this page, for the form to carry; it is kept over an answer."""
        return str(self.data.get("opened") or _opening.sign("q"))

    @property
    def is_from_a_robot(self) -> bool:
        """Whether the hidden field was filled."""
        return bool(self.data.get("website"))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not _was_open_a_while(str(self.data.get("opened", ""))):
            self.add_error(None, _("That was very fast. Please send it once more."))
        self.kinds = kinds_in(given.get("words", ""), own_names())
        if self.kinds and not given.get("as_it_is"):
            seen = ", ".join(str(MARKS[kind]) for kind in self.kinds)
            self.add_error(
                "words",
                _("This looks like %(seen)s. Take it out, or tick the box to send it as it is.")
                % {"seen": seen},
            )
        return given


SECONDS_TO_TYPE = 3
SECONDS_TO_STAY = 24 * 3600
_opening = signing.TimestampSigner(salt="homeward.website.question", sep="~")


def _was_open_a_while(opened: str) -> bool:
    """Whether the page was opened long enough ago to have been read, and not days ago."""
    try:
        _opening.unsign(opened, max_age=SECONDS_TO_STAY)
    except signing.BadSignature:
        return False
    try:
        _opening.unsign(opened, max_age=SECONDS_TO_TYPE)
    except signing.SignatureExpired:
        return True
    return False
