"""The language of the lobby's tablet: of whoever stands before it, and of nobody after them.

A press on the page chooses; without one, whoever is known by a card or by their digits reads in the
language their own pages have. It is never kept for the person: whoever stood here before may have
pressed. When the page is left, the tablet speaks its own language again.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from homeward.accounts.models import Account
from homeward.attendance.door import KIOSK
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.components import Language, PlainShell
from homeward.core.policies import open_to
from homeward.core.returning import way_back
from homeward.core.shell import surrounds, theme_of
from homeward.kernel.records import RecordClass

SPOKEN, SINCE = "lobby_language", "lobby_language_at"
LONGEST = 120  # seconds until nobody is thought to stand here any more
OWN = "/kiosk/"


def spoken_here(request: HttpRequest) -> str:
    """The language that was chosen here a moment ago; empty where none was."""
    since = float(request.session.get(SINCE, 0.0))
    is_over = clock.now().timestamp() - since > LONGEST
    return "" if is_over else str(request.session.get(SPOKEN, ""))


def speak(request: HttpRequest) -> None:
    """Answer in it; a step further on the way says that somebody still stands here."""
    if spoken := spoken_here(request):
        if request.path != OWN:
            keep_language(request, spoken)
        translation.activate(spoken)
        request.LANGUAGE_CODE = spoken  # type: ignore[attr-defined]


def keep_language(request: HttpRequest, spoken: str) -> None:
    """From the next page on, for as long as somebody stands here."""
    if spoken in dict(settings.LANGUAGES):
        request.session[SPOKEN] = spoken
        request.session[SINCE] = clock.now().timestamp()


def speak_as(request: HttpRequest, account: Account) -> None:
    """Go on in the language of who is known now, unless another was chosen here."""
    keep_language(request, spoken_here(request) or account.language)


def forget_language(request: HttpRequest) -> None:
    """The next person finds the tablet's own."""
    for name in (SPOKEN, SINCE):
        request.session.pop(name, None)


@open_to((KIOSK,), methods=("POST",), record_class=RecordClass.SCHEDULE, once=False)
def language(request: HttpRequest) -> HttpResponse:
    """Speak the chosen one, on the page where it was chosen."""
    keep_language(request, request.POST.get("language", ""))
    back = way_back(request.POST.get("next"), OWN)
    return redirect(back if back.startswith(OWN) else OWN)


@surrounds(KIOSK)
def kiosk_shell(request: HttpRequest, actor: Actor) -> PlainShell:
    """The way to the other language, and nowhere else to go."""
    return _plain(request, reverse("kiosk:language"))


def phone_shell(request: HttpRequest) -> PlainShell:
    """The same on one's own phone, whose language the browser keeps; it names no place."""
    return _plain(request, reverse("language"))


def _plain(request: HttpRequest, language_url: str) -> PlainShell:
    present = request.LANGUAGE_CODE  # type: ignore[attr-defined]
    return PlainShell(
        home_url=OWN,
        language_url=language_url,
        languages=tuple(
            Language(code, str(label), present.startswith(code))
            for code, label in settings.LANGUAGES
        ),
        demo=settings.IS_DEMO,
        theme=theme_of(request),
    )
