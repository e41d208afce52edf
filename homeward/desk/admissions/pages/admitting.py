"""The admission decision with its evidence in words."""

from dataclasses import replace

from django.utils.translation import gettext as _

from homeward.desk.admissions.choices import HOLDS as HELD
from homeward.kernel.reasons import Decision, Evidence, Reason
from homeward.placement.words import HOLDS


def in_words(decision: Decision) -> Decision:
    """The same decision; holds in words, and what its line already says left out."""
    return replace(decision, reasons=tuple(_line(each) for each in decision.reasons))


def _line(reason: Reason) -> Reason:
    shown = tuple(
        _evidence(each) for each in reason.evidence if each.kind not in ("birth_date", "caseload")
    )
    if reason.detail.get("is_adopted") is False:
        shown = (*shown, Evidence("number", "", _("not adopted")))
    return replace(reason, evidence=shown)


def _evidence(evidence: Evidence) -> Evidence:
    if evidence.kind == "hold":
        # The way to release it stands on its card, for those who may; here it is only named.
        return Evidence("", "", str(HELD.get(evidence.text, evidence.text)))
    if evidence.kind == "placement_hold":
        return replace(evidence, text=str(HOLDS.get(evidence.text, evidence.text)))
    return evidence
