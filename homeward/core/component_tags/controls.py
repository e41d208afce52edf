"""Buttons, tags and other small things that sit in a line."""

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from homeward.core.components import Act

register = template.Library()

BUTTON_KINDS = ("primary", "quiet", "danger", "plain")
TONES = ("neutral", "attention", "urgent", "info", "done", "family")
PHASES = ("orientation", "early", "middle", "late", "continuing")


@register.simple_tag
def button(
    label: str,
    kind: str = "quiet",
    href: str = "",
    name: str = "",
    value: str = "",
    type: str = "submit",
    about: str = "",
    key: str = "",
    opens: str = "",
    size: str = "",
    form: str = "",
) -> SafeString:
    """A link when it has an address, otherwise a button of its form.

    ``about`` completes the label for those who hear it out of place ("Open" + "note of
    Monday"); ``key`` shows a shortcut; ``opens`` names a dialog; ``form`` names a form
    elsewhere on the page.
    """
    if kind not in BUTTON_KINDS:
        raise template.TemplateSyntaxError(f"button kind must be one of {BUTTON_KINDS}")
    html = render_to_string(
        "core/components/button.html",
        {
            "label": label,
            "kind": kind,
            "href": href,
            "name": name,
            "value": value,
            "type": "button" if opens else type,
            "about": about,
            "key": key,
            "opens": opens,
            "size": size,
            "form": form,
        },
    )
    return SafeString(html.strip())


@register.simple_tag
def act(link: Act | None, kind: str = "") -> SafeString | str:
    """The button of an ``Act``; nothing when there is none."""
    return button(link.label, kind or link.kind, link.url, about=link.about) if link else ""


@register.simple_tag
def tag(text: str, tone: str = "neutral") -> SafeString:
    """A short state in words on its colour."""
    if tone not in TONES:
        raise template.TemplateSyntaxError(f"tag tone must be one of {TONES}")
    return format_html('<span class="tag tag--{}">{}</span>', tone, text)


@register.simple_tag
def phase_tag(phase: str, text: str) -> SafeString:
    """A phase of care in the colour it has everywhere."""
    if phase not in PHASES:
        raise template.TemplateSyntaxError(f"phase must be one of {PHASES}")
    return format_html('<span class="phase-tag phase-{}">{}</span>', phase, text)


@register.simple_tag
def not_adopted(source: str = "") -> SafeString:
    """Marks a number of the program that its director has not adopted yet."""
    words = _("not adopted")
    if source:
        return format_html(
            '<span class="tag tag--attention">{}<span class="visually-hidden">: {}</span></span>',
            words,
            source,
        )
    return format_html('<span class="tag tag--attention">{}</span>', words)


@register.simple_tag
def saved_state(text: str = "", pending: str = "") -> SafeString:
    """When what is being written was last saved; announced politely when it changes."""
    tone = "attention" if pending else "done"
    return format_html(
        '<span class="tag tag--{} saved" role="status" data-saved>{}</span>', tone, pending or text
    )


@register.simple_tag
def key_hint(keys: str) -> SafeString:
    """A keyboard shortcut, drawn as a key."""
    return format_html("<kbd>{}</kbd>", keys)
