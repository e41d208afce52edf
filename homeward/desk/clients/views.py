"""The caseload page and the finder."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.desk.clients import pages
from homeward.kernel.records import RecordClass


@requires(RecordClass.IDENTITY, get=Access.MINIMAL)
def clients(request: HttpRequest) -> HttpResponse:
    """Everyone the person may open now, with this week's hours and their phase."""
    page = pages.Caseload.of(request.actor, dict(request.GET.items()))  # type: ignore[attr-defined]
    return render(request, "desk/clients/list.html", {"page": page})


@requires(RecordClass.IDENTITY, get=Access.MINIMAL)
def find(request: HttpRequest) -> HttpResponse:
    """Find anyone by name, chart number or the last four digits of a phone."""
    text = request.GET.get("q", "")[:80]
    page = pages.Found.of(request.actor, text)  # type: ignore[attr-defined]
    if request.GET.get("as") == "options":
        facts = {"options": page.options, "q": text}
        return render(request, "core/components/_find_options.html", facts)
    return render(request, "desk/clients/find.html", {"page": page, "q": text})
