"""The texts that the front desk may send: written in both languages and approved by a director."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.conversations.actions import approve_text
from homeward.conversations.desk_models import DeskText
from homeward.conversations.desk_queries import newest_texts, shipped_texts
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Row, Table
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.setup.pages import setup_tabs
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role

ROUTE = "desk:setup_desk_texts"
FIELDS = {
    "desk_text_en": "en", "desk_text_es": "es", "desk_text_not_neutral_en": "en",
    "desk_text_not_neutral_es": "es",
}  # fmt: skip


class TextForm(ActionForm):
    """One text in both languages."""

    en = forms.CharField(
        label=gettext_lazy("In English"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Neutral words: nothing of the place, the care or a name."),
    )
    es = forms.CharField(
        label=gettext_lazy("In Spanish"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "es"}),
    )
    is_offered = forms.BooleanField(
        label=gettext_lazy("The front desk may send it"), required=False, initial=True
    )


@requires(RecordClass.SETUP, get=Access.READ, post=Access.WRITE)
def desk_texts(request: HttpRequest) -> HttpResponse:
    """Every text as it stands, those to begin with, and the form of the asked one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    code = request.GET.get("code", "")
    newest = newest_texts()
    form = TextForm(request.POST or None, initial=_initial(newest.get(code), code))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            approve_text(
                actor=actor, code=code if code in newest or code in shipped_texts() else "",
                en=data["en"], es=data["es"], is_offered=data["is_offered"], now=clock.now(),
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            for each in refusal.codes:
                form.add_error(FIELDS.get(each), words_for(each))
        else:
            messages.success(request, _("Approved. It counts from now on."))
            return redirect(ROUTE)
    waiting = {key: text for key, text in shipped_texts().items() if key not in newest}
    page = {
        "tabs": setup_tabs(ROUTE),
        "table": _table(newest),
        "begin": _begin(waiting),
        "is_asked": code in newest or code in waiting,
        "may_set": actor.has_role(Role.DIRECTOR),
    }
    return render(
        request, "desk/setup/desk_texts.html", {"page": page, "form": form},
        status=422 if form.errors else 200,
    )  # fmt: skip


def _initial(text: DeskText | None, code: str) -> dict[str, Any]:
    if text is not None:
        return {"en": text.en, "es": text.es, "is_offered": text.is_offered}
    return dict(shipped_texts().get(code, {}))


def _table(newest: dict[str, DeskText]) -> Table:
    here = reverse(ROUTE)
    return Table(
        _("Approved"),
        (Column(_("English")), Column(_("Spanish")), Column(_("Version")), Column(_("By"))),
        tuple(
            Row(
                (
                    Cell(
                        row.en, url=f"{here}?code={row.code}",
                        sub="" if row.is_offered else _("not offered"),
                    ),
                    Cell(row.es),
                    Cell(str(row.number), sub=date_format(row.approved_at)),
                    Cell(row.approved_by.name),
                )
            )
            for row in newest.values()
        ),
        empty=_("Nothing is approved yet: the front desk sends nothing."),
    )  # fmt: skip


def _begin(waiting: dict[str, dict[str, str]]) -> Table:
    here = reverse(ROUTE)
    return Table(
        _("To begin with"),
        (Column(_("English")), Column(_("Spanish"))),
        tuple(
            Row((Cell(text["en"], url=f"{here}?code={code}"), Cell(text["es"])))
            for code, text in waiting.items()
        ),
        empty=_("Every text to begin with was decided about."),
    )
