"""Forms of incentives for people at work."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.accounts.confirming import SignedHereForm
from homeward.core.forms import ActionForm, Chips
from homeward.drugtests.rules.analytes import WINDOW_DAYS
from homeward.drugtests.words import ANALYTES
from homeward.incentives import words
from homeward.incentives.forms import ReadPaperForm
from homeward.incentives.rules.cents import cents_of, dollars
from homeward.incentives.rules.shipped import CAP_SOURCE, SOURCES
from homeward.incentives.rules.shipped import TERMS as SHIPPED
from homeward.incentives.rules.terms import PRIZE, Slip, Terms

A_DAY = {"type": "date"}
LINE = re.compile(r"\s*(?P<name>[^,]+?)\s*,\s*(?P<count>[0-9]{1,6})\s*,\s*\$?(?P<worth>[0-9.]+)\s*")


class MoneyField(forms.CharField):
    """Dollars and cents as a person writes them; cents after cleaning."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=12, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs
        )

    def clean(self, value: Any) -> Any:
        """Whole cents; refuses what is no amount."""
        typed = super().clean(value)
        cents = cents_of(typed or "0")
        if cents is None:
            raise forms.ValidationError(words.refusal("amount"), code="amount")
        return cents


class ProtocolForm(ActionForm):
    """A version of a schedule; it holds only once it is adopted."""

    kind = forms.ChoiceField(choices=list(words.KINDS.items()), widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), max_length=80)
    target = forms.ChoiceField(
        label=_("What counts"), choices=list(words.TARGETS.items()), widget=forms.RadioSelect
    )
    substances = forms.MultipleChoiceField(
        label=_("Named substances"), required=False, widget=Chips,
        help_text=_("For tests: all of these have to be without use."),
    )  # fmt: skip
    unconfirmed = forms.ChoiceField(
        label=_("A result that is not confirmed"), choices=list(words.UNCONFIRMED.items()),
        widget=forms.RadioSelect, initial="waits",
    )  # fmt: skip
    first = MoneyField(label=_("First amount"))
    step = MoneyField(label=_("More for each in a row"))
    most = MoneyField(label=_("Highest amount"))
    bonus_every = forms.IntegerField(
        label=_("A bonus after every … in a row"), min_value=0, max_value=100,
        help_text=_("0 is none."),
    )  # fmt: skip
    bonus = MoneyField(label=_("Bonus"), required=False)
    restore_after = forms.IntegerField(
        label=_("After a reset, back at the earlier height after … in a row"), min_value=0,
        max_value=100, help_text=_("0 is never."),
    )  # fmt: skip
    slips = forms.CharField(
        label=_("Slips in the bowl"), required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One kind a line: name, how many, what one is worth in dollars."),
    )  # fmt: skip
    visit_cap = MoneyField(label=_("Funder’s cap for a client and visit"))
    year_cap = MoneyField(label=_("Funder’s cap for a client and calendar year"))
    cap_source = forms.CharField(label=_("Source of the caps"), max_length=200)
    source_title = forms.CharField(label=_("Source of the schedule"), max_length=200)
    starts_on = forms.DateField(label=_("From"), widget=forms.DateInput(attrs=A_DAY))

    def __init__(self, data: Any = None, *, kind: str, today: Any) -> None:
        shipped = SHIPPED[kind]
        said = str if kind == PRIZE else dollars
        initial = {
            "kind": kind, "starts_on": today, "first": said(shipped.first),
            "step": said(shipped.step), "most": said(shipped.most), "bonus": said(shipped.bonus),
            "bonus_every": shipped.bonus_every, "restore_after": shipped.restore_after,
            "visit_cap": dollars(shipped.visit_cap), "year_cap": dollars(shipped.year_cap),
            "cap_source": CAP_SOURCE, "source_title": SOURCES[kind],
            "slips": "\n".join(
                f"{slip.code}, {slip.count}, {dollars(slip.cents)}" for slip in shipped.slips
            ),
        }  # fmt: skip
        super().__init__(data, initial=initial)
        names = [(code, str(ANALYTES.get(code, code))) for code in WINDOW_DAYS]
        self.fields["substances"].choices = names  # type: ignore[attr-defined]
        if kind == PRIZE:
            for name in ("first", "step", "most", "bonus"):
                self.fields[name] = forms.IntegerField(
                    label=self.fields[name].label, min_value=0, max_value=100,
                    required=self.fields[name].required, help_text=_("Draws from the bowl."),
                )  # fmt: skip
        else:
            del self.fields["slips"]

    def clean_slips(self) -> tuple[Slip, ...]:
        """Each line as a slip; names what cannot be read."""
        made = []
        for line in filter(str.strip, self.cleaned_data["slips"].splitlines()):
            found = LINE.fullmatch(line)
            worth = cents_of(found["worth"]) if found else None
            code = re.sub(r"[^a-z0-9_-]+", "-", found["name"].lower()).strip("-") if found else ""
            if not found or worth is None or not code:
                raise forms.ValidationError(
                    _("This line cannot be read: %(line)s"), params={"line": line[:60]}
                )
            made.append(Slip(code[:64], int(found["count"]), worth))
        return tuple(made)

    @property
    def terms(self) -> Terms:
        """After validation: the numbers as the rules take them."""
        data = self.cleaned_data
        names = ("kind", "first", "step", "most", "bonus_every", "restore_after", "visit_cap",
                 "year_cap")  # fmt: skip
        return Terms(
            **{name: data[name] for name in names}, bonus=data["bonus"] or 0,
            slips=data.get("slips", ()),
        )  # fmt: skip


class PaperForm(ReadPaperForm, SignedHereForm):
    """The client's own name under the paper, with you as the witness."""

    signer_name = forms.CharField(label=_("Full name, typed by the client"), max_length=120)
    guardian_name = forms.CharField(
        label=_("Full name, typed by the parent or guardian"),
        max_length=120,
        help_text=_("They read the paper as well, and say yes in front of you."),
    )

    def __init__(
        self, *args: Any, asks_client: bool = True, asks_guardian: bool = False, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        if not asks_client:
            del self.fields["signer_name"]
        if not asks_guardian:
            del self.fields["guardian_name"]


class StopForm(ActionForm):
    """The end of a course, without a reason."""


class ActivityForm(ActionForm):
    """An agreed activity and what came of it."""

    what = forms.CharField(label=_("What was agreed"), max_length=120)
    on = forms.DateField(label=_("On"), widget=forms.DateInput(attrs=A_DAY))
    outcome = forms.ChoiceField(
        label=_("What came of it"), widget=forms.RadioSelect,
        choices=(("met", _("Done")), ("missed", _("Not done")), ("excused", _("Excused"))),
    )  # fmt: skip


class HandOverForm(ActionForm):
    """Which cards or prize, and for how much."""

    stock = forms.ChoiceField(label=_("From"))
    amount = MoneyField(label=_("Worth together"))

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stock"].choices = list(choices)  # type: ignore[attr-defined]


class RightAmountForm(ActionForm):
    """What it should have been, with why."""

    amount = MoneyField(label=_("Should be worth"))
    reason = forms.CharField(label=_("Why"), max_length=200)


class VoidForm(ActionForm):
    """What the funder’s rule takes away, with the rule."""

    amount = MoneyField(label=_("Amount"))
    reason = forms.CharField(label=_("The funder’s rule"), max_length=200)


class StockForm(ActionForm):
    """A kind of card or prize."""

    site = forms.ChoiceField(label=_("Site"))
    name = forms.CharField(label=_("Name"), max_length=80)
    face = MoneyField(label=_("One is worth"))

    def __init__(self, *args: Any, sites: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].choices = [(str(site.pk), site.name) for site in sites]  # type: ignore[attr-defined]


class DeliveryForm(ActionForm):
    """How many came."""

    pieces = forms.IntegerField(label=_("Pieces that came"), min_value=1, max_value=10_000)


class CountForm(ActionForm):
    """How many lie there."""

    pieces = forms.IntegerField(label=_("Pieces on the shelf"), min_value=0, max_value=10_000)
    reason = forms.CharField(
        label=_("Why it differs"), max_length=200, required=False,
        help_text=_("Only where it is not what the ledger says."),
    )  # fmt: skip


class SecondForm(ActionForm):
    """The second person, and for a hand-over the client beside them."""

    needed_by_choice = frozenset({"initials", "number"})

    initials = forms.CharField(label=_("Client’s initials"), max_length=6, required=False)
    number = forms.CharField(
        label=_("or their own number at the door"), max_length=9, required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    act = forms.ChoiceField(choices=(("confirm", ""), ("decline", "")), initial="confirm")

    def __init__(self, *args: Any, with_client: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_client:
            del self.fields["initials"], self.fields["number"]
