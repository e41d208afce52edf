"""One row of the table, and an answer put in the words of the table."""

import re
from typing import Any, NamedTuple

from homeward.consents.rules.citations import CITATIONS, cited


class Case(NamedTuple):
    """`answer` is written as `in_words` writes it."""

    situation: str
    question: dict[str, Any]
    answer: str

    @property
    def citation(self) -> str:
        """The sections behind every reason the answer names."""
        words = re.findall(r"[a-z_]+", self.answer)
        named = [f"by_{word}" if f"by_{word}" in CITATIONS else word for word in words]
        found = [word for word in named if word in CITATIONS]
        # A request for nothing releases nothing: the general rule answers it.
        return cited(found or ["no_basis"])


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
