"""Form fields, and what to do about their errors."""

from collections.abc import Iterable
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

LOOKS = ("", "list", "segmented", "chips", "rating", "scale")


def _look_of(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "single"
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "list"
    return "box"


def first_input_id(bound: BoundField) -> str:
    """The id that an error link must reach: the first choice of a group, else the field."""
    if isinstance(bound.field.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id or bound.html_name


@register.simple_tag
def field(
    bound: BoundField,
    look: str = "",
    label: str = "",
    help: str = "",
    autocomplete: str = "",
    width: str = "",
    saved: str = "",
    inputmode: str = "",
    legend_hidden: bool = False,
    help_hidden: bool = False,
    rows: int = 0,
) -> SafeString:
    """One field with label, help and errors tied together.

    ``look`` of a choice field: list, segmented, chips, rating (0 to 4) or scale (0 to 10).
    ``width``: short or medium. ``saved`` shows the saved state of a draft.
    """
    if look not in LOOKS:
        raise template.TemplateSyntaxError(f"field look must be one of {LOOKS}")
    kind = _look_of(bound)
    help_text = help or bound.help_text
    base = bound.auto_id or bound.html_name
    described = " ".join(
        part
        for part, wanted in ((f"{base}_help", help_text), (f"{base}_error", bound.errors))
        if wanted
    )
    attrs: dict[str, Any] = {"class": f"input input--{width}" if width else "input"}
    if described:
        attrs["aria-describedby"] = described
    if bound.errors:
        attrs["aria-invalid"] = "true"
    if autocomplete:
        attrs["autocomplete"] = autocomplete
    if inputmode:
        attrs["inputmode"] = inputmode
    if rows:
        attrs["rows"] = rows
    if kind == "single":
        attrs["class"] = "check__box"
    many = isinstance(bound.field.widget, forms.CheckboxSelectMultiple)
    return render_to_string(
        "core/components/field.html",
        {
            "bound": bound,
            "base": base,
            "kind": kind,
            "look": look or "list",
            "label": label or bound.label,
            "help": help_text,
            "described": described,
            "control": "" if kind == "list" else bound.as_widget(attrs=attrs),
            "options": list(bound) if kind == "list" else (),
            "many": many,
            "saved": saved,
            "legend_hidden": legend_hidden,
            "help_hidden": help_hidden,
            "optional": not bound.field.required
            and kind == "box"
            and bound.name not in getattr(bound.form, "needed_by_choice", ()),
        },
    )


@register.simple_tag
def form_fields(form: forms.BaseForm) -> SafeString:
    """Every visible field in order, then the hidden ones; ``form_keys`` writes the version."""
    parts: list[str] = [
        field(bound, look=getattr(bound.field.widget, "look", ""))
        for bound in form.visible_fields()
    ]
    parts += [str(bound) for bound in form.hidden_fields() if bound.name != "form_version"]
    return mark_safe("".join(parts))


def problems_in(sources: Iterable[Any]) -> list[tuple[str, str]]:
    """Each problem as words with the id it leads to, in the order of the page."""
    found: list[tuple[str, str]] = []
    for form in sources:
        if form is None or not getattr(form, "errors", None):
            continue
        found += [(str(error), "") for error in form.non_field_errors()]
        for bound in form:
            found += [(f"{bound.label}: {error}", first_input_id(bound)) for error in bound.errors]
    return found


@register.simple_tag
def error_summary(*sources: Any) -> SafeString | str:
    """What must be mended before going on; takes focus and links to each field.

    Give it forms, or formsets as lists of forms.
    """
    forms_in_order: list[Any] = []
    for source in sources:
        forms_in_order += list(source.forms) if hasattr(source, "forms") else [source]
    problems = problems_in(forms_in_order)
    if not problems:
        return ""
    return render_to_string("core/components/error_summary.html", {"problems": problems})
