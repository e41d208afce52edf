"""A paper as a page: its words, its questions as fields, and the name that signs it.

The desk, the tablet and the client's phone show the same form; what proves who signs differs and
is added by whoever shows it.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.packets.actions.answers import LONGEST_ANSWER, asks
from homeward.packets.rules.papers import CHOICE, YES_NO, Paper

REFUSES = "refuses"
YES_OR_NO = [("yes", _("Yes")), ("no", _("No"))]
PREFIX = "q_"
ASKED_OF_CLIENT = ("client", "guardian")


@dataclass(frozen=True, slots=True)
class Sign:
    """What the page hands to the action."""

    name: str
    answers: dict[str, str]
    witness_id: UUID | None
    copy_given: bool


class PaperForm(ActionForm):
    """The questions of one paper and the signer's name; a witness where somebody may be one."""

    signer_name = forms.CharField(
        label=_("Type your full name to sign"),
        max_length=120,
        help_text=_("Typing your name signs this paper, as ink would."),
    )

    def __init__(
        self,
        *args: Any,
        paper: Paper,
        who: str,
        language: str,
        account: Any = None,  # accounts.confirming.OneHere, or who signs by digits
        needs_witness: bool = False,
        needs_password: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.paper, self.who, self.account = paper, who, account
        self.language = language
        self.needs_witness, self.needs_password = needs_witness, needs_password
        if who not in ASKED_OF_CLIENT:
            del self.fields["signer_name"]
        if asks(paper, who):
            for question in paper.questions:
                self.fields[PREFIX + question.code] = _field(question, language)
            if "signer_name" in self.fields:
                self.order_fields([PREFIX + each.code for each in paper.questions])
        if needs_witness:
            self.fields["witness"] = forms.BooleanField(label=_("I saw the client sign"))
        if needs_witness or needs_password:
            self.fields["password"] = forms.CharField(
                label=getattr(account, "label", _("Your password")),
                widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        """The paper's own questions as bound fields, in order."""
        return [self[name] for name in self.fields if name.startswith(PREFIX)]

    def clean(self) -> dict[str, Any]:
        """Who proves themselves here does so with their own password."""
        told = super().clean() or self.cleaned_data
        if "password" in self.fields and not self.account.check_password(
            told.get("password") or ""
        ):
            self.add_error("password", self.account.refusal)
        return told

    def signature(self, worker_id: UUID | None = None) -> Sign:
        """After validation."""
        told = self.cleaned_data
        return Sign(
            name=told.get("signer_name", ""),
            answers={
                name.removeprefix(PREFIX): value
                for name, value in told.items()
                if name.startswith(PREFIX) and value
            },
            witness_id=worker_id if told.get("witness") else None,
            copy_given=True,
        )


def _field(question: Any, language: str) -> forms.Field:
    label = question.words[language]
    if question.kind == CHOICE:
        options = [(code, words[language]) for code, words in question.options]
        return forms.ChoiceField(label=label, choices=options, widget=forms.RadioSelect)
    if question.kind == YES_NO:
        return forms.ChoiceField(
            label=label, choices=YES_OR_NO, widget=forms.RadioSelect, required=False
        )
    return forms.CharField(label=label, max_length=LONGEST_ANSWER, required=False)


class NoForm(ActionForm):
    """The client does not sign, and says why in their own words."""

    reason = forms.CharField(
        label=_("Why not? In your own words"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def refuses(post: Any) -> bool:
    """Whether what was sent is the refusal and not the signature."""
    return REFUSES in post
