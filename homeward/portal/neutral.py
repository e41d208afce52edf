"""A frame that names neither a program nor a person."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from homeward.core.components import Language, PlainShell
from homeward.core.shell import theme_of


def neutral_frame(request: HttpRequest) -> PlainShell:
    """What surrounds a page that whoever finds it may see."""
    present = request.LANGUAGE_CODE  # type: ignore[attr-defined]
    return PlainShell(
        language_url=reverse("language"),
        languages=tuple(
            Language(code, str(label), present.startswith(code))
            for code, label in settings.LANGUAGES
        ),
        demo=settings.IS_DEMO,
        theme=theme_of(request),
    )
