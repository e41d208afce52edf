"""The least intensive level of care that is safe, with every reason for and against.

Each line of the rules says what it asks for; the greatest need drives and nothing is averaged.
Facts that nobody knows are never read as no. What must happen first is a hold, which stops an
admission until it is done but changes no level. Source: `docs/algorithms/placement.md`.
"""

from dataclasses import replace
from types import MappingProxyType

from homeward.kernel.reasons import Decision, Reason, marked_by
from homeward.placement.rules import (
    dimensions,
    profile,
    stability,
    surroundings,
    wishes,
    withdrawal,
)
from homeward.placement.rules.alternatives import Alternative, alternatives
from homeward.placement.rules.assessment import Assessment
from homeward.placement.rules.needs import EMERGENCY_LEVEL, Finding, Hold, Need, level_for
from homeward.placement.rules.numbers import DEFAULT_NUMBERS, PlacementNumbers
from homeward.placement.rules.versions import NOW, RuleVersion

UNDETERMINED = "undetermined"
SERVICES = ("wm", "otp_obot", "recovery_residence", "co_occurring")
# Residential levels give the safe house themselves, and an ambulance takes nothing along.
HOUSED = frozenset({"recovery_residence"})


@marked_by("numbers")
def recommend(
    assessment: Assessment,
    numbers: PlacementNumbers = DEFAULT_NUMBERS,
    version: RuleVersion = NOW,
) -> Decision:
    """A decision whose outcome is the level's code, or `undetermined` when nothing is rated.

    Extras, ready for JSON: `with` (service codes), `holds`, `alternatives`, `discrepancies`
    (codes), `cut_points` (which CIWA-Ar set named the band). An older `version` answers as it
    did when it was in force.
    """
    found = _findings(assessment, numbers, version)
    need = max(each.asks for each in found)
    needs_medical_care = any(each.needs_medical_care for each in found)
    rule_set = f"place-{assessment.edition}"
    if need is Need.EARLY_HELP and not assessment.ratings:
        return Decision(
            UNDETERMINED,
            rule_set,
            version.name,
            _reasons(found, need, assessment, needs_medical_care),
            MappingProxyType(_extras(assessment, numbers, (), found, (), found)),
        )
    level = level_for(need, assessment.edition, needs_medical_care=needs_medical_care)
    beside = _beside(found, level, assessment.edition)
    others = alternatives(assessment, level, beside, found, numbers)
    around = (*found, *wishes.lines(assessment, level, numbers))
    return Decision(
        level,
        rule_set,
        version.name,
        _reasons(around, need, assessment, needs_medical_care),
        MappingProxyType(_extras(assessment, numbers, beside, found, others, around)),
    )


def _findings(
    assessment: Assessment, numbers: PlacementNumbers, version: RuleVersion
) -> tuple[Finding, ...]:
    return (
        *withdrawal.findings(assessment, numbers, version),
        *stability.findings(assessment, numbers),
        *dimensions.findings(assessment, numbers, version),
        *surroundings.findings(assessment, numbers),
        wishes.step_down(assessment),
        *([profile.finding(assessment)] if assessment.edition == "3" else []),
    )


def _beside(found: tuple[Finding, ...], level: str, edition: str) -> tuple[str, ...]:
    if level == EMERGENCY_LEVEL:
        return ()
    wanted = {service for each in found for service in each.beside}
    if wishes.rank_of(level, edition) >= wishes.rank_of("3.1", edition):
        wanted -= HOUSED
    if edition == "4":
        wanted.discard("wm")  # part of the x.7 levels and 4
    return tuple(service for service in SERVICES if service in wanted)


def _reasons(
    found: tuple[Finding, ...], need: Need, assessment: Assessment, needs_medical_care: bool
) -> tuple[Reason, ...]:
    return tuple(_with_weight(each, need, assessment, needs_medical_care) for each in found)


def _with_weight(
    finding: Finding, need: Need, assessment: Assessment, needs_medical_care: bool
) -> Reason:
    """The reason, saying the level it asks for by itself and whether it drove the outcome."""
    asks = (
        level_for(finding.asks, assessment.edition, needs_medical_care=finding.needs_medical_care)
        if finding.asks > Need.EARLY_HELP or finding.needs_medical_care
        else None
    )
    drives = finding.asks == need and need > Need.EARLY_HELP
    return replace(finding.reason, detail={**finding.reason.detail, "asks": asks, "drives": drives})


def _extras(
    assessment: Assessment,
    numbers: PlacementNumbers,
    beside: tuple[str, ...],
    found: tuple[Finding, ...],
    others: tuple[Alternative, ...],
    around: tuple[Finding, ...],
) -> dict[str, object]:
    return {
        "with": list(beside),
        "holds": _holds(found),
        "alternatives": [
            {"level": other.level, "why_not": other.why_not, "because": list(other.because)}
            for other in others
        ],
        "discrepancies": [each.discrepancy for each in around if each.discrepancy],
        "cut_points": _cut_points(assessment, numbers),
    }


def _holds(found: tuple[Finding, ...]) -> list[dict[str, object]]:
    """Each thing to do once, with the reasons that ask for it."""
    behind: dict[Hold, list[str]] = {}
    for each in found:
        for hold in each.holds:
            behind.setdefault(hold, []).append(each.reason.code)
    return [
        {
            "code": hold.code,
            "until": hold.until.isoformat() if hold.until else None,
            "because": codes,
        }
        for hold, codes in behind.items()
    ]


def _cut_points(assessment: Assessment, numbers: PlacementNumbers) -> dict[str, object] | None:
    """Which published set named the CIWA-Ar band; None when there is no score."""
    if assessment.facts.ciwa_ar is None:
        return None
    cuts = numbers.ciwa_ar_cut_points
    return {
        "scale": "ciwa_ar",
        "set": cuts.code,
        "moderate_from": cuts.moderate_from,
        "severe_from": cuts.severe_from,
        "band": cuts.band(assessment.facts.ciwa_ar),
        "citation": cuts.citation,
    }
