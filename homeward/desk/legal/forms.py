"""Writing down a legal request, its papers, and what two people do about it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.consents.labels import CLASSES
from homeward.consents.models import LegalInstrument, OutsideParty
from homeward.core.forms import ActionForm
from homeward.kernel.records import RecordClass as C

NAMED = (C.IDENTITY, C.SCHEDULE, C.ASSESSMENT, C.NOTES, C.COUNSELING_NOTES, C.MEDICAL, C.DRUG_TESTS,
         C.CLAIMS, C.OUTCOMES)  # fmt: skip
PARTS = [(str(each), CLASSES[each]) for each in NAMED]
DAY = {"type": "date"}
CAME_BY = (
    ("in_person", _("in person")), ("phone", _("by phone")), ("mail", _("by mail or courier")),
    ("fax", _("by fax")), ("email", _("by e-mail")),
)  # fmt: skip
BROUGHT = (
    ("", _("nothing on paper")), ("subpoena", _("a subpoena")), ("court_order", _("a court order")),
    ("warrant", _("a search or arrest warrant")), ("letter", _("a letter")),
    ("badge", _("a badge or card")),
)  # fmt: skip
TYPES = (
    (LegalInstrument.Type.COURT_ORDER_2_61, _("Court order under 42 CFR Part 2, subpart E")),
    (LegalInstrument.Type.SUBPOENA, _("Subpoena or another paper that compels")),
    (LegalInstrument.Type.COURT_ORDER_OTHER, _("Another court order or warrant")),
)
OUTCOMES = (
    ("released", _("Handed over")), ("refused", _("Refused")), ("withdrawn", _("Withdrawn")),
    ("nothing_to_answer", _("Nothing to answer")),
)  # fmt: skip


class ReceptionForm(ActionForm):
    """Who came with what. Nothing is looked up and nothing is told."""

    came_by = forms.ChoiceField(label=_("They came"), choices=CAME_BY)
    asker_name = forms.CharField(label=_("Their name"), max_length=120)
    asker_office = forms.CharField(label=_("Their office"), max_length=120, required=False)
    asker_phone = forms.CharField(label=_("Their number"), max_length=40, required=False)
    brought = forms.ChoiceField(label=_("They brought"), choices=BROUGHT, required=False)
    about = forms.CharField(
        label=_("What they asked, in their words"), max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    answer_by = forms.DateField(
        label=_("The paper wants an answer by"), required=False,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )  # fmt: skip


class LinkForm(ActionForm):
    """Whose record it is about, by chart number; said to nobody outside."""

    chart_number = forms.CharField(label=_("Chart number"), max_length=20)


class PaperForm(ActionForm):
    """A court paper as it reads."""

    type = forms.ChoiceField(label=_("What it is"), choices=TYPES, widget=forms.RadioSelect)
    court = forms.CharField(label=_("Which court"), max_length=120)
    docket = forms.CharField(label=_("Case number"), max_length=60, required=False)
    dated = forms.DateField(
        label=_("Its date"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )
    recipient_id = forms.ChoiceField(label=_("To whom it says to disclose"))
    classes = forms.MultipleChoiceField(
        label=_("Which parts of the record it names"), choices=PARTS,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["recipient_id"]
        assert isinstance(field, forms.ChoiceField)
        rows = OutsideParty.objects.order_by("name")
        field.choices = [("", _("Choose…")), *((str(row.pk), row.name) for row in rows)]


class VerificationForm(ActionForm):
    """How this person made sure."""

    how = forms.CharField(
        label=_("How you made sure it is genuine"), max_length=200,
        help_text=_("Called the clerk on the court's published number, saw the seal…"),
    )  # fmt: skip


class ProposalForm(ActionForm):
    """What is to be handed over."""

    classes = forms.MultipleChoiceField(
        label=_("What is to be handed over"), choices=PARTS, widget=forms.CheckboxSelectMultiple
    )


class ReleaseForm(ActionForm):
    """Nothing to fill in: the second person's word."""


class ClosingForm(ActionForm):
    """How it ended."""

    outcome = forms.ChoiceField(label=_("How it ended"), choices=OUTCOMES, widget=forms.RadioSelect)
