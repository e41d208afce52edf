"""What surrounds a page: who is signed in, where they are, and where they may go.

The doors register a provider for the kind of person they serve; it answers with one of the frozen
shells of `core.components`.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from homeward.core.actors import Actor
from homeward.core.components.shell import PlainShell

Provider = Callable[[HttpRequest, Actor], Any]
_providers: dict[str, Provider] = {}


def surrounds(kind: str) -> Callable[[Provider], Provider]:
    """Register the shell of one kind of person."""

    def register(provider: Provider) -> Provider:
        _providers[kind] = provider
        return provider

    return register


def theme_of(request: HttpRequest) -> str:
    """The theme this browser chose: light, dark, or empty for the system's own."""
    chosen = request.COOKIES.get("theme", "")
    return chosen if chosen in {"light", "dark"} else ""


def context(request: HttpRequest) -> dict[str, Any]:
    """The template context every page has."""
    actor = getattr(request, "actor", None)
    provider = _providers.get(actor.kind) if actor is not None else None
    plain = PlainShell(demo=settings.IS_DEMO, theme=theme_of(request))
    return {"shell": provider(request, actor) if provider and actor else plain}
