"""Whether a thread begun from the library has become this client's own.

The problem and the goal must say something the library's sentence does not: at least `fewest`
words that are in none of the thread's own texts. Case, order and punctuation do not count.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from homeward.plans.rules.completeness import Gap
from homeward.plans.rules.tree import PlanDraft


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case or punctuation."""
    return tuple(re.findall(r"\w+", text.casefold()))


def own_words(text: str, library: Sequence[str]) -> int:
    """How many words of a text are its own beside the library text most like it.

    >>> own_words("Urges come on paydays.", ["Urges come on most days."])
    1
    """
    given = Counter(words_of(text))
    return min(
        ((given - Counter(words_of(each))).total() for each in library), default=given.total()
    )


def borrowed_in(
    plan: PlanDraft, library: Mapping[str, Sequence[str]], fewest: int
) -> tuple[Gap, ...]:
    """A gap for each problem and goal that still says what the library says."""
    return tuple(_borrowed(plan, library, fewest))


def _borrowed(plan: PlanDraft, library: Mapping[str, Sequence[str]], fewest: int) -> Iterator[Gap]:
    for place, problem in enumerate(plan.problems, start=1):
        texts = library.get(problem.library_code)
        if not texts:
            continue
        if own_words(problem.statement, texts) < fewest:
            yield Gap("problem_from_library", str(place))
        for goal in problem.goals:
            if goal.own_words.strip() and own_words(goal.own_words, texts) < fewest:
                yield Gap("goal_from_library", str(place))
