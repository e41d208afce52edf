"""Pages of one's own account that are ours: the lock screen, the way home, and two closed doors."""

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from homeward import audit
from homeward.accounts.forms import UnlockForm
from homeward.accounts.middleware import LOCKED
from homeward.core import clock
from homeward.core.actors import AGENCY, CLIENT, FAMILY, STAFF
from homeward.core.policies import SIGNED_IN, open_to

HOMES = {STAFF: "/desk/", CLIENT: "/me/", FAMILY: "/me/", AGENCY: "/me/"}


@open_to()
def home(request: HttpRequest) -> HttpResponse:
    """Each kind of person has one first page."""
    return redirect(HOMES.get(request.actor.kind, settings.LOGIN_URL))  # type: ignore[attr-defined]


@open_to()
def sign_up(request: HttpRequest) -> HttpResponse:
    """Accounts are made by the people responsible for them; this page says whom to ask."""
    return render(request, "accounts/closed.html", {"title": _("Accounts are made here at the desk")})


@open_to()
def password_help(request: HttpRequest) -> HttpResponse:
    """Recovery happens in person: two colleagues, or the front desk for clients."""
    return render(request, "accounts/closed.html", {"title": _("Help with signing in")})


@open_to(SIGNED_IN, methods=("GET", "POST"), once=False)
def lock(request: HttpRequest) -> HttpResponse:
    """Lock the screen at once; the password opens it where it was. Drafts stay on the server."""
    back = request.GET.get("next") or request.POST.get("next") or "/home/"
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/home/"
    is_locking = request.method == "POST" and "password" not in request.POST
    if is_locking or (request.method == "GET" and not request.session.get(LOCKED)):
        request.session[LOCKED] = True
        _note(request, "accounts.session.locked")
        if is_locking:
            return redirect(f"{request.path}?next={back}")
    form = UnlockForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        account = authenticate(
            request, username=request.user.get_username(), password=form.cleaned_data["password"]
        )
        if account is not None and account.pk == request.user.pk:
            del request.session[LOCKED]
            _note(request, "accounts.session.unlocked")
            return redirect(back)
        form.add_error("password", _("That is not the password of this account. Try again."))
        _note(request, "accounts.session.unlock_refused", permitted=False)
    status = 422 if form.errors else 200
    facts = {"form": form, "back": back, "name": request.actor.name}  # type: ignore[attr-defined]
    return render(request, "accounts/lock.html", facts, status=status)


def _note(request: HttpRequest, code: str, *, permitted: bool = True) -> None:
    audit.record(
        code,
        actor=request.actor,  # type: ignore[attr-defined]
        at=clock.now(),
        permitted=permitted,
    )


