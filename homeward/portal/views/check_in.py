"""A check-in by the client."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.instruments import checking_in
from homeward.kernel.records import RecordClass
from homeward.portal.forms import USED, CheckInForm
from homeward.portal.own import Own
from homeward.portal.today import Today


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def check_in(request: HttpRequest) -> HttpResponse:
    """Keep it and say who sees it; who asks for help is shown at once who answers now.

    Its questions stand on Today; opened by itself it is that page, also for a second time a day.
    """
    actor = request.actor  # type: ignore[attr-defined]
    if request.method != "POST":
        return render(request, "portal/today.html", {"page": Today.of(Own.of(actor), asks=True)})
    form = CheckInForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            checking_in.check_in(
                actor=actor,
                client_id=actor.client_id,
                craving=given["craving"],
                mood=given["mood"],
                sleep_hours=given["sleep_hours"],
                used=USED.get(given["used"]),
                word=given["word"],
                wants_help=given["wants_help"],
                in_danger=given["in_danger"] or None,
                now=clock.now(),
            )
        except Refusal as refusal:
            form.add_error(None, [words_for(code) for code in refusal.codes])
        else:
            if given["in_danger"]:
                messages.success(request, _("Somebody here is told now and comes to you or calls."))
                return redirect("portal:help")
            if given["wants_help"]:
                messages.success(request, _("Your counselor is told now and will call you."))
                return redirect("portal:help")
            messages.success(request, _("Kept. Your counselor sees this before group."))
            return redirect("portal:help" if given["used"] == "yes" else "portal:today")
    page = Today.of(Own.of(actor), form)
    return render(request, "portal/today.html", {"page": page}, status=422)
