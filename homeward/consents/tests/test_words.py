"""Every code the engine can answer has a plain sentence, and no sentence is left over."""

import re
from pathlib import Path

from homeward.consents import rules
from homeward.consents.rules.codes import BASES
from homeward.consents.words import OBLIGATIONS, PROBLEMS, REASONS

SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted(Path(rules.__path__[0]).rglob("*.py"))
)
QUOTED = set(re.findall(r'"([a-z0-9]+(?:_[a-z0-9]+)+|ledger|label)"', SOURCE))
PERMITS = {f"by_{basis}" for basis in BASES}
UNKIND = re.compile(r"\b(clean|dirty|failed|addict|abuse|abuser)\b", re.IGNORECASE)


def test_every_sentence_belongs_to_a_code_of_the_rules() -> None:
    assert set(REASONS) - PERMITS <= QUOTED
    assert set(PROBLEMS) | set(OBLIGATIONS) <= QUOTED


def test_every_basis_has_its_sentence() -> None:
    assert set(REASONS) >= PERMITS


def test_every_answer_of_the_table_and_of_random_worlds_has_words() -> None:
    import random

    from homeward.consents.commands import decide

    from .cases import CHAPTERS
    from .random_worlds import document

    dice = random.Random(12)
    questions = [case.question for cases in CHAPTERS.values() for case in cases]
    questions += [document(dice) for _ in range(1_000)]
    for question in questions:
        answer, _ = decide(question, arguments=())
        assert {code for item in answer["items"] for code in item["reasons"]} <= set(REASONS)
        assert set(answer["obligations"]) <= set(OBLIGATIONS)


def test_words_are_kind() -> None:
    for sentence in [*REASONS.values(), *PROBLEMS.values(), *OBLIGATIONS.values()]:
        assert not UNKIND.search(str(sentence)), sentence
        assert str(sentence).endswith(".")
