"""A scoring result as the row keeps it: plain JSON, with the versions that made it."""

from typing import Any

from homeward.instruments.rules.scoring import Result


def scores_json(result: Result) -> dict[str, Any]:
    """Each score with its value, band code and the items still missing."""
    return {
        name: {
            "value": scored.value,
            "band": scored.band.code if scored.band else None,
            "missing": list(scored.missing),
        }
        for name, scored in result.scores.items()
    }


def rules_json(result: Result) -> dict[str, Any]:
    """Each ordered rule with its result."""
    return {
        name: {"result": outcome.result, "incomplete": outcome.incomplete}
        for name, outcome in result.rules.items()
    }


def safety_json(result: Result) -> list[dict[str, str]]:
    """Each safety rule that holds."""
    return [
        {"id": rule.id, "severity": rule.severity, "action": rule.action, "due": rule.due}
        for rule in result.safety
    ]
