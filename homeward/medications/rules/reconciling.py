"""Whether the whole list was gone through: every line said, every change named.

Source: handbook 7.1; at admission, each transfer, each change of prescriber, and discharge.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

MOMENTS = ("admission", "transfer", "prescriber_change", "discharge")
SOURCES = ("person", "family", "bottle", "pharmacy", "prescriber", "hospital", "pdmp")
ACTIONS = ("continue", "change", "stop")


# What happens to somebody in care -> the word of it that asks for the list to be gone through again
# (handbook 7.1, each transfer); "*" stands for every word.
ASKED_BY = {
    # A recovery residence is a home, not a level of care.
    "transfer": frozenset(
        {"detox", "residential", "partial_hospital", "hospital", "psychiatric",
         "intensive_outpatient", "outpatient", "medication_program"}
    ),
    "stop_over": frozenset({"hospital", "jail"}),
    "return": frozenset({"same_episode"}),
    "step": frozenset({"*"}),
}  # fmt: skip


def asks_again(event: str, word: str) -> bool:
    """Whether what happened asks for the list to be gone through again.

    Somewhere else other people prescribed, or will: a stay that was over, a transfer, a return.

    >>> [asks_again("stop_over", word) for word in ("hospital", "jail", "died")]
    [True, True, False]
    """
    asked = ASKED_BY.get(event, frozenset())
    return word in asked or "*" in asked


def is_more_care(
    old_level: str, new_level: str, old_weekly_minutes: int, new_weekly_minutes: int
) -> bool:
    """Whether another phase is another level of care, or asks for more hours than before.

    Fewer hours of the same level are no transfer.
    """
    return old_level != new_level or new_weekly_minutes > old_weekly_minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said about one medicine on the list."""

    medication_id: Any
    last_taken: str
    source: str
    action: str
    changed_to: str = ""


def problems_of(
    moment: str, listed: Collection[Any], said: Sequence[Said], *, takes_nothing: bool
) -> tuple[str, ...]:
    """The codes of what is missing; empty when the reconciliation is whole.

    An empty list says nothing by itself: that the person takes nothing is said.
    """
    about = [each.medication_id for each in said]
    wrong = {
        "reconciled_moment_unknown": moment not in MOMENTS,
        "reconciled_line_missing": bool(set(listed) - set(about)),
        "reconciled_line_strange": bool(set(about) - set(listed)) or len(about) != len(set(about)),
        "reconciled_nothing_unsaid": not listed and not takes_nothing,
        "reconciled_nothing_wrong": bool(listed) and takes_nothing,
        "reconciled_last_taken_missing": any(not each.last_taken.strip() for each in said),
        "reconciled_source_unknown": any(each.source not in SOURCES for each in said),
        "reconciled_action_unknown": any(each.action not in ACTIONS for each in said),
        "reconciled_change_unsaid": any(
            each.action == "change" and not each.changed_to.strip() for each in said
        ),
    }
    return tuple(code for code, is_wrong in wrong.items() if is_wrong)
