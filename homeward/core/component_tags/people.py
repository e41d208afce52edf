"""People: avatars, needs-first rows, signatures."""

from html import escape

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from homeward.core.components import Act, Face, Need, Signature

register = template.Library()


def initials_of(name: str) -> str:
    """First and last initial of a name; a single name gives one letter.

    >>> initials_of("Bianca Cruz"), initials_of("Ana María de la O"), initials_of("Sol")
    ('BC', 'AO', 'S')
    """
    parts = [part for part in name.split() if part[:1].isalpha()]
    return "".join(part[0].upper() for part in (parts[:1] + parts[1:][-1:]))


@register.filter
def initials(name: str) -> str:
    """``{{ name|initials }}``."""
    return initials_of(name)


@register.simple_tag
def avatar(letters: str, tone: str = "neutral", size: str = "") -> SafeString:
    """Initials in a circle; decoration, because the name always stands near."""
    extra = f" avatar--{size}" if size else ""
    return format_html(
        '<span class="avatar avatar--{}{}" aria-hidden="true">{}</span>', tone, extra, letters
    )


@register.simple_tag
def faces(people: list[Face], words: str = "") -> SafeString:
    """People in a row of overlapping initials, with the words that count them.

    Written here because a director's day holds hundreds of faces.
    """
    shown = mark_safe("".join(f"<li>{_face(person)}</li>" for person in people))
    counted = format_html('<p class="faces__words">{}</p>', words) if words else ""
    return format_html('<div class="faces"><ul class="faces__list">{}</ul>{}</div>', shown, counted)


def _face(person: Face) -> str:
    look, initials = escape(f"avatar avatar--{person.tone}"), escape(person.initials)
    known_as = escape(person.name or ("" if person.url else person.initials))
    inner = (
        f'<span aria-hidden="true">{initials}</span><span class="visually-hidden">{known_as}</span>'
    )
    if person.url:
        return f'<a class="{look}" href="{escape(person.url)}">{inner}</a>'
    return f'<span class="{look}">{inner}</span>'


@register.simple_tag
def needs(rows: list[Need], empty: str = "", next_act: Act | None = None) -> SafeString:
    """The ordered list of people who need someone first."""
    return render_to_string(
        "core/components/needs.html", {"rows": rows, "empty": empty, "next_act": next_act}
    )


@register.simple_tag
def signature_block(signature: Signature, addenda: list[Signature] = ()) -> SafeString:  # type: ignore[assignment]
    """Who signed, credential, when, meaning; the record above it is locked."""
    return render_to_string(
        "core/components/signature.html", {"signature": signature, "addenda": addenda}
    )
