"""The fourth version of the weekly suggestion: support is what was said, a plan is any that stands.

What it changes in `step-3` (rules/step_3.py): somebody beside the client supports recovery where
the record holds that it was said (rules/support.py), no longer because a relative is on file; a
plan for staying well is written also where the client made one theirs, or an earlier review of this
episode found one. Older facts that do not hold these leave the first unknown and the second as it
was.

Sources: the handbook's continuum chapter for the signals; program practice.
"""

from homeward.kernel.reasons import Decision, Reason
from homeward.progress.rules import step_3
from homeward.progress.rules.review import SIGNALS, ReviewNumbers, Standing, known

RULE_SET = "step-4"
VERSION = "4"


def suggest(standing: Standing, numbers: ReviewNumbers) -> Decision:
    """The suggestion with every line; extras as `step-2`."""
    return step_3.weigh(standing, numbers, lambda line: _line(line, standing), RULE_SET, VERSION)


def _line(line: Reason, s: Standing) -> Reason:
    if line.code == "sober_support":
        return known(line.code, s.support_said, SIGNALS)
    if line.code == "prevention_plan_written" and s.plan_stands:
        return known(line.code, True, SIGNALS)
    return line
