"""The arrivals page: one button for each client at the door."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.attendance import actions, words
from homeward.attendance.keeping_safe import REASON
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.arrivals.pages import arrivals_page
from homeward.kernel.records import RecordClass


@requires(RecordClass.SCHEDULE, get=Access.READ)
def arrivals(request: HttpRequest) -> HttpResponse:
    """Everyone expected today at the person's sites."""
    page = arrivals_page(request.actor, clock.now())  # type: ignore[attr-defined]
    return render(request, "desk/arrivals/arrivals.html", {"page": page})


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def arrival(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """Let somebody in, or say what to do when they appear intoxicated."""
    actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    try:
        mark = actions.arrive(
            actor=actor,
            seat_id=seat_id,
            now=now,
            approved=True,
            appears_intoxicated=request.POST.get("how") == "intoxicated",
        )
    except Refusal as refusal:
        said = " ".join(words.refusal(code) for code in refusal.codes)
        page = arrivals_page(actor, now, said=said, decision=getattr(refusal, "decision", None))
        return render(request, "desk/arrivals/arrivals.html", {"page": page}, status=422)
    if mark.reason == REASON:
        messages.warning(request, words.KEPT_SAFE)
    else:
        messages.success(request, _("Marked: %(state)s") % {"state": words.state_words(mark)})
    return redirect("desk:arrivals")
