"""The program wants to end somebody's care: the client asks for another look, or does not."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.records import RecordClass
from homeward.portal.ending import EndingPage
from homeward.portal.own import Own
from homeward.progress.actions import answer_case

REFUSED = {
    "appeal": gettext_lazy("This was decided. Ask your counselor."),
    "appeal_stands": gettext_lazy(
        "You asked us to look again. That stands until you have the answer."
    ),
    "reply": gettext_lazy("Say it in your own words, in a few of them."),
}


class EndingForm(ActionForm):
    """One choice, and my own words."""

    appeal = forms.ChoiceField(
        label=gettext_lazy("What do you want?"),
        choices=(
            ("appealed", gettext_lazy("Look at it again")),
            ("no_appeal", gettext_lazy("I do not ask for that")),
        ),
        widget=forms.RadioSelect,
    )
    reply = forms.CharField(
        label=gettext_lazy("In your own words"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("If you do not ask for another look, please say so in your words."),
    )  # fmt: skip


@requires(RecordClass.NOTES, get=Access.READ, post=Access.READ, kinds=(CLIENT,))
def ending(request: HttpRequest) -> HttpResponse:
    """What I was told, and what I say to it."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    page = EndingPage.of(own)
    if request.method == "POST" and page.case is None:
        raise Http404
    form = EndingForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _answered(own, page, form):
        messages.success(request, _("Kept in your words."))
        return redirect("portal:ending")
    facts = {"page": page, "form": form}
    return render(request, "portal/ending.html", facts, status=422 if form.errors else 200)


def _answered(own: Own, page: EndingPage, form: EndingForm) -> bool:
    assert page.case is not None
    data = form.cleaned_data
    try:
        answer_case(
            actor=own.actor, case_id=page.case.pk, appeal=data["appeal"], reply=data["reply"],
            now=own.now,
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        for code in refusal.codes:
            form.add_error("reply" if code == "reply" else "appeal", str(REFUSED.get(code, code)))
        return False
    return True
