"""The list of places, one place, and the clicks that keep it true."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.directory import pages
from homeward.desk.directory.forms import NoteForm, ServiceForm
from homeward.desk.refusing import say_no
from homeward.desk.steps import answer_step, back_to
from homeward.directory.actions import keep
from homeward.directory.models import Service
from homeward.kernel.records import RecordClass

ROOM = "desk/directory"


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def keepers_only(actor: Actor) -> None:
    """Raise NotAllowed for those who read the list and do not keep it."""
    if not keep.may_keep(actor):
        raise NotAllowed


def _service(service_id: UUID) -> Service:
    return Service.objects.select_related("verified_by").get(pk=service_id)


@requires(RecordClass.SCHEDULE, get=Access.MINIMAL)
def directory(request: HttpRequest) -> HttpResponse:
    """The places, filtered by what they offer, how far they are and whether they are checked."""
    page = pages.DirectoryPage.of(_actor(request), request.GET.dict(), clock.now())
    return render(request, f"{ROOM}/list.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.MINIMAL)
def service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """One place, who checked it, and every change to it."""
    row = _service(service_id)
    page = pages.ServicePage.of(_actor(request), row, clock.now())
    facts = {"page": page, "form": NoteForm(version=row.version)}
    return render(request, f"{ROOM}/service.html", facts)


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def new_service(request: HttpRequest) -> HttpResponse:
    """Add a place."""
    keepers_only(_actor(request))
    return _save(request, ServiceForm(request.POST or None), None, _("Added to the list."))


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def edit_service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Change what is known of a place."""
    keepers_only(_actor(request))
    row = _service(service_id)
    form = (
        ServiceForm(request.POST, version=row.version)
        if request.method == "POST"
        else ServiceForm.showing(row)
    )
    return _save(request, form, row, _("Changed, and the change is kept."))


def _save(request: HttpRequest, form: ServiceForm, row: Service | None, done: str) -> HttpResponse:
    then = reverse("desk:directory_service", args=[row.pk]) if row else reverse("desk:directory")

    def perform(_form: Any) -> None:
        code = row.code if row else keep.free_code(form.cleaned_data["name"])
        now = clock.now()
        checked = form.cleaned_data["is_checked"]
        keep.save_service(
            actor=_actor(request),
            place=form.place(code),
            service_id=row.pk if row else None,
            checked_on=timezone.localtime(now).date() if checked else None,
            expected_version=form.expected_version,
            now=now,
        )

    return answer_step(
        request,
        form,
        template=f"{ROOM}/edit.html",
        page={"row": row, "back": back_to(_("Back"), then)},
        perform=perform,
        done=done,
        then=then,
        refusal_words=words_for,
    )


def _click(
    request: HttpRequest, service_id: UUID, act: Callable[..., Any], done: str
) -> HttpResponse:
    """One click on the page of a place, with a word about it if wanted."""
    form = NoteForm(request.POST)
    if form.is_valid():
        try:
            act(
                actor=_actor(request),
                service_id=service_id,
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except (StaleVersion, NotAllowed):
            raise
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(request, done)
            return redirect("desk:directory_service", service_id)
    page = pages.ServicePage.of(_actor(request), _service(service_id), clock.now())
    return render(request, f"{ROOM}/service.html", {"page": page, "form": form}, status=422)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def check_service(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """The place was asked, and what is listed is true."""
    note = str(request.POST.get("word", ""))

    def verify(*, now: Any, **given: Any) -> Any:
        on = timezone.localtime(now).date()
        return keep.verify_service(now=now, on=on, note=note, **given)

    return _click(request, service_id, verify, _("Checked today, by you."))


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def retire(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Off the list; the history stays."""
    note = str(request.POST.get("word", ""))

    def off(**given: Any) -> Any:
        return keep.retire_service(note=note, **given)

    return _click(request, service_id, off, _("Off the list. Its history stays."))


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def restore(request: HttpRequest, service_id: UUID) -> HttpResponse:
    """Back on the list, to be checked anew."""
    return _click(request, service_id, keep.restore_service, _("Back on the list. Check it now."))
