"""Ink: printing the open papers, keeping the scanned sheet, and handing its pictures out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.packets.forms import ScanForm
from homeward.desk.packets.pages import listed
from homeward.desk.packets.tablet import client_of
from homeward.desk.refusing import say_no
from homeward.kernel.records import RecordClass
from homeward.packets import actions
from homeward.packets.library import papers, spoken
from homeward.packets.queries import item_for, stand
from homeward.packets.reencoding import MOST_BYTES
from homeward.packets.rules.papers import WITNESS
from homeward.packets.signing_page import PaperForm
from homeward.program.places import organisation_name

FIELDS = {
    "signer_name_wrong": "signer_name",
    "sheet_unknown": "code",
    "sheet_code_unread": "code",
    "sheet_differs": "code",
    "upload_unreadable": "sheet",
    "upload_too_large": "sheet",
}
# No scripts, no frames, no forms, wherever a browser decides to show the file.
SANDBOX = "sandbox; default-src 'none'"


@requires(RecordClass.CONSENTS, get=Access.WRITE)
def print_all(request: HttpRequest, packet_id: UUID) -> HttpResponse:
    """The open papers as one PDF for ink, or one of them; a code stands on each sheet."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    chosen = [UUID(each) for each in request.GET.getlist("paper") if _is_id(each)]
    try:
        printed = actions.print_papers(
            actor=actor,
            packet_id=packet_id,
            program=organisation_name(),
            item_ids=chosen,
            now=clock.now(),
        )
    except NotAllowed:
        raise
    except Refusal:
        messages.info(request, _("No paper is open."))
        return redirect("desk:home")
    return _file(printed.pdf, f"papers-{printed.row.at:%Y-%m-%d}")


@requires(RecordClass.CONSENTS, get=Access.WRITE, post=Access.WRITE)
def sheet(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Keep a sheet that was signed in ink: the scan, and what is read from it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    item = item_for(actor, item_id, Access.WRITE)
    form = ScanForm(request.POST or None, request.FILES or None)
    paper = papers()[item.paper]
    stands = stand(actor, (item,), clock.now())[0]
    who = client_of(stands) or "client"
    language = spoken(item.client.language)
    answers = PaperForm(request.POST or None, paper=paper, who=who, language=language)
    if request.method == "POST" and form.is_valid() and _answered(answers):
        upload: Any = form.cleaned_data["sheet"]
        try:
            actions.keep_scan(
                actor=actor,
                item_id=item_id,
                who=who,
                code=form.cleaned_data["code"],
                upload=upload.read(MOST_BYTES + 1),
                signer_name=form.cleaned_data["signer_name"],
                written_on=form.cleaned_data["written_on"],
                answers=answers.signature().answers,
                witness_id=actor.worker_id if WITNESS in item.signers else None,
                now=clock.now(),
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("The sheet is kept."))
            return redirect("desk:chart_packet", item.client_id)
    facts = {
        "form": form,
        "questions": answers.questions,
        "title": paper.title[language],
        "who": listed((who,)),
        "back": Act(_("Back to the packet"), reverse("desk:chart_packet", args=[item.client_id])),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/packets/sheet.html", facts, status=status)


@requires(RecordClass.CONSENTS, get=Access.READ, get_if=knows_names)
def scan(request: HttpRequest, scan_id: UUID) -> HttpResponse:
    """The pictures of a sheet, under a name that says nothing; a name stands on it in ink."""
    row, content = actions.open_scan(
        actor=request.actor,
        scan_id=scan_id,
        now=clock.now(),  # type: ignore[attr-defined]
    )
    return _file(content, f"sheet-{row.at:%Y-%m-%d}")


def _answered(form: PaperForm) -> bool:
    """Whether the paper's own questions have answers; its name stands in the other form."""
    form.full_clean()
    return not any(name.startswith("q_") for name in form.errors)


def _file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    answer["Content-Security-Policy"] = SANDBOX
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store, private"
    return answer


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
