"""The laboratories that take the program's specimens: set up, and brought up to date."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Row, Table
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.drug_tests.keeping_forms import LaboratoryForm
from homeward.desk.setup.pages import setup_tabs
from homeward.drugtests import actions, words
from homeward.drugtests.models import Laboratory
from homeward.kernel.records import RecordClass

FIELDS = {
    "laboratory_name": "name", "laboratory_known": "name", "laboratory_sender": "sender",
    "laboratory_codes": "codes", "laboratory_analytes": "analytes",
    "laboratory_clia": "clia_ends_on",
}  # fmt: skip


@requires(RecordClass.SETUP, get=Access.READ, post=Access.WRITE)
def laboratories(request: HttpRequest) -> HttpResponse:
    """Every laboratory, and the form of one: of the asked one, else of a new one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = Laboratory.objects.filter(code=request.GET.get("code", "")).first()
    form = LaboratoryForm(request.POST or None, initial=_initial(found) if found else None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.set_up_laboratory(
                actor=actor, code=found.code if found else slugify(typed["name"])[:40],
                is_new=found is None, now=clock.now(), **form.told(),
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error(FIELDS.get(code), words.refusal(code))
        else:
            messages.success(request, _("The laboratory is set up."))
            return redirect("desk:setup_laboratories")
    page = {
        "tabs": setup_tabs("desk:setup_laboratories"),
        "table": _table(),
        "asked": found,
        "may_set": may(actor.roles, RecordClass.SETUP, Access.WRITE),
    }
    status = 422 if form.errors else 200
    context = {"page": page, "form": form}
    return render(request, "desk/setup/laboratories.html", context, status=status)


def _initial(row: Laboratory) -> dict[str, Any]:
    return {
        "name": row.name, "sender": row.sender, "clia_number": row.clia_number,
        "clia_ends_on": row.clia_ends_on, "analytes": row.analytes, "is_active": row.is_active,
        "codes": "\n".join(f"{theirs} = {ours}" for theirs, ours in sorted(row.codes.items())),
    }  # fmt: skip


def _table() -> Table:
    here = reverse("desk:setup_laboratories")
    return Table(
        _("Laboratories"),
        (
            Column(_("Name")),
            Column(_("In its messages")),
            Column(_("CLIA certificate")),
            Column(_("Tests for")),
        ),
        tuple(
            Row(
                (
                    Cell(
                        row.name, url=f"{here}?code={row.code}",
                        sub="" if row.is_active else _("takes no specimens"),
                    ),
                    Cell(row.sender),
                    _certificate(row),
                    Cell(", ".join(words.analyte(code) for code in row.analytes) or _("not said")),
                )
            )
            for row in Laboratory.objects.order_by("name")
        ),
        empty=_("No laboratory yet: nothing can be sent out."),
    )  # fmt: skip


def _certificate(row: Laboratory) -> Cell:
    if row.clia_ends_on is None:
        return Cell(_("not on record"), tone="attention")
    is_over = row.clia_ends_on < clock.today()
    return Cell(
        row.clia_number, tone="urgent" if is_over else "neutral",
        sub=_("until %(day)s") % {"day": date_format(row.clia_ends_on)},
    )  # fmt: skip
