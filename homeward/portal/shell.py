"""The frame of these pages: few places, neutral words, and a quick way out."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.actors import AGENCY, CLIENT, FAMILY, Actor
from homeward.core.components import Language, NavItem, PortalShell
from homeward.core.shell import surrounds, theme_of


@surrounds(CLIENT)
def client_shell(request: HttpRequest, actor: Actor) -> PortalShell:
    """Four places and no word of treatment."""
    places = (
        (_("Today"), "portal:today"),
        (_("Week"), "portal:week"),
        (_("My plan"), "portal:plan"),
        (_("Record"), "portal:record"),
        (_("Sharing"), "portal:consents"),
    )
    return _shell(request, actor, places)


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
    """One page."""
    return _shell(request, actor, ((_("Today"), "portal:today"),))


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
        account_url=reverse("mfa_index"),
        language_url=reverse("language"),
        languages=tuple(
            Language(code, str(label), present.startswith(code))
            for code, label in settings.LANGUAGES
        ),
        demo=settings.IS_DEMO,
        theme=theme_of(request),
    )


def _is_here(path: str, address: str) -> bool:
    if address == reverse("portal:today"):
        return path == address
    # The own calendar is reached from the week and belongs to it.
    own = (address, reverse("portal:calendar")) if address == reverse("portal:week") else address
    return path.startswith(own)
