"""Why: the rule lines behind anything the program computes."""

import re
from datetime import date
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from homeward.core.evidence_links import link_for
from homeward.core.reasons_words import words_for
from homeward.kernel.reasons import Decision, State

register = template.Library()

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
STATES = {
    State.MET: (_("met"), "done"),
    State.NOT_MET: (_("not met"), "neutral"),
    State.UNKNOWN: (_("not known"), "attention"),
}
SOURCE_TAGS = {
    "law": _("law"),
    "state": _("state rule"),
    "payer": _("payer rule"),
    "norm": _("professional norm"),
    "default": _("program number"),
}


def lines_of(decision: Decision) -> list[dict[str, Any]]:
    """Each reason in words, with its state, linked evidence and source."""
    lines = []
    for reason in decision.reasons:
        state_words, tone = STATES[reason.state]
        lines.append(
            {
                "words": words_for(
                    reason.code, {name: _read(value) for name, value in reason.detail.items()}
                ),
                "state": state_words,
                "tone": tone,
                "evidence": [
                    (_read(item.text) or item.kind, link_for(item)) for item in reason.evidence
                ],
                "source": reason.source,
                "source_tag": SOURCE_TAGS.get(reason.source.tag, "") if reason.source else "",
            }
        )
    return lines


def _read(value: Any) -> Any:
    """A day that rules keep as data reads as one: "Sun 29 Nov 2026", not "2026-11-29"."""
    if not isinstance(value, str) or not DAY.fullmatch(value):
        return value
    try:
        return date_format(date.fromisoformat(value), "D j M Y")
    except ValueError:
        return value


@register.simple_tag
def why(decision: Decision | None, label: str = "", open: bool = False) -> SafeString | str:
    """A folded "why" beside a suggestion or refusal; opens its rule lines."""
    if not decision:
        return ""
    return render_to_string(
        "core/components/why.html",
        {"decision": decision, "lines": lines_of(decision), "label": label, "open": open},
    )


@register.simple_tag
def reasons(decision: Decision | None) -> SafeString | str:
    """The rule lines in the open, for a card that is itself the explanation."""
    if not decision:
        return ""
    return render_to_string(
        "core/components/reasons.html", {"decision": decision, "lines": lines_of(decision)}
    )
