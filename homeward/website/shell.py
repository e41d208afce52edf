"""The frame of the public pages, also around sign-in."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.actors import PUBLIC, Actor
from homeward.core.components import Language, NavItem, PublicShell
from homeward.core.shell import surrounds, theme_of
from homeward.program.models import Organisation


@surrounds(PUBLIC)
def public_shell(request: HttpRequest, actor: Actor) -> PublicShell:
    """The organisation's public name and its few pages."""
    names = Organisation.objects.values_list("public_name", flat=True)
    present = getattr(request, "LANGUAGE_CODE", "en")
    places = (
        (_("What happens here"), "website:program"),
        (_("Paying"), "website:paying"),
        (_("Privacy"), "website:privacy"),
        (_("Ask for a call"), "website:ask"),
    )
    return PublicShell(
        organisation=names.first() or "",
        items=tuple(
            NavItem(label, reverse(name), request.path.startswith(reverse(name)))
            for label, name in places
        ),
        signin_url=reverse("account_login"),
        language_url=reverse("language"),
        languages=tuple(
            Language(code, str(label), present.startswith(code))
            for code, label in settings.LANGUAGES
        ),
        demo=settings.IS_DEMO,
        theme=theme_of(request),
    )
