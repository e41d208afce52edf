"""The lists a client may ask of exchanges: to whom they passed the records on (42 CFR 2.24)."""

import re
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.consents import actions
from homeward.consents.exchange_lists import exchanges_of, lists_of
from homeward.consents.models import IntermediaryListRequest
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.times import when
from homeward.desk.admissions.views.small import small_page
from homeward.desk.chart.frame import chart_frame
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class AskForm(ActionForm):
    """Which exchange is asked."""

    party_id = forms.ChoiceField(label=gettext_lazy("Which exchange"))

    def __init__(self, *args: Any, exchanges: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["party_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(each.pk), each.name) for each in exchanges]


class ListForm(ActionForm):
    """What came back, one passing-on a line."""

    lines = forms.CharField(
        label=gettext_lazy("What the exchange answered"), required=False, max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "One line each: who received it; the day as 2026-11-20; what it was. "
            "Leave it empty if they passed nothing on."
        ),
    )  # fmt: skip

    def clean_lines(self) -> list[tuple[str, date, str]]:
        """Each line in its three parts; every wrong one is named by its number."""
        found: list[tuple[str, date, str]] = []
        wrong: list[str] = []
        for number, line in enumerate(self.cleaned_data["lines"].splitlines(), start=1):
            if not line.strip():
                continue
            parts = [part.strip() for part in line.split(";", 2)]
            day = _day(parts[1]) if len(parts) == 3 else None
            if day is None or not all(parts):
                wrong.append(str(number))
            else:
                found.append((parts[0], day, parts[2]))
        if wrong:
            said = _("Line %(lines)s: write who; day as 2026-11-20; what.")
            raise forms.ValidationError(said % {"lines": ", ".join(wrong)})
        return found


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.WRITE)
def exchange_lists(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What was asked and answered; below, the client's next written request."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_consents")
    writes = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
    exchanges = exchanges_of(actor, frame.client)
    form = AskForm(request.POST or None, exchanges=exchanges)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_for_list(
                actor=actor,
                client_id=client_id,
                party_id=form.cleaned_data["party_id"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, {"not_through_exchange": "party_id"})
        else:
            messages.success(request, _("Written down. Send it; they have thirty days to answer."))
            return redirect("desk:exchange_lists", client_id)
    facts = {
        "frame": frame,
        "lines": [_line(row, clock.now(), writes=writes) for row in lists_of(actor, frame.client)],
        "form": form if writes and exchanges else None,
        "back": Act(_("The ledger"), reverse("desk:disclosures", args=[client_id])),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/disclosures/exchange_lists.html", facts, status=status)


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def exchange_list(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    """Write down what the exchange answered; the client reads it on their own page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = IntermediaryListRequest.objects.for_actor(actor, Purpose.TREATMENT)
    row = rows.select_related("party").get(pk=asked_id)
    return small_page(
        request,
        ListForm(request.POST or None),
        title=_("The answer of %(name)s") % {"name": row.party.name},
        lead=_("The client reads it beside the list of what left."),
        save=_("Keep the answer"),
        back=Act(_("Lists of exchanges"), reverse("desk:exchange_lists", args=[row.client_id])),
        done=_("The answer is kept."),
        perform=lambda data: actions.keep_list(
            actor=actor, request_id=asked_id, entries=data["lines"], now=clock.now()
        ),
    )


def _line(row: IntermediaryListRequest, now: datetime, *, writes: bool) -> dict[str, Any]:
    answer = getattr(row, "answer", None)
    late = answer is None and local_day(now) > row.due_on
    state, tone = (_("answered"), "done") if answer else (_("waits for the exchange"), "attention")
    if late:
        state, tone = _("overdue"), "urgent"
    return {
        "name": row.party.name,
        "state": state,
        "tone": tone,
        "sub": _("asked %(when)s · reaches back to %(since)s · due %(due)s")
        % {
            "when": when(row.asked_at),
            "since": date_format(row.since, "j M Y"),
            "due": date_format(row.due_on, "j M Y"),
        },
        "entries": answer.entries if answer else (),
        "nothing": answer is not None and not answer.entries,
        "act": Act(
            _("Write down the answer"),
            reverse("desk:exchange_list", args=[row.pk]),
            about=row.party.name,
        )
        if writes and answer is None
        else None,
    }


def _day(text: str) -> date | None:
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
