"""Page header, card, disclosure, dialog, empty state: the things that hold other things."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify

from homeward.core.components import Act, Pager, Step, Tab

register = template.Library()


def _id(wanted: str, words: str, kind: str) -> str:
    """A readable id from the heading; give ``id`` when two on a page share their heading."""
    return wanted or f"{slugify(words) or 'part'}-{kind}"


@register.filter
def as_paper(words: str) -> SafeString:
    """``{{ paper|as_paper }}``: the words of a paper that is signed, its # and ## as headings."""
    return format_html_join(
        "\n", "{}", ((_paper_line(line),) for line in words.splitlines() if line)
    )


def _paper_line(line: str) -> SafeString:
    for mark, tag in (("## ", "h4"), ("# ", "h3")):
        if line.startswith(mark):
            return format_html("<{0}>{1}</{0}>", tag, line.removeprefix(mark))
    return format_html("<p>{}</p>", line)


@register.simple_block_tag
def page_header(
    content: str, title: str, subline: str = "", meta: str = "", initials: str = "", lead: str = ""
) -> SafeString:
    """The one ``h1`` of a page with its subline; the block holds tags and buttons."""
    return render_to_string(
        "core/components/page_header.html",
        {
            "content": SafeString(content.strip()),
            "title": title,
            "subline": subline,
            "meta": meta,
            "initials": initials,
            "lead": lead,
        },
    )


@register.simple_block_tag
def card(
    content: str,
    title: str = "",
    aside: str = "",
    tone: str = "",
    level: int = 2,
    id: str = "",
    flush: bool = False,
    footer: str = "",
) -> SafeString:
    """A titled section. ``flush`` lets rows and tables reach the edges."""
    return render_to_string(
        "core/components/card.html",
        {
            "content": content,
            "title": title,
            "aside": aside,
            "tone": tone,
            "level": level,
            "id": _id(id, title, "card"),
            "flush": flush,
            "footer": footer,
        },
    )


@register.simple_block_tag
def disclosure(content: str, summary: str, open: bool = False) -> SafeString:
    """More of the same, folded away; works without scripts."""
    return render_to_string(
        "core/components/disclosure.html", {"content": content, "summary": summary, "open": open}
    )


@register.simple_block_tag
def dialog(content: str, title: str, id: str) -> SafeString:
    """A native dialog, opened by ``{% button … opens="id" %}``; use a page where one will do."""
    return render_to_string(
        "core/components/dialog.html", {"content": content, "title": title, "id": id}
    )


@register.simple_tag
def empty_state(title: str, text: str = "", act: Act | None = None) -> SafeString:
    """Nothing here yet: say why, and what to do next."""
    return render_to_string(
        "core/components/empty_state.html", {"title": title, "text": text, "act": act}
    )


@register.simple_tag
def tabs(items: list[Tab], label: str) -> SafeString:
    """Views of one record, as ordinary links."""
    return render_to_string("core/components/tabs.html", {"items": items, "label": label})


@register.simple_tag
def filters(items: list[Tab], label: str) -> SafeString:
    """Choices that narrow a list, as small linked chips."""
    return render_to_string("core/components/filters.html", {"items": items, "label": label})


@register.simple_tag
def pager(page: Pager, label: str = "") -> SafeString:
    """Where this page stands in the whole, with previous and next."""
    return render_to_string("core/components/pager.html", {"page": page, "label": label})


@register.simple_tag
def ladder(steps: list[Step], label: str) -> SafeString:
    """Levels of care or stages side by side on the colours from dusk to dawn."""
    return render_to_string("core/components/ladder.html", {"steps": steps, "label": label})


@register.simple_tag
def timeline(moments: list[Any], label: str = "") -> SafeString:
    """What happened, newest first or as given."""
    return render_to_string("core/components/timeline.html", {"moments": moments, "label": label})
