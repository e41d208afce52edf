"""A file of places in, and out. The file is read, answered and forgotten."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import STAFF
from homeward.core.policies import Policy, guarded_by, requires
from homeward.desk.directory.forms import SheetForm
from homeward.desk.directory.pages import TrialPage
from homeward.desk.directory.views import ROOM, keepers_only
from homeward.directory.actions.take_sheet import SheetNotRight, place_of, take_sheet, try_sheet
from homeward.directory.queries import services
from homeward.directory.rules.sheet import write_sheet
from homeward.kernel.records import RecordClass

# A dry run does nothing, so sending it twice is two dry runs.
DRY_RUN = Policy(
    RecordClass.SCHEDULE,
    (("GET", Access.WRITE), ("POST", Access.WRITE)),
    kinds=(STAFF,),
    once=False,
)


@guarded_by(DRY_RUN)
def sheet(request: HttpRequest) -> HttpResponse:
    """Choose a file; see what it would do, line by line, before anything happens."""
    keepers_only(request.actor)  # type: ignore[attr-defined]
    if request.method != "POST":
        return render(request, f"{ROOM}/sheet.html", {"form": SheetForm()})
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, f"{ROOM}/sheet.html", {"form": form}, status=422)
    return _trial(request, form.cleaned_data["text"])


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def sheet_taken(request: HttpRequest) -> HttpResponse:
    """Take the file in: all of it, or nothing."""
    form = SheetForm(request.POST)
    if not form.is_valid():
        return render(request, f"{ROOM}/sheet.html", {"form": form}, status=422)
    try:
        done = take_sheet(actor=request.actor, text=form.cleaned_data["text"], now=clock.now())  # type: ignore[attr-defined]
    except SheetNotRight:
        return _trial(request, form.cleaned_data["text"])
    count = len(done.added) + len(done.changed)
    messages.success(
        request, ngettext("%(n)s place taken in.", "%(n)s places taken in.", count) % {"n": count}
    )
    return redirect("desk:directory")


@requires(RecordClass.SCHEDULE, get=Access.MINIMAL)
def export(request: HttpRequest) -> HttpResponse:
    """Every place on the list as a file that comes back in unchanged."""
    text = write_sheet(place_of(row) for row in services())
    answer = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="places.csv"'
    return answer


def _trial(request: HttpRequest, text: str) -> HttpResponse:
    page = TrialPage.of(try_sheet(text))
    form = SheetForm(initial={"text": text})
    status = 200 if page.is_right else 422
    return render(request, f"{ROOM}/trial.html", {"page": page, "form": form}, status=status)
