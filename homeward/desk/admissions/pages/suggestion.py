"""The explained suggestion in words: what speaks for it, what is held, why not another level."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.components import Act
from homeward.core.reasons_words import words_for
from homeward.desk.admissions.dimensions import NAMES
from homeward.desk.admissions.forms.placement import FACT_LABELS
from homeward.desk.admissions.times import when
from homeward.desk.measures.pages.scores import short_title
from homeward.instruments.models import Response
from homeward.kernel.reasons import Decision, Evidence, Reason, State
from homeward.placement.models import Placement
from homeward.placement.rules.holds import may_be_released
from homeward.placement.rules.recommend import UNDETERMINED
from homeward.placement.words import HOLDS, LEVELS, RATINGS, SERVICES, WHY_NOT


@dataclass(frozen=True, slots=True)
class HoldLine:
    """What must happen before admission, and what lets it go."""

    words: str
    until: str
    because: str
    release: Act | None
    hint: str


@dataclass(frozen=True, slots=True)
class AlternativeLine:
    """Another level and why it is not the suggestion."""

    name: str
    why_not: str
    because: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The explained level as the panel prints it."""

    title: str
    sub: str
    beside: str
    decision: Decision
    rest: Decision
    holds: tuple[HoldLine, ...]
    alternatives: tuple[AlternativeLine, ...]
    is_undetermined: bool


def suggestion_of(
    decision: Decision,
    edition: str,
    responses: Mapping[str, Response],
    placement: Placement | None,
    released: frozenset[str],
) -> Suggestion:
    """The suggestion in words: what speaks for it in the open, the rest folded."""
    unknown = len(decision.lines(State.UNKNOWN))
    undetermined = decision.outcome == UNDETERMINED
    first = sorted(filter(_tells, decision.reasons), key=lambda each: not _drives(each))
    telling = [reason_in_words(reason, edition, responses) for reason in first]
    rest = (reason for reason in decision.reasons if not _tells(reason))
    others = [reason_in_words(reason, edition, responses) for reason in rest]
    name = level_words(edition, decision.outcome)
    return Suggestion(
        title=_("Not yet: rate a dimension") if undetermined else name,
        sub=_("rule set %(rules)s · version %(version)s · %(missing)s")
        % {
            "rules": decision.rule_set,
            "version": decision.version,
            "missing": ngettext("%d fact missing", "%d facts missing", unknown) % unknown
            if unknown
            else _("no fact missing"),
        },
        beside=", ".join(str(SERVICES.get(code, code)) for code in decision.extras.get("with", ())),
        decision=replace(decision, reasons=tuple(telling)),
        rest=replace(decision, reasons=tuple(others)),
        holds=tuple(_holds(decision, placement, released)),
        alternatives=tuple(_alternatives(decision, edition)),
        is_undetermined=undetermined,
    )


def level_words(edition: str, code: str) -> str:
    """ "Intensive outpatient, 2.1"."""
    name = str(LEVELS[edition].get(code, code))
    return name if code == "emergency" else f"{name}, {code}"


def _drives(reason: Reason) -> bool:
    """Whether the line led to the level."""
    return bool(reason.detail.get("drives"))


def _tells(reason: Reason) -> bool:
    """Whether a line speaks at once: it led to the level, or asks a safety question."""
    if reason.state is State.MET:
        return _drives(reason) or not reason.code.startswith("dimension_")
    return reason.state is State.UNKNOWN and reason.code in (
        "ciwa_ar_too_early", "suicide_risk", "seizure_history_with_recent_use",
        "pregnant_with_opioid_use", "pregnant_with_alcohol_or_sedatives", "can_attend_the_hours",
    )  # fmt: skip


def reason_in_words(reason: Reason, edition: str, responses: Mapping[str, Response]) -> Reason:
    """The same line with its evidence in words and linked to the record."""
    if reason.code.startswith("dimension_") and reason.evidence:
        number = int(reason.code.removeprefix("dimension_"))
        rating = int(reason.evidence[0].text)
        asks = reason.detail.get("asks")
        return replace(
            reason,
            code="rated_dimension_asks" if asks else "rated_dimension",
            source=None,
            evidence=(
                Evidence(
                    "rating",
                    "",
                    _("domain %(n)s, rating %(rating)s") % {"n": number, "rating": rating},
                ),
            ),
            detail={
                "name": str(NAMES[edition][number]),
                "rating": str(RATINGS[rating]).lower(),
                "level": str(LEVELS[edition].get(asks, asks)).lower() if asks else "",
            },
        )
    source = replace(reason.source, citation="") if reason.source else None
    evidence = tuple(_evidence(each, responses) for each in reason.evidence)
    if reason.code == "typical_intensive_outpatient_profile":
        evidence = ()
    return replace(reason, evidence=evidence, source=source)


def _evidence(evidence: Evidence, responses: Mapping[str, Response]) -> Evidence:
    if evidence.kind == "rating":
        number = evidence.ref.removeprefix("ratings.")
        return replace(
            evidence,
            ref="",
            text=_("domain %(n)s: %(rating)s") % {"n": number, "rating": evidence.text},
        )
    if evidence.kind != "fact":
        return evidence
    name = evidence.ref.removeprefix("facts.")
    source = {"suicide_risk": "cssrs_screener"}.get(name, name)
    response = responses.get(source)
    if (
        response is not None
        and response.is_handed_in
        and name in ("ciwa_ar", "cows", "suicide_risk")
    ):
        text = f"{short_title(source)} {evidence.text}, {when(response.answered_at)}"
        return Evidence("instrument_result", str(response.pk), text)
    label = str(FACT_LABELS.get(name, name))
    value = {"true": _("yes"), "false": _("no")}.get(evidence.text, evidence.text)
    return Evidence("fact", "", f"{label}: {value}")


def _holds(
    decision: Decision, placement: Placement | None, released: frozenset[str]
) -> Iterator[HoldLine]:
    for hold in decision.extras.get("holds", ()):
        code = hold["code"]
        if code in released:
            continue
        can = may_be_released(code) and placement is not None
        yield HoldLine(
            words=str(HOLDS.get(code, code)),
            until=_("not before %(when)s") % {"when": _instant(hold["until"])}
            if hold.get("until")
            else "",
            because="; ".join(words_for(each) for each in hold.get("because", ())),
            release=Act(
                _("Record the examination"),
                reverse("desk:placement_release", args=[placement.pk, code]),
            )
            if can and placement
            else None,
            hint="" if may_be_released(code) else _("Goes when the fact is known and rated again."),
        )


def _instant(text: str) -> str:
    return when(datetime.fromisoformat(text))


def _alternatives(decision: Decision, edition: str) -> Iterator[AlternativeLine]:
    for other in decision.extras.get("alternatives", ()):
        yield AlternativeLine(
            name=level_words(edition, other["level"]),
            why_not=str(WHY_NOT.get(other["why_not"], other["why_not"])),
            because="; ".join(words_for(code) for code in other.get("because", ())),
        )
