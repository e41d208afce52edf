"""What a run sheet must have so that somebody who stands in can lead the group from it."""

import re

PARTS = ("check_in", "exercise", "homework")
_HEADINGS = {
    "check_in": r"check-?in|llegada|ronda",
    "exercise": r"exercise|ejercicio",
    "homework": r"homework|tarea",
}


def missing_parts(body: str) -> tuple[str, ...]:
    """The parts without a heading of their own, in the order of the hour; warns, never blocks."""
    headings = "\n".join(re.findall(r"^##+ +(.+)$", body, re.MULTILINE)).lower()
    return tuple(
        part
        for part in PARTS
        if not re.search(rf"^(?:{_HEADINGS[part]})\b", headings, re.MULTILINE)
    )
