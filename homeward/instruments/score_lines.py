"""The scores and rule results of one answered form, each in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from homeward.instruments.library import instrument, is_masked
from homeward.instruments.models import Response
from homeward.instruments.words import BANDS, INCOMPLETE, RESULTS

# What our own definition files say behind a title, about themselves.
OWN_REMARK = " (scoring definition, loader only)"


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One score or rule result with its words."""

    name: str
    value: str
    words: str


def title_of(instrument_id: str) -> str:
    """The name of a form, without what its definition file says about itself."""
    return instrument(instrument_id).title.removesuffix(OWN_REMARK)


def score_lines(response: Response, only: Mapping[str, Any] | None = None) -> Iterator[ScoreLine]:
    """Every score and rule of one response, or of its scores those in `only`."""
    for name, score in (response.scores if only is None else only).items():
        value = score["value"]
        words = str(BANDS.get(score["band"] or "", ""))
        if value is None:
            words = _("no score: %(n)s items unanswered") % {"n": len(score["missing"])}
        yield ScoreLine(score_name(name), "–" if value is None else str(value), words)
    for name, rule in response.rules.items():
        if rule["result"] == "none" and not rule["incomplete"]:
            continue
        yield ScoreLine(score_name(name), "", rule_words(rule))


def rule_words(rule: dict[str, Any]) -> str:
    """What a rule found; with answers missing nothing is ever "none"."""
    result = rule["result"]
    if not rule["incomplete"]:
        return str(RESULTS.get(result, result))
    if result in ("none", "negative", "incomplete"):
        return str(RESULTS["incomplete"])
    return f"{RESULTS.get(result, result)}. {INCOMPLETE}"


def score_name(name: str) -> str:
    """A score or rule as people call it."""
    return {"total": _("Total"), "risk": _("Risk"), "ideation_level": _("Ideation level")}.get(
        name, name.replace("_", " ").capitalize()
    )


def open_scores(response: Response) -> dict[str, Any]:
    """The scores that say nothing of an answer which stays inside the care team."""
    masked = {
        score.id
        for score in instrument(response.instrument).scores
        if any(is_masked(response.instrument, item) for item in score.items)
    }
    return {name: score for name, score in response.scores.items() if name not in masked}
