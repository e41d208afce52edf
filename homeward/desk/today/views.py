"""The first page of a staff member."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.actors import STAFF
from homeward.core.policies import open_to
from homeward.desk.today import pages
from homeward.kernel.records import RecordClass


@open_to((STAFF,), record_class=RecordClass.SCHEDULE)
def today(request: HttpRequest) -> HttpResponse:
    """Every role has a Today; each card shows only what the role may see."""
    page = pages.Today.of(request.actor)  # type: ignore[attr-defined]
    return render(request, "desk/today/today.html", {"page": page})
