"""Before the team sits together: how the client sees their own care, in one minute."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.records import RecordClass
from homeward.portal.own import Own
from homeward.portal.team_view import view_of
from homeward.progress.actions import say_view

WISHES = (
    ("same", gettext_lazy("Keep it as it is")),
    ("more", gettext_lazy("I need more hours or more help")),
    ("less", gettext_lazy("I want fewer hours")),
    ("unsure", gettext_lazy("I am not sure")),
)
REFUSED = {
    "wish": gettext_lazy("Choose one."),
    "view_was_read": gettext_lazy(
        "Your team has met this week. Tell your counselor what is new, or say it here next week."
    ),
}


class ViewForm(ActionForm):
    """Two questions; a choice is enough."""

    wish = forms.ChoiceField(
        label=gettext_lazy("How is the amount of care for you?"), choices=WISHES,
        widget=forms.RadioSelect,
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("What helps you most right now?"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    hard = forms.CharField(
        label=gettext_lazy("What is hard right now?"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The form, and what was said before in this week."""

    form: ViewForm
    said: bool
    in_care: bool


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def review(request: HttpRequest) -> HttpResponse:
    """Say it, or say it again until the team has met."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    own = Own.of(actor)
    held = view_of(own)
    form = ViewForm(
        request.POST or None,
        initial={"wish": held.wish, "words": held.words, "hard": held.hard} if held else None,
    )
    if request.method == "POST" and form.is_valid() and _say(actor, form):
        messages.success(request, _("Kept. Your team reads it before they decide anything."))
        return redirect("portal:today")
    page = ReviewPage(form, held is not None, own.episode is not None)
    return render(request, "portal/review.html", {"page": page}, status=422 if form.errors else 200)


def _say(actor: Actor, form: ViewForm) -> bool:
    data = form.cleaned_data
    try:
        say_view(
            actor=actor, wish=data["wish"], words=data["words"], hard=data["hard"], now=clock.now()
        )
    except NotAllowed:
        raise
    except Refusal as refusal:
        for code in refusal.codes:
            form.add_error("wish", str(REFUSED.get(code, code)))
        return False
    return True
