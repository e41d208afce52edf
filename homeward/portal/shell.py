"""The frame of these pages: few places, neutral words, and a quick way out."""

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.actors import AGENCY, CLIENT, FAMILY, Actor
from homeward.core.components import Language, NavItem, Pocket, PortalShell
from homeward.core.shell import surrounds, theme_of

# What a client's phone keeps for reading without a network, sealed for this sign-in.
KEPT_PAGES = ("portal:today", "portal:plan", "portal:safety_plan", "portal:help")


@surrounds(CLIENT)
def client_shell(request: HttpRequest, actor: Actor) -> PortalShell:
    """Six places, help from every page, and no word of treatment."""
    places = (
        (_("Today"), "portal:today"),
        (_("Week"), "portal:week"),
        (_("My plan"), "portal:plan"),
        (_("Messages"), "portal:messages"),
        (_("Record"), "portal:record"),
        (_("Sharing"), "portal:consents"),
    )
    shell = _shell(request, actor, places)
    return replace(shell, pocket=_pocket(actor), help_url=reverse("portal:help"))


def away_shell(request: HttpRequest) -> PortalShell:
    """Around what a phone keeps: of nobody in particular, so that every phone may keep it."""
    places = {_("Today"): "portal:today", _("My plan"): "portal:plan", _("Help"): "portal:help"}
    items = tuple(NavItem(label, reverse(name)) for label, name in places.items())
    return PortalShell(
        user_name="",
        items=items,
        home_url=reverse("portal:today"),
        demo=settings.IS_DEMO,
        theme=theme_of(request),
    )


def _pocket(actor: Actor) -> Pocket:
    return Pocket(
        account=str(actor.account_id),
        manifest=reverse("portal:manifest"),
        worker=reverse("portal:worker"),
        kept=reverse("portal:kept"),
        key_url=reverse("portal:kept_key"),
        send_url=reverse("portal:kept_entries"),
        check_in=reverse("portal:check_in"),
        pages=tuple(reverse(name) for name in KEPT_PAGES),
        sheets=reverse("portal:handouts"),
        safety=reverse("portal:safety_plan"),
    )


@surrounds(FAMILY)
def family_shell(request: HttpRequest, actor: Actor) -> PortalShell:
    """Few places, the same whatever there is to see."""
    places = (
        (_("Today"), "portal:today"),
        (_("Lessons"), "portal:family_lessons"),
        (_("My plan"), "portal:family_plan"),
        (_("Tell us"), "portal:family_tell"),
        (_("Help"), "portal:help"),
    )
    return _shell(request, actor, places)


@surrounds(AGENCY)
def agency_shell(request: HttpRequest, actor: Actor) -> PortalShell:
    """Few places, the same whatever a consent says."""
    places = (
        (_("Today"), "portal:today"),
        (_("Messages"), "portal:messages"),
        (_("Ask us"), "portal:agency_ask"),
        (_("Shown to you"), "portal:agency_log"),
    )
    return _shell(request, actor, places)


def _shell(request: HttpRequest, actor: Actor, places: tuple[tuple[str, str], ...]) -> PortalShell:
    present = getattr(request, "LANGUAGE_CODE", "en")
    return PortalShell(
        user_name=actor.name,
        items=tuple(
            NavItem(label, reverse(name), _is_here(request.path, reverse(name)))
            for label, name in places
        ),
        home_url=reverse("portal:today"),
        signout_url=reverse("account_logout"),
        account_url=reverse("portal:devices"),
        language_url=reverse("language"),
        languages=tuple(
            Language(code, str(label), present.startswith(code))
            for code, label in settings.LANGUAGES
        ),
        demo=settings.IS_DEMO,
        theme=theme_of(request),
        idle_seconds=settings.PORTAL_IDLE_SECONDS,
    )


def _is_here(path: str, address: str) -> bool:
    if address == reverse("portal:today"):
        return path == address
    # The own calendar is reached from the week and belongs to it.
    own = (address, reverse("portal:calendar")) if address == reverse("portal:week") else address
    return path.startswith(own)
