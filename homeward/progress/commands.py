"""`homeward progress replay`: what would this rule set have said of the reviews that were held?"""

import argparse
from datetime import date
from typing import Any

from homeward.kernel.bad_input import BadInput
from homeward.progress.replaying import replay
from homeward.progress.rules.rule_sets import CURRENT, RULE_SETS, UnknownRuleSet


def replay_reviews_arguments(parser: argparse.ArgumentParser) -> None:
    """Which rule set, over which weeks."""
    parser.add_argument("--rule-set", default=CURRENT.code, help=", ".join(RULE_SETS))
    parser.add_argument("--from", dest="first", required=True, help="first day, YYYY-MM-DD")
    parser.add_argument("--to", dest="last", required=True, help="last day, YYYY-MM-DD")


def replay_reviews(document: None, *, arguments: Any) -> tuple[dict[str, Any], int]:
    """Counts, and every case where it differs, by opaque id; exit 2 for a name nobody knows."""
    first, last = _day(arguments.first, "from"), _day(arguments.last, "to")
    try:
        found = replay(arguments.rule_set, first, last)
    except UnknownRuleSet as fault:
        raise BadInput("rule_set", f"none of {', '.join(RULE_SETS)}") from fault
    answers = found.replay
    return {
        "rule_set": answers.rule_set,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "reviews": len(answers.answers),
        "without_facts": found.without_facts,
        "same_suggestion": len(answers.answers) - len(answers.differing),
        "other_suggestion": len(answers.differing),
        "decided": len(answers.decided),
        "as_the_team_decided": len(answers.decided) - len(answers.against_the_team),
        "otherwise_than_the_team": len(answers.against_the_team),
        "moves": [
            {"before": before, "after": after, "count": count}
            for (before, after), count in sorted(answers.moves().items())
        ],
        "cases": [
            {
                "review": each.case.key,
                "week_of": each.case.on.isoformat(),
                "suggested": each.case.suggested,
                "by": f"{each.case.rule_set} {each.case.version}",
                "would_suggest": each.outcome,
                "version": each.version,
                "decided": each.case.decided or None,
                "reasons": [
                    {"code": line.code, "state": line.state.value} for line in each.reasons
                ],
            }
            for each in answers.differing
        ],
    }, 0


def _day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise BadInput(name, "is a day as YYYY-MM-DD") from fault
