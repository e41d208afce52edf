"""In which states the program's clinicians may treat by telehealth, with the source."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.attendance.actions.treated_states import set_treated_states
from homeward.attendance.models import TreatedStates
from homeward.attendance.words import refusal as refusal_words
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Row, Table
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.setup.pages import setup_tabs
from homeward.kernel.records import RecordClass
from homeward.program.file.places import STATES
from homeward.program.models import Program

ROUTE = "desk:setup_telehealth"
FIELDS = {"states_none": "states", "states_source": "source"}


class StatesForm(ActionForm):
    """The states, by which source, from which day."""

    states = forms.MultipleChoiceField(
        label=gettext_lazy("States"),
        choices=[(code, code) for code in sorted(STATES)],
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Where the clinicians are licensed or may treat by an agreement."),
    )
    source = forms.CharField(label=gettext_lazy("Source"), max_length=200)
    starts_on = forms.DateField(
        label=gettext_lazy("From which day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


@requires(RecordClass.SETUP, get=Access.READ, post=Access.WRITE)
def telehealth(request: HttpRequest) -> HttpResponse:
    """What stands since when, and the form of what stands next."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    program = Program.objects.order_by("name").first()
    rows = list(
        TreatedStates.objects.filter(program=program).select_related("set_by")
        .order_by("-starts_on", "-set_at")
    )  # fmt: skip
    initial: dict[str, Any] = {"starts_on": clock.today()}
    if rows:
        initial |= {"states": rows[0].states, "source": rows[0].source}
    form = StatesForm(request.POST or None, initial=initial)
    if request.method == "POST" and program is not None and form.is_valid():
        data = form.cleaned_data
        try:
            set_treated_states(
                actor=actor, program_id=program.pk, states=data["states"], source=data["source"],
                starts_on=data["starts_on"], now=clock.now(),
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error(FIELDS.get(code), refusal_words(code))
        else:
            messages.success(request, _("The states are kept."))
            return redirect(ROUTE)
    page = {
        "tabs": setup_tabs(ROUTE),
        "table": _table(rows),
        "may_set": program is not None and may(actor.roles, RecordClass.SETUP, Access.WRITE),
    }
    return render(
        request, "desk/setup/telehealth.html", {"page": page, "form": form},
        status=422 if form.errors else 200,
    )  # fmt: skip


def _table(rows: list[TreatedStates]) -> Table:
    columns = (_("From"), _("States"), _("Source"), _("Set by"))
    return Table(
        _("States by day"),
        tuple(Column(each) for each in columns),
        tuple(
            Row(
                (
                    Cell(date_format(row.starts_on)), Cell(", ".join(row.states)),
                    Cell(row.source), Cell(row.set_by.name if row.set_by else ""),
                )
            )
            for row in rows
        ),
        empty=_("Nothing is set: the state of each client's own site holds."),
    )  # fmt: skip
