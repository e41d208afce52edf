"""The phone as a place of its own: what makes it installable, and what it keeps for later."""

import json
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from homeward.attendance.sealing import current_key
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import Policy, guarded_by, open_to
from homeward.kernel.records import RecordClass
from homeward.portal.kept_entries import Taken, take_in
from homeward.portal.shell import away_shell

# A phone repeats what it does not know to have arrived; each entry carries its own key.
SENDING = Policy(RecordClass.ASSESSMENT, (("POST", Access.WRITE),), kinds=(CLIENT,), once=False)
MOST = 50
PAPER = "#faf8f4"
SIZES = ("192", "512")


@open_to()
def manifest(request: HttpRequest) -> HttpResponse:
    """How the phone shows it among its apps: a neutral name and picture, the same for everybody."""
    name = _("Your day")
    told = {
        "id": reverse("portal:today"),
        "start_url": reverse("portal:today"),
        "scope": reverse("portal:today"),
        "name": name,
        "short_name": _("Day"),
        "lang": get_language(),
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": static("core/img/day.svg"), "sizes": "any", "type": "image/svg+xml"},
            *(
                {
                    "src": static(f"core/img/day-{size}.png"),
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": purpose,
                }
                for size in SIZES
                for purpose in ("any", "maskable")
            ),
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json")


@open_to()
def worker(request: HttpRequest) -> HttpResponse:
    """The worker of these pages. It lies under them, so its reach ends where they end."""
    places = {
        "kept": reverse("portal:kept"),
        "checkIn": reverse("portal:check_in"),
        "assets": settings.STATIC_URL,
    }
    scripts = [
        static(f"core/js/{name}.js") for name in ("sealing", "pocket/store", "pocket/worker")
    ]
    lines = (
        f"self.pocketPlaces = {json.dumps(places)};",
        f"importScripts({', '.join(json.dumps(path) for path in scripts)});",
    )
    answer = HttpResponse("\n".join(lines) + "\n", content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


@open_to()
def kept(request: HttpRequest) -> HttpResponse:
    """What this phone keeps, filled in by the phone itself: the same bytes for everybody."""
    facts = {"shell": away_shell(request), "idle": settings.PORTAL_IDLE_SECONDS}
    return render(request, "portal/kept.html", facts)


@guarded_by(SENDING)
def key(request: HttpRequest) -> HttpResponse:
    """The public key to seal check-ins with; the private half never leaves the server."""
    row = current_key(clock.now())
    return JsonResponse({"id": str(row.pk), "public": row.public})


@guarded_by(SENDING)
def entries(request: HttpRequest) -> HttpResponse:
    """Take in the check-ins that waited; say of each what became of it, and where to go on."""
    now = clock.now()
    if request.content_type != "application/json":
        raise BadRequest("entries: sent by another program")
    try:
        sent = json.loads(request.body)
        at = datetime.fromisoformat(sent["sent"]).astimezone(UTC)
        envelopes = [dict(each) for each in sent["entries"]][:MOST]
        keys = [str(UUID(str(each["key"]))) for each in envelopes]
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as fault:
        raise BadRequest("entries: sent by another program") from fault
    actor = request.actor  # type: ignore[attr-defined]
    taken = [take_in(actor=actor, envelope=each, sent=at, now=now) for each in envelopes]
    for each in taken:
        _say(request, each)
    needs_help = any(each.needs_help for each in taken)
    return JsonResponse(
        {
            "outcomes": {name: each.outcome for name, each in zip(keys, taken, strict=True)},
            "next": reverse("portal:help" if needs_help else "portal:today"),
        }
    )


def _say(request: HttpRequest, each: Taken) -> None:
    if each.words:
        level = messages.success if each.is_kept else messages.warning
        level(request, each.words)
