"""The frame of the public pages, also around sign-in."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.actors import PUBLIC, Actor
from homeward.core.components import Language, NavItem, PublicShell
from homeward.core.routes import has_route
from homeward.core.shell import surrounds, theme_of
from homeward.program.models import Organisation

# The directory is shown where it is installed.
FIND = "website:find"


@surrounds(PUBLIC)
def public_shell(request: HttpRequest, actor: Actor) -> PublicShell:
    """The organisation's public name and its few pages."""
    names = Organisation.objects.values_list("public_name", flat=True)
    present = getattr(request, "LANGUAGE_CODE", "en")
    places = (
        (_("What happens here"), reverse("website:program")),
        (_("Which setting may fit"), reverse("website:check")),
        *(((_("Find a program"), reverse(FIND)),) if has_route(FIND) else ()),
        (_("Family"), reverse("website:reading", args=["for-family"])),
        (_("Paying"), reverse("website:paying")),
        (_("Questions"), reverse("website:questions")),
        (_("Ask for a call"), reverse("website:ask")),
    )
    return PublicShell(
        organisation=names.first() or "",
        items=tuple(NavItem(label, url, request.path.startswith(url)) for label, url in places),
        signin_url=reverse("account_login"),
        language_url=reverse("language"),
        languages=tuple(
            Language(code, str(label), present.startswith(code))
            for code, label in settings.LANGUAGES
        ),
        demo=settings.IS_DEMO,
        theme=theme_of(request),
    )
