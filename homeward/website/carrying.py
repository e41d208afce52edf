"""Answers of the private check on their way to a request for a call, only by the person's choice.

They travel sealed inside the form, never in an address, a cookie or the database.
"""

import json
from collections.abc import Mapping

from homeward.core.crypto import CannotDecrypt, decrypt, encrypt
from homeward.website import check_words
from homeward.website.rules.setting import ANSWERS, BY_CODE

BOUND_TO = "website.check.answers"


def sealed(answers: Mapping[str, str]) -> str:
    """The answers as one sealed word."""
    return encrypt(json.dumps(dict(answers)), BOUND_TO)


def carried_answers(token: str) -> dict[str, str]:
    """The answers in a sealed word; none where it was altered or is not one."""
    if not token:
        return {}
    try:
        found = json.loads(decrypt(token, BOUND_TO))
    except (CannotDecrypt, ValueError):
        return {}
    return {code: found[code] for code in BY_CODE if found.get(code) in ANSWERS}


def words_of(answers: Mapping[str, str]) -> dict[str, str]:
    """Each answer as a line to read: the question, and what was answered."""
    return {
        code: f"{check_words.QUESTIONS[code]} {check_words.ANSWERS[answer]}"
        for code, answer in answers.items()
    }
