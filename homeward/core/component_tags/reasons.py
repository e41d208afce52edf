"""Why: the rule lines behind anything the program computes."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from homeward.core.evidence_links import link_for
from homeward.core.reasons_words import words_for
from homeward.kernel.reasons import Decision, State

register = template.Library()

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
                "words": words_for(reason.code, reason.detail),
                "state": state_words,
                "tone": tone,
                "evidence": [(item.text or item.kind, link_for(item)) for item in reason.evidence],
                "source": reason.source,
                "source_tag": SOURCE_TAGS.get(reason.source.tag, "") if reason.source else "",
            }
        )
    return lines


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
