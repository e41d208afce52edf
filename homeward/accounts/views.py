"""Pages of one's own account that are ours: the lock screen, the way home, and two closed doors."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from homeward import audit
from homeward.accounts import setup as first_run
from homeward.accounts.auditing import note_attempt
from homeward.accounts.confirming import refusal_of_password
from homeward.accounts.forms import SetupForm, UnlockForm
from homeward.accounts.middleware import LOCKED
from homeward.core import clock
from homeward.core.actors import AGENCY, CLIENT, FAMILY, STAFF
from homeward.core.policies import SIGNED_IN, open_to
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.core.returning import way_back

HOMES = {STAFF: "/desk/", CLIENT: "/me/", FAMILY: "/me/", AGENCY: "/me/"}


@open_to()
def home(request: HttpRequest) -> HttpResponse:
    """Each kind of person has one first page."""
    return redirect(HOMES.get(request.actor.kind, settings.LOGIN_URL))  # type: ignore[attr-defined]


@open_to()
def sign_up(request: HttpRequest) -> HttpResponse:
    """Accounts are made by the people responsible for them; this page says whom to ask."""
    return render(
        request, "accounts/closed.html", {"title": _("Accounts are made here at the desk")}
    )


@open_to()
def password_help(request: HttpRequest) -> HttpResponse:
    """Recovery happens in person: two colleagues, or the front desk for clients."""
    return render(request, "accounts/closed.html", {"title": _("Help with signing in")})


@open_to(SIGNED_IN, methods=("GET", "POST"), once=False)
def first_password(request: HttpRequest) -> HttpResponse:
    """Who was given no password comes in by a device of theirs and chooses none beside it.

    A password would outlive a lost phone, and open what a device of the front desk does not.
    """
    return render(request, "accounts/closed.html", {"title": _("Help with signing in")})


@open_to(SIGNED_IN, methods=("GET", "POST"), once=False)
def lock(request: HttpRequest) -> HttpResponse:
    """Lock the screen at once; the password opens it where it was. Drafts stay on the server."""
    back = way_back(request.GET.get("next") or request.POST.get("next"), "/home/")
    is_locking = request.method == "POST" and "password" not in request.POST
    if is_locking or (request.method == "GET" and not request.session.get(LOCKED)):
        request.session[LOCKED] = True
        _note(request, "accounts.session.locked")
        if is_locking:
            return redirect(f"{request.path}?{urlencode({'next': back})}")
    form = UnlockForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if refusal := refusal_of_password(request, form.cleaned_data["password"]):
            form.add_error("password", refusal)
            _note(request, "accounts.session.unlock_refused", permitted=False)
        else:
            request.session.pop(LOCKED, None)
            _note(request, "accounts.session.unlocked")
            return redirect(back)
    status = 422 if form.errors else 200
    facts = {"form": form, "back": back, "name": request.actor.name}  # type: ignore[attr-defined]
    return render(request, "accounts/lock.html", facts, status=status)


@open_to(methods=("GET", "POST"), once=False)
def setup(request: HttpRequest) -> HttpResponse:
    """Make the first administrator with the token of the first run; afterwards there is no page."""
    if not first_run.is_open():
        raise Http404
    form = SetupForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            first_run.make_administrator(
                actor=request.actor,  # type: ignore[attr-defined]
                token=given["token"],
                name=given["name"],
                user_name=given["user_name"],
                password=given["password"],
                now=clock.now(),
            )
        except Refusal as refusal:
            note_attempt("accounts.setup.refused", "", reason=refusal.codes[0])
            field = {"token_is_wrong": "token", "user_name_taken": "user_name"}
            for code in refusal.codes:
                form.add_error(field.get(code), words_for(code))
        else:
            return redirect(settings.LOGIN_URL)
    status = 422 if form.errors else 200
    return render(request, "accounts/setup.html", {"form": form}, status=status)


def _note(request: HttpRequest, code: str, *, permitted: bool = True) -> None:
    audit.record(
        code,
        actor=request.actor,  # type: ignore[attr-defined]
        at=clock.now(),
        permitted=permitted,
    )
