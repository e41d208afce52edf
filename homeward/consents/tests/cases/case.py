"""One row of the table, and an answer put in the words of the table."""

from typing import Any, NamedTuple


class Case(NamedTuple):
    """`answer` is written as `in_words` writes it."""

    situation: str
    question: dict[str, Any]
    answer: str


def in_words(answer: dict[str, Any]) -> str:
    """`permit by tpo_consent on c1`, `deny: consent_revoked`, or both parts of a partial."""
    denied = [item for item in answer["items"] if item["effect"] == "deny"]
    if answer["effect"] == "deny":
        reasons = dict.fromkeys(code for item in denied for code in item["reasons"])
        return "deny: " + ", ".join(reasons) if reasons else "deny"
    papers = f" on {', '.join(answer['cites'])}" if answer["cites"] else ""
    words = f"{answer['effect']} by {answer['basis']}{papers}"
    for item in denied:
        words += f"; withheld {item['id']}: {', '.join(item['reasons'])}"
    return words
