"""The forms of the house: restrictions, the rules, the visitors' book, the report's days."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.conduct import words
from homeward.conduct.rules.wording import LONGEST
from homeward.core.forms import ActionForm
from homeward.desk.conduct.forms import day_field, long_field, one_of

Choices = Iterable[tuple[str, Any]]


class RestrictionForm(ActionForm):
    """Who stays away from whom, until when, why, and who is asked."""

    between = one_of(_("From whom"), words.BETWEEN)
    other_number = forms.CharField(
        label=_("The other client's chart number"), max_length=20, required=False
    )
    worker = forms.ChoiceField(label=_("Somebody of staff"), required=False)
    contact = forms.ChoiceField(label=_("A contact of the client"), required=False)
    visitor = forms.CharField(label=_("Or a visitor's full name"), max_length=120, required=False)
    reach = one_of(_("How far it reaches"), words.REACHES)
    starts_on = day_field(_("From"))
    review_on = day_field(_("Review day"), help_text=_("It ends on that day unless it is renewed."))
    ask = forms.ChoiceField(
        label=_("Whom staff ask before seating"),
        help_text=_("The door shows this name and nothing else."),
    )
    reason = long_field(
        _("Why"), 3, help_text=_("Read by you, a supervisor and the director; by nobody else.")
    )

    def __init__(self, *args: Any, workers: Choices, contacts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = list(workers)
        self.fields["worker"].choices = [("", _("nobody")), *people]  # type: ignore[attr-defined]
        self.fields["contact"].choices = [("", _("nobody")), *contacts]  # type: ignore[attr-defined]
        self.fields["ask"].choices = people  # type: ignore[attr-defined]

    def chosen(self, name: str) -> UUID | None:
        """After validation: the id of whom a field names."""
        return UUID(self.cleaned_data[name]) if self.cleaned_data[name] else None


class RestrictionReviewForm(ActionForm):
    """Renew it until a day, or end it."""

    what = one_of(_("What follows"), {"renew": _("Renew it"), "end": _("End it today")})
    review_on = day_field(_("Next review day"), required=False)
    reason = long_field(_("Why"))


class RulesForm(ActionForm):
    """The words of the next edition, in both languages."""

    english = forms.CharField(
        label=_("English"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 24})
    )
    spanish = forms.CharField(
        label=_("Spanish"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 24})
    )
    note = forms.CharField(
        label=_("What changed, in one line clients read"), max_length=200, required=False
    )
    asks_again = forms.BooleanField(
        label=_("Everybody is asked to read and sign again"), required=False
    )


class VisitorForm(ActionForm):
    """One visitor comes in."""

    site = forms.ChoiceField(label=_("Site"))
    name = forms.CharField(label=_("Visitor's name"), max_length=120)
    organisation = forms.CharField(
        label=_("From where"), max_length=120, required=False,
        help_text=_("A company, an agency, a school: no person's name."),
    )  # fmt: skip
    purpose = forms.ChoiceField(label=_("Why they come"), choices=list(words.PURPOSES.items()))
    host = forms.ChoiceField(label=_("Host of staff"))
    badge = forms.CharField(label=_("Badge"), max_length=20)
    promised = forms.BooleanField(
        label=_("They signed that they tell nobody whom they see here"), required=False
    )

    def __init__(self, *args: Any, sites: Choices, hosts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = list(sites)
        self.fields["site"].choices = places  # type: ignore[attr-defined]
        self.fields["host"].choices = list(hosts)  # type: ignore[attr-defined]
        if len(places) == 1:
            self.fields["site"].widget = forms.HiddenInput()
            self.fields["site"].initial = places[0][0]


class DaysForm(forms.Form):
    """From which day to which day a report counts."""

    first = day_field(_("From"))
    last = day_field(_("Until and including"))
