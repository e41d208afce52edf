"""Facts in rows: stat strip, metrics, summary list, table."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from homeward.core.components import Fact, Figure, Table

register = template.Library()


@register.simple_tag
def stat_strip(figures: list[Figure], label: str = "") -> SafeString:
    """The few numbers that say what kind of day it is."""
    return render_to_string("core/components/stat_strip.html", {"figures": figures, "label": label})


@register.simple_tag
def metrics(figures: list[Figure]) -> SafeString:
    """Words left, number right, one per line."""
    return render_to_string("core/components/metrics.html", {"figures": figures})


@register.simple_tag
def summary_list(facts: list[Fact]) -> SafeString:
    """Terms and values; each may lead to where it is changed."""
    return render_to_string("core/components/summary_list.html", {"facts": facts})


@register.simple_tag
def data_table(table: Table) -> SafeString:
    """A table with scoped headings; on a phone each row becomes labelled lines."""
    rows = [(row, list(zip(table.columns, row.cells, strict=True))) for row in table.rows]
    return render_to_string("core/components/data_table.html", {"table": table, "rows": rows})
