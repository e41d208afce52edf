"""Somebody asks about a person: one script and one answer for everybody, and messages."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import actions
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.admissions.forms.waiting import MessageEndForm, MessageForm
from homeward.desk.admissions.pages.due import messages_waiting
from homeward.desk.admissions.views.small import small_page
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass
from homeward.program.models import Site


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def callers(request: HttpRequest) -> HttpResponse:
    """The script, and a message. No name is looked up, so no answer can differ by one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    sites = list(Site.objects.order_by("name"))
    if actor.site_ids:
        sites = [site for site in sites if site.pk in actor.site_ids]
    form = MessageForm(request.POST or None, sites=sites)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.take_message(
                actor=actor,
                site_id=data["site_id"],
                about=data["about"],
                caller_name=data["caller_name"],
                phone=data["phone"],
                words=data["words"],
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, {"message_missing": "words"})
        else:
            messages.success(request, _("The message is kept."))
            return redirect("desk:admissions_callers")
    status = 422 if form.errors else 200
    facts = {"form": form, "inquiry_url": reverse("desk:admissions_inquiry")}
    return render(request, "desk/admissions/callers.html", facts, status=status)


@requires(RecordClass.INQUIRIES, get=Access.READ)
def waiting_messages(request: HttpRequest) -> HttpResponse:
    """Messages that wait for somebody to deal with them."""
    facts = {
        "lines": messages_waiting(request.actor),  # type: ignore[attr-defined]
        "back": Act(_("Back to admissions"), reverse("desk:admissions")),
    }
    return render(request, "desk/admissions/messages.html", facts)


@requires(RecordClass.INQUIRIES, get=Access.WRITE, post=Access.WRITE)
def message(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """Say what became of a message."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return small_page(
        request,
        MessageEndForm(request.POST or None),
        title=_("What became of this message?"),
        lead=_("Whoever left it is told nothing by it."),
        save=_("Record"),
        back=Act(_("Back to the messages"), reverse("desk:admissions_messages")),
        done=_("Recorded."),
        perform=lambda data: actions.handle_message(
            actor=actor, message_id=message_id, disposition=data["disposition"], now=clock.now()
        ),
    )
