"""The engine and the reference must agree on every item of thousands of small worlds."""

import random
from collections import Counter
from typing import Any

from homeward.consents.commands import decide

from .random_worlds import document
from .reference import possible

WORLDS = 5_000


def disagreements(question: dict[str, Any], answer: dict[str, Any]) -> list[str]:
    """What is wrong with an answer, judged by the reference."""
    wrong = []
    for asked, item in zip(question["request"]["items"], answer["items"], strict=True):
        ways = possible(question, asked)
        if item["effect"] == "permit":
            if (item["basis"], frozenset(item["cites"])) not in ways:
                wrong.append(f"{item['id']}: permit by {item['basis']} {item['cites']}, not {ways}")
        elif ways:
            wrong.append(f"{item['id']}: deny {item['reasons']}, but {ways}")
    return wrong


def test_engine_and_reference_agree_on_random_worlds() -> None:
    """A wrong permit exposes a client, a wrong deny stops care: neither in any world."""
    dice = random.Random(42)
    bases: Counter[str] = Counter()
    effects: Counter[str] = Counter()
    for _ in range(WORLDS):
        question = document(dice)
        answer, code = decide(question, arguments=())
        assert code == 0
        assert disagreements(question, answer) == [], question
        effects[answer["effect"]] += 1
        bases.update(item["basis"] for item in answer["items"] if item["basis"])
    # The worlds must be worth something: every basis and every effect is met often.
    assert len(bases) == 16, bases
    assert min(bases.values()) >= 20, bases
    assert min(effects["permit"], effects["deny"], effects["partial"]) >= 200, effects
