"""`homeward consents decide`."""

from typing import Any

from homeward.consents.rules.decide import disclose
from homeward.consents.rules.reading import read_question
from homeward.kernel.bad_input import BadInput


def decide(document: Any, *, arguments: Any) -> tuple[Any, int]:
    """Answer one question, or each of a list. A deny is an answer: the exit code is 0.

    Raises BadInput naming the field; nothing is decided when any question of a list is bad.
    """
    if not isinstance(document, list):
        return _answer(document), 0
    answers = []
    for index, question in enumerate(document):
        try:
            answers.append(_answer(question))
        except BadInput as fault:
            path = f"[{index}].{fault.path}" if fault.path else f"[{index}]"
            raise BadInput(path, fault.mend) from None
    return answers, 0


def _answer(document: object) -> dict[str, Any]:
    question = read_question(document)
    return disclose(question.request, question.world, question.now).to_json()
