"""Which published passage answers a question, by the words they share. Nothing is made up.

A passage is a heading with what stands under it. Words that say nothing are left out; a word in
the heading counts more than one below it. Where too little is shared, there is no answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.families.rules.matching import plain

MOST = 3
IN_HEADING, IN_BODY, LEAST = 3, 1, 3
SHORTEST = 3
_SAYING_NOTHING = (
    "the and for are you your our can may what when how who why with that this does did will from"
    " not she her his him they them their have has was were about there here get should would could"
    " que los las una uno por para con del como cuando cual donde quien sus mis nos les hay puede"
    " puedo son ser esta este eso sobre mas pero porque"
)
EMPTY_WORDS = frozenset(_SAYING_NOTHING.split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A published heading and its lines; `ref` says where it stands."""

    ref: str
    heading: str
    lines: tuple[str, ...]


def answers(question: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages that answer, the nearest first; none where nothing fits."""
    asked = _stems(question)
    scored = [(_score(asked, each), -at, each) for at, each in enumerate(passages)]
    found = sorted((each for each in scored if each[0] >= LEAST), key=lambda each: each[:2])
    return tuple(each[2] for each in reversed(found[-MOST:]))


def _score(asked: frozenset[str], passage: Passage) -> int:
    heading, body = _stems(passage.heading), _stems(" ".join(passage.lines))
    return IN_HEADING * len(asked & heading) + IN_BODY * len((asked & body) - heading)


def _stems(text: str) -> frozenset[str]:
    """Words cut to six letters, so that "visit", "visits" and "visiting" meet."""
    return frozenset(
        word[:6].rstrip("s")
        for word in plain(text)
        if len(word) >= SHORTEST and word not in EMPTY_WORDS
    )
