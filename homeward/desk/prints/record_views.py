"""Papers of one record: what was made, what can be made, and the file over some dates."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.chart.frame import chart_frame
from homeward.desk.prints import making
from homeward.desk.prints.forms import RangeForm
from homeward.desk.prints.papers.case_file import Range
from homeward.desk.prints.record_pages import PapersPage
from homeward.desk.refusing import say_no
from homeward.documents.models import Document
from homeward.kernel.records import RecordClass

FIELDS = {"range_runs_backwards": "last", "range_too_long": "last"}
USUALLY = timedelta(days=90)
Make = Callable[[Any, UUID, datetime], Document]


@requires(
    RecordClass.NOTES, get=Access.READ, post=Access.READ,
    get_if=making.may_make_files, post_if=making.may_make_files,
)  # fmt: skip
def papers(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Every paper of this record; the form makes the file over a range of dates."""
    actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_notes", by_name=False)
    form = RangeForm(request.POST or None, initial=_usual(frame.client.site.time_zone))
    if request.method == "POST" and form.is_valid():
        over = Range(form.cleaned_data["first"], form.cleaned_data["last"])
        try:
            made = making.make_case_file(actor, frame.client, over, clock.now())
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            return redirect("desk:document", made.pk)
    page = PapersPage.of(actor, frame.client)
    facts = {"frame": frame, "page": page, "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/prints/papers.html", facts, status=status)


@requires(RecordClass.NOTES, post=Access.READ)
def print_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """A signed note as a PDF."""
    return _made(request, making.make_note_paper, note_id)


@requires(RecordClass.NOTES, post=Access.READ, post_if=making.may_make_files)
def print_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """A version of the plan as a PDF."""
    return _made(request, making.make_plan_paper, plan_id)


@requires(RecordClass.NOTES, post=Access.READ, post_if=making.may_make_files)
def print_review(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """A level-of-care review as a PDF."""
    return _made(request, making.make_review_paper, review_id)


@requires(RecordClass.NOTES, post=Access.READ, post_if=making.may_make_files)
def print_plan_review(request: HttpRequest, plan_review_id: UUID) -> HttpResponse:
    """The plan looked at together as a PDF."""
    return _made(request, making.make_plan_review_paper, plan_review_id)


def _made(request: HttpRequest, make: Make, subject_id: UUID) -> HttpResponse:
    try:
        made = make(request.actor, subject_id, clock.now())  # type: ignore[attr-defined]
    except NotAllowed:
        raise
    except Refusal as refusal:
        form = ActionForm(request.POST)
        form.full_clean()
        say_no(form, refusal)
        return render(request, "desk/prints/refused.html", {"form": form}, status=422)
    return redirect("desk:document", made.pk)


def _usual(zone: str) -> dict[str, Any]:
    today = clock.today(zone)
    return {"first": today - USUALLY, "last": today}
