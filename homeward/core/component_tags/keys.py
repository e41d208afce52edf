"""The hidden keys of a form that acts."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from homeward.core.submissions import new_key

register = template.Library()


@register.simple_tag
def form_keys(form: Any = None) -> SafeString:
    """The key that makes a second click harmless, and the version the person saw."""
    html = format_html(
        '<input type="hidden" name="form_key" value="{}">', getattr(form, "key", None) or new_key()
    )
    version = getattr(form, "shown_version", None)
    if version is not None:
        html += format_html('<input type="hidden" name="form_version" value="{}">', version)
    return html
