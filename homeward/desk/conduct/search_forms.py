"""The forms at the door: consent, a search with what was found, and what becomes of a thing."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.accounts.confirming import SignedHereForm
from homeward.conduct import words
from homeward.conduct.actions import Found
from homeward.conduct.rules.searching import MAY_BECOME
from homeward.core.forms import ActionForm

Choices = Iterable[tuple[str, Any]]
MOST_FOUND = 3


class SearchConsentForm(SignedHereForm):
    """The client's name under the consent, typed before staff."""

    signer_name = forms.CharField(
        label=_("The client types their full name"), max_length=120,
        help_text=_("It signs the words above, as ink would."),
    )  # fmt: skip


class SearchForm(ActionForm):
    """One search, or the client's no."""

    agrees = forms.ChoiceField(
        label=_("Did the client agree today?"),
        choices=[("yes", _("Yes")), ("no", _("No: nothing was looked through"))],
        widget=forms.RadioSelect,
    )
    ground = forms.ChoiceField(label=_("Why"), choices=list(words.GROUNDS.items()))
    places = forms.MultipleChoiceField(
        label=_("What was looked through"), choices=list(words.PLACES.items()),
        widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Belongings only. Nobody is touched, and nobody undresses."),
    )  # fmt: skip
    second = forms.ChoiceField(
        label=_("The second person of staff"), required=False,
        help_text=_("They are asked to say with their own sign-in that they were there."),
    )  # fmt: skip
    told = forms.CharField(
        label=_("What the client said to it"), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["second"].choices = [("", _("nobody")), *others]  # type: ignore[attr-defined]
        for number in range(1, MOST_FOUND + 1):
            self.fields[f"kind_{number}"] = forms.ChoiceField(
                label=_("Found"), choices=[("", _("nothing")), *words.ITEMS.items()], required=False
            )
            self.fields[f"words_{number}"] = forms.CharField(
                label=_("What it is"), max_length=200, required=False
            )
            self.fields[f"where_{number}"] = forms.CharField(
                label=_("Locked up where"), max_length=80, required=False
            )

    @property
    def lines(self) -> list[tuple[Any, Any, Any]]:
        """The fields of each found thing."""
        return [
            (self[f"kind_{n}"], self[f"words_{n}"], self[f"where_{n}"])
            for n in range(1, MOST_FOUND + 1)
        ]

    def found(self) -> list[Found]:
        """After validation: every line with a kind."""
        typed = self.cleaned_data
        return [
            Found(typed[f"kind_{n}"], typed[f"words_{n}"], typed[f"where_{n}"])
            for n in range(1, MOST_FOUND + 1)
            if typed[f"kind_{n}"]
        ]

    @property
    def second_id(self) -> UUID | None:
        """After validation: the second person."""
        return UUID(self.cleaned_data["second"]) if self.cleaned_data["second"] else None


class EndItemForm(ActionForm):
    """What becomes of a found thing."""

    way = forms.ChoiceField(label=_("What becomes of it"), widget=forms.RadioSelect)
    witnesses = forms.MultipleChoiceField(
        label=_("Who else was there"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("One other person; two when something is destroyed or surrendered."),
    )  # fmt: skip
    to_whom = forms.CharField(label=_("Who took it home"), max_length=200, required=False)

    def __init__(self, *args: Any, kind: str, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = [(way, label) for way, label in words.WAYS.items() if way in MAY_BECOME[kind]]
        self.fields["way"].choices = ways  # type: ignore[attr-defined]
        self.fields["witnesses"].choices = list(others)  # type: ignore[attr-defined]
        if "taken_home" not in MAY_BECOME[kind]:
            del self.fields["to_whom"]
