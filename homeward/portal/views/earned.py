"""What you earn: look, take part, stop."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.incentives import actions
from homeward.incentives.forms import ReadPaperForm
from homeward.kernel.records import RecordClass
from homeward.portal.earned import EarnedPage, shows
from homeward.portal.own import Own


class SignForm(ReadPaperForm):
    """One's own name under the paper."""

    signer_name = forms.CharField(label=gettext_lazy("Type your full name"), max_length=120)


class StopForm(ActionForm):
    """Stop, without a word."""


def _own(request: HttpRequest) -> Own:
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    if not shows(own):
        raise Http404
    return own


# A press that was refused says why in the client's own words; all else is "look again".
OWN_WORDS = {
    "incentive_name": gettext_lazy("Type your name as it is in your record."),
    "incentive_guardian_at_desk": gettext_lazy(
        "Your parent or guardian says yes too. Come to the desk together."
    ),
    "paper_changed": gettext_lazy("The paper is a new one now. Read it again, then sign."),
}


def _page(request: HttpRequest, own: Own, **sent: ActionForm) -> HttpResponse:
    page = EarnedPage.of(own)
    sign = sent.get("sign") or SignForm(initial={"read_hash": page.digest})
    status = 422 if any(form.errors for form in sent.values()) else 200
    if isinstance(sign, SignForm):
        sign.read_anew(page.digest)
    context = {"page": page, "stop": StopForm(), **sent, "sign": sign}
    return render(request, "portal/earned.html", context, status=status)


def _step(
    request: HttpRequest, name: str, form: ActionForm, perform: Callable[[Own], Any], done: str
) -> HttpResponse:
    if request.method != "POST":
        return redirect("portal:earned")
    own = _own(request)
    if form.is_valid():
        try:
            perform(own)
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refused:
            for code in refused.codes:
                field = "signer_name" if code == "incentive_name" else None
                form.add_error(field, OWN_WORDS.get(code, _("That is not open now. Look again.")))
        else:
            messages.success(request, done)
            return redirect("portal:earned")
    return _page(request, own, **{name: form})


@requires(RecordClass.DRUG_TESTS, get=Access.READ, kinds=(CLIENT,))
def earned(request: HttpRequest) -> HttpResponse:
    """The next step, what was earned, what starts over, and the paper."""
    return _page(request, _own(request))


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.SIGN, kinds=(CLIENT,))
def earned_join(request: HttpRequest) -> HttpResponse:
    """Sign the paper."""
    form = SignForm(request.POST or None)
    return _step(
        request, "sign", form,
        lambda own: actions.join_course(
            actor=own.actor, client_id=own.client.pk, now=clock.now(),
            signer_name=form.cleaned_data["signer_name"], read_hash=form.cleaned_data["read_hash"],
        ),
        _("You take part. You can stop at any time."),
    )  # fmt: skip


@requires(RecordClass.CONSENTS, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def earned_stop(request: HttpRequest) -> HttpResponse:
    """Stop, at once."""
    return _step(
        request, "stop", StopForm(request.POST or None),
        lambda own: actions.leave_course(
            actor=own.actor, client_id=own.client.pk, now=clock.now()
        ),
        _("You stopped. What you earned is still yours."),
    )  # fmt: skip
