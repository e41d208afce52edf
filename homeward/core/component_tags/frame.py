"""What frames every page: styles, scripts, theme, the mark, notices."""

from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()

# The first link fixes the order of the layers; the rest may come in any order.
STYLESHEETS = (
    "tokens",
    "reset",
    "base",
    "layout",
    "components/shell",
    "components/portal",
    "components/public",
    "components/button",
    "components/card",
    "components/rows",
    "components/said",
    "components/fields",
    "components/choices",
    "components/notices",
    "components/tag",
    "components/people",
    "components/hours",
    "components/table",
    "components/tabs",
    "components/timeline",
    "components/day",
    "components/week",
    "components/week-rows",
    "components/reasons",
    "components/signature",
    "components/dialog",
    "components/episode",
    "components/ladder",
    "utilities",
)
SCRIPTS = ("theme", "find", "forms", "page", "leave")
# The week board and the picture of an episode stand on no public page.
NOT_PUBLIC = frozenset({"components/week", "components/week-rows", "components/episode"})
THEMES = ("light", "dark")
# What a client's phone does by itself, beside the page.
POCKETS = ("store", "own", "closing")
# What is joined into one file where static files are collected (`core.bundling`).
ALL, PUBLIC, SCRIPT = "core/css/all.css", "core/css/public.css", "core/js/all.js"
POCKET = "core/js/pocket.js"
BUNDLES = {
    ALL: tuple(f"core/css/{name}.css" for name in STYLESHEETS),
    PUBLIC: tuple(f"core/css/{name}.css" for name in STYLESHEETS if name not in NOT_PUBLIC),
    SCRIPT: ("django_htmx/htmx-2.min.js", *(f"core/js/{name}.js" for name in SCRIPTS)),
    POCKET: ("core/js/sealing.js", *(f"core/js/pocket/{name}.js" for name in POCKETS)),
}


@register.simple_tag
def stylesheets(*, public: bool = False) -> SafeString:
    """Link the sheets, then the print sheet; public pages go without what never stands there."""
    links = format_html_join(
        "\n",
        '<link rel="stylesheet" href="{}">',
        ((static(path),) for path in _parts(PUBLIC if public else ALL)),
    )
    paper = static("core/css/print.css")
    return links + format_html('\n<link rel="stylesheet" media="print" href="{}">', paper)


@register.simple_tag(takes_context=True)
def scripts(context: dict[str, Any]) -> SafeString:
    """htmx and our own small scripts, deferred, carrying the nonce of this response.

    On a thin line they come after what is painted: no page waits for them.
    """
    nonce = getattr(context.get("request"), "csp_nonce", "") or ""
    return format_html_join(
        "\n",
        '<script src="{}" nonce="{}" fetchpriority="low" defer></script>',
        ((static(path), nonce) for path in _parts(SCRIPT)),
    )


@register.simple_tag
def pocket_scripts() -> SafeString:
    """The scripts of a client's own phone, deferred."""
    paths = ((static(path),) for path in _parts(POCKET))
    return format_html_join("\n", '<script src="{}" fetchpriority="low" defer></script>', paths)


def _parts(bundle: str) -> tuple[str, ...]:
    """The joined file where there is one, otherwise what it would be joined of."""
    return (bundle,) if getattr(staticfiles_storage, "joins", False) else BUNDLES[bundle]


@register.simple_tag(takes_context=True)
def theme_attribute(context: dict[str, Any]) -> str:
    """``data-theme`` when the reader chose one; otherwise the device decides."""
    theme = getattr(context.get("shell"), "theme", "")
    if theme not in THEMES:
        cookies = getattr(context.get("request"), "COOKIES", {})
        theme = cookies.get("theme", "")
    return mark_safe(f' data-theme="{theme}"') if theme in THEMES else ""


@register.simple_tag
def logo(size: int = 24) -> SafeString:
    """The mark: a roof over a rising sun. The name always stands beside it."""
    return format_html(
        '<svg class="logo" viewBox="0 0 24 24" width="{0}" height="{0}"'
        ' aria-hidden="true" focusable="false">'
        '<path class="logo__roof" d="M2.5 13 12 4l9.5 9"/>'
        '<path class="logo__sun" d="M6.5 20a5.5 5.5 0 0 1 11 0"/></svg>',
        size,
    )


@register.simple_tag(takes_context=True)
def notices(context: dict[str, Any]) -> SafeString:
    """What just happened, in a live region; each stays until it is dismissed.

    A page that a phone only puts by tells nobody anything, so it takes no message away.
    """
    is_put_by = "X-Pocket" in getattr(context.get("request"), "headers", {})
    told = () if is_put_by else context.get("messages")
    return render_to_string(
        "core/components/notices.html",
        {"notices": list(told or ()), "signin_path": settings.LOGIN_URL},
    )


@register.simple_tag
def notice(text: str, tone: str = "info", title: str = "") -> SafeString:
    """One standing notice inside a page, in a tone and never by colour alone."""
    return render_to_string(
        "core/components/notice.html", {"text": text, "tone": tone, "title": title}
    )


@register.simple_tag(takes_context=True)
def theme_switch(context: dict[str, Any]) -> SafeString:
    """Light, dark or as the device; shown only where scripts run."""
    return render_to_string("core/components/theme_switch.html", {})


@register.simple_tag
def quick_leave(url: str) -> SafeString:
    """Leave for a neutral page at once, also by pressing Esc twice."""
    return render_to_string("core/components/quick_leave.html", {"url": url})


@register.simple_tag
def print_header(initials: str, record_number: str, document: str = "") -> SafeString:
    """Initials and record number, repeated on every printed page; hidden on the screen."""
    return render_to_string(
        "core/components/print_header.html",
        {"initials": initials, "record_number": record_number, "document": document},
    )


@register.simple_tag
def error_title(*forms: Any) -> str:
    """``Error: `` at the head of a page title when any of the forms has errors."""
    return _("Error:") + " " if any(getattr(form, "errors", None) for form in forms) else ""
