"""In which format notes are written, by kind of session, from a day on."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.setup.pages import setup_tabs
from homeward.kernel.records import RecordClass
from homeward.notes import words
from homeward.notes.actions.set_format import set_format
from homeward.notes.choices import KINDS, STYLES
from homeward.notes.formats import formats_in_force
from homeward.program.models import Program


class FormatForm(ActionForm):
    """One kind of session in one format from a day on."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of session"), required=False,
        choices=(("", gettext_lazy("every other kind")), *KINDS.items()),
    )  # fmt: skip
    style = forms.ChoiceField(
        label=gettext_lazy("Format"), choices=tuple(STYLES.items()), widget=forms.RadioSelect
    )
    starts_on = forms.DateField(
        label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Notes begun before keep their format."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """The format of one kind now."""

    kind: str
    style: str
    since: str


@requires(RecordClass.SETUP, get=Access.READ, post=Access.WRITE)
def note_formats(request: HttpRequest) -> HttpResponse:
    """The format of each kind of session, and setting one from a day on."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    program = Program.objects.order_by("name").first()
    if program is None:
        raise Http404
    form = FormatForm(request.POST or None, initial={"starts_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            set_format(
                actor=actor, program_id=program.pk, kind=typed["kind"], style=typed["style"],
                starts_on=typed["starts_on"], now=clock.now(),
            )  # fmt: skip
        except Refusal as refusal:
            for code in refusal.codes:
                field = "starts_on" if code == "format_starts_in_past" else None
                form.add_error(field, words.refusal(code))
        else:
            messages.success(request, _("Notes begun from that day on are written so."))
            return redirect("desk:setup_formats")
    page = {
        "program": program,
        "tabs": setup_tabs("desk:setup_formats"),
        "lines": _lines(program),
        "may_set": may(actor.roles, RecordClass.SETUP, Access.WRITE),
    }
    status = 422 if form.errors else 200
    context = {"page": page, "form": form}
    return render(request, "desk/setup/formats.html", context, status=status)


def _lines(program: Any) -> list[Line]:
    found = formats_in_force(program, clock.today())
    lines = []
    for kind, name in (("", _("Every other kind")), *KINDS.items()):
        row = found.get(kind)
        if row is None and kind:
            continue
        style = STYLES[row.style if row else "words"]
        since = _("from %(day)s") % {"day": date_format(row.starts_on)} if row else _("as shipped")
        lines.append(Line(str(name), str(style), since))
    return lines
