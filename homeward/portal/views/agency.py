"""What an officer or an employer may do beside reading: ask, and see what they were shown.

The answer to asking is one page for everybody: it says nothing about anybody, and nothing that
happens later changes it.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from homeward.consents import actions
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import AGENCY, Actor
from homeward.core.limits import count
from homeward.core.policies import open_to, requires
from homeward.kernel.records import RecordClass
from homeward.portal.agency import AskForm, logs_in, person_words, release_logs
from homeward.portal.officer_paper import paper_about
from homeward.portal.sharing import contact_ids_behind
from homeward.released.models import Page
from homeward.released.queries import items_for

MOST_ASKED, MOST_PAPERS = 12, 30  # an hour, of one account


@open_to((AGENCY,), record_class=RecordClass.CONSENTS, methods=("GET", "POST"))
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for something; whoever asks hears the same, whatever a consent says."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = AskForm(request.POST or None, people=person_words(contact_ids_behind(actor)))
    if request.method == "POST" and form.is_valid():
        if count(request, f"ask:{actor.account_id}") > MOST_ASKED:
            return render(request, "portal/families_pause.html", status=429)
        data = form.cleaned_data
        actions.ask_as_agency(
            actor=actor, contact_id=form.contact_id, parts=data["parts"], words=data["words"],
            now=clock.now(),
        )  # fmt: skip
        return redirect("portal:agency_asked")
    status = 422 if form.errors else 200
    return render(request, "portal/agency_ask.html", {"form": form}, status=status)


@open_to((AGENCY,), record_class=RecordClass.CONSENTS)
def asked(request: HttpRequest) -> HttpResponse:
    """The same words for everybody."""
    return render(request, "portal/agency_asked.html")


@requires(RecordClass.SCHEDULE, post=Access.READ, kinds=(AGENCY,))
def report(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """The report about one of the people as a PDF, decided anew; without a consent, the page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if count(request, f"report:{actor.account_id}") > MOST_PAPERS:
        return render(request, "portal/families_pause.html", status=429)
    made = paper_about(actor, contact_id, clock.now())
    if made is None:
        return redirect("portal:today")
    at, pdf = made
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="document-{at:%Y-%m-%d}.pdf"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def release_log(actor: Actor) -> None:
    """What this account may be told of what it was shown."""
    release_logs(actor, clock.now())


@open_to((AGENCY,), record_class=RecordClass.CONSENTS, releases=release_log)
def log(request: HttpRequest) -> HttpResponse:
    """What was shown when, and under which consent; without one in force, nothing new."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    logs = logs_in(items_for(actor, Page.SHOWN, clock.now()), contact_ids_behind(actor))
    if not logs:
        return render(request, "portal/nothing_new.html", {"to_sign": (), "is_family": False})
    return render(request, "portal/agency_log.html", {"logs": logs})
