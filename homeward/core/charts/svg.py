"""Writing SVG elements: attribute names with underscores become hyphens, all text is escaped."""

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

Attribute = str | int | float


def number(value: float) -> str:
    """A coordinate with at most one decimal.

    >>> number(12.0), number(3.14159)
    ('12', '3.1')
    """
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def element(tag_name: str, *children: str, **attributes: Attribute) -> SafeString:
    """One element; ``css`` stands for the class. Plain words among the children are escaped."""
    parts = [tag_name]
    for name, value in attributes.items():
        shown = number(value) if isinstance(value, float) else str(value)
        parts.append(f'{"class" if name == "css" else name.replace("_", "-")}="{escape(shown)}"')
    inside = "".join(conditional_escape(child) for child in children)
    return mark_safe(f"<{' '.join(parts)}>{inside}</{tag_name}>")


def link(url: str, label: str, *children: str, css: str = "mark") -> SafeString:
    """A mark that opens its record, or a labelled group when it has none."""
    title = element("title", label)
    if url:
        return element("a", title, *children, href=url, aria_label=label, css=css)
    return element("g", title, *children, role="img", aria_label=label, css=css)
