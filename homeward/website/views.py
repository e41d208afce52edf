"""The public pages. They set nothing but the form's own cookie and tell nobody who came."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override

from homeward.admissions.actions.take_inquiry import take_inquiry
from homeward.core import clock
from homeward.core.actors import NOBODY
from homeward.core.policies import EVERYONE, open_to
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.kernel.records import RecordClass
from homeward.program.models import Site
from homeward.website import pages
from homeward.website.forms import AskForm
from homeward.website.limits import too_many_requests
from homeward.website.shell import public_shell


@open_to()
def home(request: HttpRequest) -> HttpResponse:
    """What an intensive outpatient program is, what is open now, and where help is."""
    return _page(request, "home", page=pages.HomePage.of(clock.now()))


@open_to()
def program(request: HttpRequest) -> HttpResponse:
    """The hours, the stages, a sample day and the rules, as they are loaded."""
    return _page(request, "program", page=pages.ProgramPage.of())


@open_to()
def paying(request: HttpRequest) -> HttpResponse:
    """Who pays, and what happens when nobody does."""
    return _page(request, "paying", payers=pages.payers(), phone=pages.phone())


@open_to()
def privacy(request: HttpRequest) -> HttpResponse:
    """What the law promises, and what this site keeps."""
    return _page(request, "privacy")


@open_to(EVERYONE, methods=("GET", "POST"), record_class=RecordClass.INQUIRIES)
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a call without a name. Whoever is signed in here asks as nobody."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if too_many_requests(request):
            return _page(request, "pause", status=429, phone=pages.phone())
        try:
            _take(form)
        except Refusal as refusal:
            form.add_error(None, [words_for(code) for code in refusal.codes])
        else:
            return redirect("website:thanks")
    status = 422 if form.errors else 200
    return _page(request, "ask", status=status, form=form, phone=pages.phone())


@open_to()
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens next; the same words for everybody."""
    return _page(request, "thanks", phone=pages.phone())


def _take(form: AskForm) -> None:
    given = form.cleaned_data
    track = form.tracks.get(given["track"])
    site = track.site if track else Site.objects.order_by("code").first()
    if site is None:
        raise NothingLoaded
    take_inquiry(
        actor=NOBODY,
        site_id=site.pk,
        program_id=track.program_id if track else None,
        wanted_track_id=track.pk if track else None,
        caller_name=given["call_me"].strip() or _no_name(),
        relation=given["relation"],
        phone=given["phone"],
        may_leave_message=given["may_leave_message"],
        referral_source="website",
        note=given["note"],
        now=clock.now(),
    )


def _no_name() -> str:
    """What staff read in place of a name: in the house's language, not the visitor's."""
    with override(settings.LANGUAGE_CODE):
        return _("No name given")


class NothingLoaded(Refusal):
    """There is no program yet that could call back."""


def _page(request: HttpRequest, name: str, status: int = 200, **facts: Any) -> HttpResponse:
    shell = public_shell(request, NOBODY)
    return render(request, f"website/{name}.html", {"shell": shell, **facts}, status=status)
