"""The client's own calendar of use and non-use."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.dayplans import actions
from homeward.dayplans.forms import ToldDayForm
from homeward.kernel.records import RecordClass
from homeward.portal.own import Own
from homeward.portal.use_days import UsePage, first_of

USED = {"yes": True, "no": False, "unknown": None}


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def use_days(request: HttpRequest) -> HttpResponse:
    """One month; a form tells of one day, or takes back what was said."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    form = ToldDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        try:
            actions.tell_day(
                actor=own.actor, on=on, used=USED[form.cleaned_data["used"]], now=clock.now()
            )
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            form.add_error("on", [words_for(code) for code in refusal.codes])
        else:
            messages.success(request, _("Kept. Thank you for saying how it was."))
            return redirect(f"{reverse('portal:use_days')}?month={on:%Y-%m}")
    try:
        month = first_of(request.GET.get("month", ""), own.today)
    except ValueError as fault:
        raise Http404 from fault
    page = UsePage.of(own, month, form if form.errors else None)
    status = 422 if form.errors else 200
    return render(request, "portal/use_days.html", {"page": page}, status=status)
