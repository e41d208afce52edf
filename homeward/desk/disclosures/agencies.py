"""What officers and employers asked for: looked at by a worker, answered as the consent allows."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents import actions, recipients
from homeward.consents.agency_asks import ask_to_answer
from homeward.consents.asked_parts import classes_of, words_of
from homeward.consents.disclosing import Outgoing, preview, purpose_for
from homeward.consents.labels import CLASSES, MEDIA, PURPOSES
from homeward.consents.models import AgencyAsk
from homeward.consents.rules.request import Item
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act, Fact
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.desk.admissions.times import when
from homeward.desk.disclosures.asks import who_asks
from homeward.desk.disclosures.forms import BY, PARTS
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass

FIELDS = {"description_missing": "classes", "identity_unchecked": "identity_check"}


class AnswerForm(ActionForm):
    """Which parts the engine is asked about, how it is told, and how they are known."""

    classes = forms.MultipleChoiceField(
        label=gettext_lazy("What they are to learn, if the consent allows it"), choices=PARTS,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    medium = forms.ChoiceField(
        label=gettext_lazy("How"), choices=[(code, MEDIA[code]) for code in BY],
        widget=forms.RadioSelect, initial="phone",
    )  # fmt: skip
    identity_check = forms.CharField(
        label=gettext_lazy("How you know who they are"), max_length=120,
        help_text=gettext_lazy("Called back on the number on file, pass phrase, identity card…"),
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("What you said, in short"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class AskPage:
    """One request, and what the engine would say to it now."""

    title: str
    facts: tuple[Fact, ...]
    may: str
    may_not: tuple[tuple[str, str], ...]
    back: Act

    @classmethod
    def of(cls, row: AgencyAsk) -> "AskPage":
        """The engine is asked without a word leaving; nothing of it is written."""
        now = clock.now()
        purpose = purpose_for(row.contact).value
        classes = classes_of(row.parts)
        items = tuple(Item(each, each, local_day(now)) for each in classes)
        outgoing = Outgoing(recipients.contact(row.contact), purpose, items, "portal")
        told = preview(row.client, outgoing, now).items if items else ()
        return cls(
            title=row.contact.name,
            facts=tuple(
                Fact(term, value)
                for term, value in (
                    (_("Who asks"), who_asks(row)),
                    (_("When"), when(row.asked_at)),
                    (_("What for"), str(PURPOSES[purpose])),
                    (_("What they ask"), ", ".join(words_of(row.parts))),
                    (_("In their words"), row.words),
                )
                if value
            ),
            may=", ".join(str(CLASSES[each.id]) for each in told if each.effect == "permit"),
            may_not=tuple(
                (str(CLASSES[each.id]), " ".join(str(words_for(code)) for code in each.reasons))
                for each in told
                if each.effect != "permit"
            ),
            back=Act(_("The ledger"), reverse("desk:disclosures", args=[row.client_id])),
        )


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def agency_ask(request: HttpRequest, agency_ask_id: UUID) -> HttpResponse:
    """Look at it, ask the engine, keep the answer; the same words go back in every case."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = ask_to_answer(actor, agency_ask_id)
    answer = getattr(row, "answer", None)
    if answer is not None:
        return redirect("desk:disclosure", answer.disclosure_id)
    form = AnswerForm(request.POST or None, initial={"classes": list(classes_of(row.parts))})
    if request.method == "POST" and form.is_valid():
        data: dict[str, Any] = {
            name: form.cleaned_data[name] for name in ("classes", "medium", "identity_check")
        }
        try:
            made = actions.answer_agency_ask(
                actor=actor, ask_id=row.pk, words=form.cleaned_data["words"], now=clock.now(),
                **data,
            )  # fmt: skip
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            return redirect("desk:disclosure_answer", made.disclosure_id)
    facts = {"form": form, "page": AskPage.of(row)}
    status = 422 if form.errors else 200
    return render(request, "desk/disclosures/agency_ask.html", facts, status=status)
