"""What is asked on a paper, and who of its signers answers it."""

from collections.abc import Mapping

from homeward.packets.actions.refusals import QuestionUnanswered
from homeward.packets.queries import plain
from homeward.packets.rules.papers import CHOICE, CLIENT, GUARDIAN, YES_NO, Paper, Question

LONGEST_ANSWER = 200


def asks(paper: Paper, who: str) -> bool:
    """The first who signs answers: the worker on their own papers, otherwise the client's side."""
    own = who in (CLIENT, GUARDIAN)
    by_client = any(each.who == CLIENT for each in paper.signers)
    return own if by_client else not own


def answers_to(paper: Paper, given: Mapping[str, str]) -> dict[str, str]:
    """The answers to this paper's questions and to nothing else; a choice must be made."""
    kept: dict[str, str] = {}
    for question in paper.questions:
        value = plain(str(given.get(question.code, "")))[:LONGEST_ANSWER]
        if not _may_be(question, value):
            raise QuestionUnanswered
        if value:
            kept[question.code] = value
    return kept


def _may_be(question: Question, value: str) -> bool:
    if question.kind == CHOICE:
        return value in {code for code, _words in question.options}
    return question.kind != YES_NO or value in ("yes", "no", "")
