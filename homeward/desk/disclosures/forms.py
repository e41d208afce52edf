"""Telling somebody something, a medical emergency, a wish for privacy, a safety flag."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from homeward.consents.actions.incidents import IncidentTold
from homeward.consents.labels import CLASSES, CLASSES_TOLD, MEDIA, PURPOSES
from homeward.consents.models import OutsideParty, PremisesIncident
from homeward.core.forms import ActionForm
from homeward.kernel.records import RecordClass as C

# Counseling notes are told by nobody from here; their own consent and their author are needed.
TOLD = (
    C.IDENTITY,
    C.SCHEDULE,
    C.ASSESSMENT,
    C.NOTES,
    C.MEDICAL,
    C.DRUG_TESTS,
    C.CLAIMS,
    C.OUTCOMES,
    C.LINKAGE,
)
FOR = (
    "treatment", "payment", "operations", "family_support", "criminal_justice_monitoring",
    "client_request", "qso_service", "child_abuse_report", "crime_on_premises", "audit_evaluation",
    "research", "other",
)  # fmt: skip
BY = ("phone", "spoken", "paper")
THE_CLIENT = "client"
PARTS = [(str(each), CLASSES[each]) for each in TOLD]


def recipients(contacts: Any, *, with_client: bool = True) -> list[tuple[str, Any]]:
    """Everybody who can be named: the client, their contacts, those looked up."""
    named: list[tuple[str, Any]] = [("", _("Choose…"))]
    if with_client:
        named.append((THE_CLIENT, _("The client in person")))
    named += [
        (f"contact {each.pk}", " · ".join(filter(None, (each.name, each.relation))))
        for each in contacts
    ]
    named += [(f"party {each.pk}", each.name) for each in OutsideParty.objects.order_by("name")]
    return named


def chosen(value: str) -> dict[str, Any]:
    """A chosen recipient as the actions want it."""
    kind, _space, key = value.partition(" ")
    return {
        "contact_id": key if kind == "contact" else None,
        "party_id": key if kind == "party" else None,
    }


class SharingForm(ActionForm):
    """Who, what for, which parts, and how you know them; the answer comes before you speak."""

    to = forms.ChoiceField(label=_("Who would learn it"))
    purpose = forms.ChoiceField(
        label=_("What for"), choices=[(code, PURPOSES[code]) for code in FOR]
    )
    classes = forms.MultipleChoiceField(
        label=_("Which parts"), choices=PARTS, widget=forms.CheckboxSelectMultiple
    )
    medium = forms.ChoiceField(
        label=_("How"), choices=[(code, MEDIA[code]) for code in BY], widget=forms.RadioSelect,
        initial="phone",
    )  # fmt: skip
    identity_check = forms.CharField(
        label=_("How you know who they are"), max_length=120,
        help_text=_("Called back on the number on file, pass phrase, identity card…"),
    )  # fmt: skip
    service = forms.CharField(
        label=_("The service, for a service agreement"), max_length=40, required=False
    )
    report = forms.ChoiceField(
        label=_("For a report of suspected harm to a child"), required=False,
        choices=[("", _("no such report")), ("initial", _("the first report")),
                 ("followup", _("a follow-up"))],
    )  # fmt: skip
    incident_id = forms.ChoiceField(
        label=_("For a crime on the premises: the recorded incident"), required=False
    )
    incident_on = forms.DateField(
        label=_("Or the day it happened"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
    incident_place = forms.CharField(label=_("Where"), max_length=80, required=False)
    incident_what = forms.CharField(
        label=_("What happened, in short"), max_length=160, required=False,
        help_text=_("No names and nothing about treatment; it is kept apart from the ledger."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("What you said, in short"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(
        self, *args: Any, contacts: Any, incidents: Sequence[PremisesIncident] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = recipients(contacts)
        recorded = self.fields["incident_id"]
        assert isinstance(recorded, forms.ChoiceField)
        if incidents:
            recorded.choices = [("", _("none of these")), *map(_incident, incidents)]
        else:
            del self.fields["incident_id"]

    def incident(self) -> dict[str, Any]:
        """After validation: the incident as the action wants it."""
        data = self.cleaned_data
        told = IncidentTold(data["incident_on"], data["incident_place"], data["incident_what"])
        return {"incident_id": data.get("incident_id") or None, "incident": told}


def _incident(row: PremisesIncident) -> tuple[str, str]:
    day = date_format(row.on, "j M Y")
    return str(row.pk), f"{day} · {row.place} · {row.what}"


class EmergencyForm(ActionForm):
    """The four items the law wants at once, why no consent came first, and what was needed."""

    recipient_name = forms.CharField(label=_("Who receives it, by name"), max_length=120)
    recipient_affiliation = forms.CharField(
        label=_("Where they work"), max_length=120,
        help_text=_("Ambulance service, hospital, clinic."),
    )  # fmt: skip
    nature = forms.CharField(label=_("What the emergency is"), max_length=300)
    why_no_consent = forms.CharField(
        label=_("Why the client could not be asked first"), max_length=300,
        help_text=_("Unconscious, confused, no time… Able to answer? Ask for their consent."),
    )  # fmt: skip
    classes = forms.MultipleChoiceField(
        label=_("What they need"), choices=PARTS, widget=forms.CheckboxSelectMultiple,
        initial=["identity", "medical"],
    )  # fmt: skip
    medium = forms.ChoiceField(
        label=_("How"), choices=[(code, MEDIA[code]) for code in BY], widget=forms.RadioSelect,
        initial="spoken",
    )  # fmt: skip


class WishForm(ActionForm):
    """What is to be kept, from whom."""

    classes = forms.MultipleChoiceField(
        label=_("What is to be kept"), choices=PARTS, widget=forms.CheckboxSelectMultiple
    )
    to = forms.ChoiceField(label=_("From whom"), required=False)
    recipient_class = forms.ChoiceField(
        label=_("Or from everybody of a kind"), required=False,
        choices=[("", "—"), *((code, words) for code, words in CLASSES_TOLD.items())],
    )  # fmt: skip
    is_paid_in_full = forms.BooleanField(
        label=_("The client paid for it in full themselves"), required=False
    )
    words = forms.CharField(
        label=_("In the client's words"), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, contacts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        everybody = [("", _("from everybody")), *recipients(contacts, with_client=False)[1:]]
        field.choices = everybody


class WishAnswerForm(ActionForm):
    """Agreed or not, and why."""

    is_agreed = forms.ChoiceField(
        label=_("The answer"), widget=forms.RadioSelect,
        choices=[("yes", _("Agreed: it binds from now on")), ("no", _("Not agreed"))],
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class FlagForm(ActionForm):
    """Somebody who may endanger the client."""

    to = forms.ChoiceField(label=_("Who must learn nothing"))
    reason = forms.CharField(
        label=_("Why"), max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, contacts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = recipients(contacts, with_client=False)


class LiftForm(ActionForm):
    """Nothing to fill in."""
