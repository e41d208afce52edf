"""The third version of the weekly suggestion: rising use is new use, and more than before.

What it changes in `step-2` (rules/step_2.py): the line for rising use counts tests that speak of
new use, without those whose every finding may be left over from an earlier one, and it is met
only where they are more than in as many weeks before; tests say nothing of a phase in which too
many were missed, refused or could not be read. A test that could not be read, or that was
negative but dilute, is counted apart: it never speaks for less care. Older facts that do not hold
these counts leave the line unknown.

Sources: the handbook's testing chapter on residual results; program practice for the share.
"""

from collections.abc import Callable
from dataclasses import replace

from homeward.kernel.reasons import Decision, Reason, State
from homeward.progress.rules import step_2
from homeward.progress.rules.review import SIGNALS, TRIGGERS, ReviewNumbers, Standing, known

RULE_SET = "step-3"
VERSION = "3"


def suggest(standing: Standing, numbers: ReviewNumbers) -> Decision:
    """The suggestion with every line; extras as `step-2`."""
    return weigh(standing, numbers, lambda line: line, RULE_SET, VERSION)


def weigh(
    standing: Standing, numbers: ReviewNumbers, read: Callable[[Reason], Reason], rule_set: str,
    version: str,
) -> Decision:  # fmt: skip
    """The lines of this set, which a later set may read in its own way."""
    decision = step_2.weigh(
        standing, numbers, lambda line: read(_line(line, standing, numbers)), rule_set, version
    )
    return replace(decision, reasons=(*decision.reasons, *_not_counted(standing)))


def _line(line: Reason, s: Standing, n: ReviewNumbers) -> Reason:
    if line.code == "use_rising":
        return _rising(s, n)
    if line.code == "tests_negative_in_phase" and line.state is State.MET and _too_few(s, n):
        return replace(line, state=State.UNKNOWN)
    return line


def _rising(s: Standing, n: ReviewNumbers) -> Reason:
    new, before = s.new_use, s.new_use_before
    rises = None
    if new is not None and before is not None:
        rises = new >= n.positives_that_rise and new > before
    return known(
        "new_use_rising", rises, TRIGGERS, positives=new or 0, before=before or 0,
        needed=n.positives_that_rise, weeks=n.weeks,
    )  # fmt: skip


def _not_counted(s: Standing) -> tuple[Reason, ...]:
    """The tests that speak neither for nor against: shown, and never a ground."""
    if not s.tests_dilute and not s.tests_unreadable:
        return ()
    return (
        known(
            "tests_say_nothing", None, SIGNALS, unreadable=s.tests_unreadable, dilute=s.tests_dilute
        ),
    )


def _too_few(s: Standing, n: ReviewNumbers) -> bool:
    without = s.tests_missed + s.tests_unreadable
    asked = s.tests_negative + s.tests_dilute + s.tests_positive + without
    if n.untested_percent is None or not asked:
        return False
    return 100 * without > n.untested_percent * asked
