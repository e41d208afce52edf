"""Scores and findings in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from homeward.desk.admissions.times import when
from homeward.instruments.library import instrument
from homeward.instruments.models import Response, Way
from homeward.instruments.score_lines import rule_words
from homeward.instruments.words import BANDS, DUE, SAFETY_ACTIONS, SEVERITIES

# Where the title's own bracket is not the name people use.
LED_BY_RULE = frozenset({"cssrs_screener"})
SHORT = {
    "cssrs_screener": "C-SSRS",
    "bam": "BAM",
    "bam_iop": "BAM-IOP",
    "bam_r": "BAM-R",
    "readiness_ruler": "Readiness rulers",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One safety rule that holds: what to do, by when, how grave."""

    action: str
    due: str
    severity: str
    tone: str


def short_title(instrument_id: str) -> str:
    """PHQ-9, not its whole name."""
    if instrument_id in SHORT:
        return SHORT[instrument_id]
    title = instrument(instrument_id).title
    return title.rsplit("(", 1)[-1].rstrip(")") if title.endswith(")") else title


def score_words(response: Response) -> str:
    """ "PHQ-9 13, moderate", or what still misses."""
    name = short_title(response.instrument)
    if not response.is_handed_in:
        return _("%(name)s begun") % {"name": name}
    found = [rule_words(rule) for rule in response.rules.values()]
    # With recent behavior a C-SSRS is high risk at an ideation level of 0: its rule speaks.
    if response.instrument in LED_BY_RULE and found:
        return f"{name}: {found[0].lower()}"
    for score in response.scores.values():
        if score["value"] is not None:
            band = str(BANDS.get(score["band"] or "", "")).lower()
            return f"{name} {score['value']}" + (f" ({band})" if band else "")
    if found:
        return f"{name}: {found[0].lower()}"
    return _("%(name)s: no score, answers are missing") % {"name": name}


def findings(response: Response) -> Iterator[Finding]:
    """Every safety rule that holds, the gravest first."""
    order = {"urgent": 0, "high": 1, "attention": 2}
    for rule in sorted(response.safety, key=lambda each: order.get(each["severity"], 3)):
        yield finding_of(rule["id"], rule["severity"], rule["action"], rule["due"])


def finding_of(rule_id: str, severity: str, action: str, due: str) -> Finding:
    """One safety rule in words."""
    return Finding(
        action=str(SAFETY_ACTIONS.get(rule_id, action)),
        due=str(DUE.get(due, due)),
        severity=str(SEVERITIES.get(severity, severity)),
        tone="attention" if severity == "attention" else "urgent",
    )


def taken_words(response: Response) -> str:
    """When and by whom."""
    by = _("by the client") if response.answered_by_client else ""
    if response.way == Way.PAPER and response.taken_by:
        by = _("on paper, entered by %(name)s") % {"name": response.taken_by.name}
        if response.is_checked_twice:
            by = _("on paper, entered twice by %(name)s") % {"name": response.taken_by.name}
    if not by and response.taken_by:
        by = _("with %(name)s") % {"name": response.taken_by.name}
    return f"{when(response.answered_at)} {by}".strip()
