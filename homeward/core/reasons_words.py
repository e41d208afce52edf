"""The words of reason codes, registered by the rooms whose rules return them."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise

_words: dict[str, "str | Promise"] = {}


def register(words: Mapping[str, "str | Promise"]) -> None:
    """Add sentences for codes; a code registered twice with other words raises ValueError."""
    for code, sentence in words.items():
        if code in _words and str(_words[code]) != str(sentence):
            raise ValueError(f"reason code {code} already has words")
        _words[code] = sentence


def words_for(code: str, detail: Mapping[str, Any] | None = None) -> str:
    """The sentence for a code, with its details filled in; the code itself spelled out if none."""
    sentence = _words.get(code)
    if sentence is None:
        return code.replace("_", " ").capitalize()
    text = str(sentence)
    try:
        return text % (detail or {}) if "%(" in text else text
    except KeyError:
        return text


def known() -> Mapping[str, "str | Promise"]:
    """All registered codes and their words."""
    return dict(_words)
