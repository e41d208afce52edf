"""Choosing what a consent says before the client reads it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from homeward.consents import events
from homeward.consents.labels import CLASSES, EVENTS_TOLD, PURPOSES
from homeward.consents.models import Consent, IntermediaryMember, OutsideParty
from homeward.consents.refusal_words import REFUSALS
from homeward.consents.terms import Terms
from homeward.consents.words import PROBLEMS
from homeward.core.forms import ActionForm

NO_END = "none"
DAY = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class DraftForm(ActionForm):
    """With whom, what, what for and until when; only what this kind may say is asked."""

    contact_id = forms.ChoiceField(label=_("With whom"), required=False)
    recipient_name = forms.CharField(
        label=_("Or a new person, by full name"), max_length=120, required=False
    )
    recipient_relation = forms.CharField(
        label=_("Who they are"), max_length=60, required=False,
        help_text=_("Mother, partner, probation officer at the county court…"),
    )  # fmt: skip
    party_id = forms.ChoiceField(
        label=_("With whom"),
        help_text=_("People and organizations somebody here has looked up."),
        error_messages={"required": PROBLEMS["recipient_missing"]},
    )
    classes = forms.MultipleChoiceField(
        label=_("What may be shared"), required=False, widget=forms.CheckboxSelectMultiple
    )
    purposes = forms.MultipleChoiceField(
        label=_("What for"), required=False, widget=forms.CheckboxSelectMultiple
    )
    records_from = forms.DateField(label=_("Only from this day on"), required=False, **DAY)  # type: ignore[arg-type]
    records_to = forms.DateField(label=_("Only up to this day"), required=False, **DAY)  # type: ignore[arg-type]
    ending = forms.ChoiceField(label=_("Ends"), widget=forms.RadioSelect)
    expires_on = forms.DateField(label=_("On this day"), required=False, **DAY)  # type: ignore[arg-type]
    no_end_reason = forms.CharField(
        label=_("Why it has no end"), max_length=300, required=False,
        help_text=_("Only for a research database that is kept on. It stands in the record."),
    )  # fmt: skip

    def __init__(self, *args: Any, terms: Terms, contacts: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self._recipients(terms, contacts)
        self._scope(terms)
        endings = [("day", _("on a day"))]
        known = events.codes()
        endings += [
            (code, EVENTS_TOLD.get(code, code)) for code in terms.events_offered if code in known
        ]
        if terms.may_stay_open:
            endings.append((NO_END, _("it has no end; say why")))
        else:
            del self.fields["no_end_reason"]
        self._choices("ending", endings)
        usual = terms.ends_on_event if terms.ends_on_event in known else "day"
        self.fields["ending"].initial = usual
        self.fields["expires_on"].initial = today + timedelta(days=terms.days or 365)

    def clean_expires_on(self) -> date | None:
        """An end lies ahead."""
        day: date | None = self.cleaned_data.get("expires_on")
        if day and day <= self.today:
            raise forms.ValidationError(_("Choose a day that lies ahead."))
        return day

    def clean(self) -> dict[str, Any]:
        """A day is needed where it ends on one."""
        data = super().clean() or self.cleaned_data
        beside = data.get("contact_id") or data.get("recipient_name")
        if data.get("party_id") and beside:
            self.add_error("contact_id", _("Name one of them: a paper is for one."))
        is_day = data.get("ending") == "day"
        if is_day and not data.get("expires_on") and "expires_on" not in self.errors:
            self.add_error("expires_on", _("Say on which day it ends."))
        if data.get("ending") == NO_END and not data.get("no_end_reason"):
            self.add_error("no_end_reason", str(REFUSALS["open_end_unexplained"]))
        return data

    def _recipients(self, terms: Terms, contacts: Any) -> None:
        if terms.contact_kind:
            known = [
                (str(each.pk), " · ".join(filter(None, (each.name, each.relation))))
                for each in contacts
            ]
            self._choices("contact_id", [("", _("A new person")), *known])
        else:
            for name in ("contact_id", "recipient_name", "recipient_relation"):
                del self.fields[name]
        if terms.contact_kind and terms.names_party:
            self._named_either_way()
        if terms.names_party:
            parties = OutsideParty.objects.filter(is_intermediary=False).order_by("name")
            self._choices("party_id", [("", _("Choose…")), *((str(p.pk), p.name) for p in parties)])
        else:
            del self.fields["party_id"]

    def _named_either_way(self) -> None:
        """Somebody looked up, or an employer who gets a page of their own."""
        self.fields["party_id"].required = False
        contact = self.fields["contact_id"]
        assert isinstance(contact, forms.ChoiceField)
        contact.label = _("Or an employer, with a page of their own")
        contact.choices = [("", "—"), *list(contact.choices)[1:]]  # type: ignore[arg-type]
        self.fields["recipient_name"].label = _("Or a new employer, by the person's full name")
        self.order_fields(["party_id", "contact_id"])

    def _scope(self, terms: Terms) -> None:
        if terms.classes_offered:
            self._choices(
                "classes", [(str(each), capfirst(CLASSES[each])) for each in terms.classes_offered]
            )
            self.fields["classes"].initial = [str(each) for each in terms.classes]
        else:
            for name in ("classes", "records_from", "records_to"):
                del self.fields[name]
        if terms.purposes_offered:
            self._choices(
                "purposes", [(each, capfirst(PURPOSES[each])) for each in terms.purposes_offered]
            )
            self.fields["purposes"].initial = list(terms.purposes)
        else:
            del self.fields["purposes"]

    def _choices(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class ThroughForm(DraftForm):
    """A consent to an exchange: beside what it covers, to which of its members it passes it on."""

    designation = forms.ChoiceField(
        label=_("Who may receive it behind the exchange"),
        widget=forms.RadioSelect,
        choices=[
            (Consent.Designation.MEMBERS, _("only the members ticked below")),
            (
                Consent.Designation.TREATING_PROVIDERS,
                _("every member that treats the client, now or later"),
            ),
        ],
        initial=Consent.Designation.MEMBERS,
        help_text=_("With the second the client may ask the exchange whom it gave what."),
    )
    member_ids = forms.MultipleChoiceField(
        label=_("Members"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, members: Sequence[IntermediaryMember], **kwargs: Any) -> None:
        super().__init__(*args, contacts=(), **kwargs)
        del self.fields["party_id"]
        self._choices("member_ids", [(str(row.member_id), _named(row)) for row in members])
        self.order_fields(["designation", "member_ids"])

    def clean(self) -> dict[str, Any]:
        """Named members are named."""
        data = super().clean()
        named = data.get("designation") == Consent.Designation.MEMBERS
        if named and not data.get("member_ids") and "member_ids" not in self.errors:
            self.add_error("member_ids", str(PROBLEMS["participants_missing"]))
        return data


def _named(row: IntermediaryMember) -> str:
    since = _("a member since %(day)s") % {"day": date_format(row.starts_at, "j M Y")}
    return f"{row.member.name}, {since}"


class RefusalForm(ActionForm):
    """The client's own words, if they want to give any."""

    words = forms.CharField(
        label=_("In their words, if they say why"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class OfferForm(ActionForm):
    """Nothing to fill in: the draft goes onto the client's page."""
