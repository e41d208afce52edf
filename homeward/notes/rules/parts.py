"""The parts of a note: its format, and what its kind of session asks for beside the words.

Formats: SOAP (subjective, objective, assessment, plan), DAP (data, assessment, plan), BIRP
(behavior, intervention, response, plan), GIRP (goal, intervention, response, plan). A program
that chose none writes in own words. Source: session documentation norms of the field.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

WORDS = "words"
FORMATS: dict[str, tuple[str, ...]] = {
    "dap": ("data", "assessment", "plan"),
    "soap": ("subjective", "objective", "assessment", "plan"),
    "birp": ("behavior", "intervention", "response", "plan"),
    "girp": ("goal", "intervention", "response", "plan"),
}


def sections_of(style: str) -> tuple[str, ...]:
    """The parts of a format in order; none for own words or a format nobody knows."""
    return FORMATS.get(style, ())


def body_of(style: str, sections: Mapping[str, str]) -> str:
    """The sections in one piece, each under its name; empty ones are left out.

    >>> body_of("dap", {"data": "Came on time.", "plan": "Call the sponsor."})
    'Data: Came on time.\\n\\nPlan: Call the sponsor.'
    """
    written = ((code, sections.get(code, "").strip()) for code in sections_of(style))
    return "\n\n".join(f"{code.capitalize()}: {text}" for code, text in written if text)


def missing_sections(style: str, sections: Mapping[str, str]) -> tuple[str, ...]:
    """The sections of the format that are still empty."""
    return tuple(code for code in sections_of(style) if not sections.get(code, "").strip())


def missing_details(required: Iterable[str], details: Mapping[str, Any]) -> tuple[str, ...]:
    """The asked-for fields without an answer; "no" is an answer."""
    return tuple(code for code in required if _is_blank(details.get(code)))


def unknown_details(known: Collection[str], details: Mapping[str, Any]) -> tuple[str, ...]:
    """Answers to what was not asked."""
    return tuple(sorted(set(details) - set(known)))


_STATE = re.compile(r"\b([A-Z]{2})\b(?:[ ,]+\d{5}(?:-\d{4})?)?[ .]*$")


def state_in(address: str) -> str:
    """The two letters of the state at the end of an address, a ZIP code after them or not.

    >>> state_in("12 Elm Street, Evanston, IL 60201")
    'IL'
    """
    found = _STATE.search(address.strip())
    return found[1] if found else ""


def _is_blank(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == []
