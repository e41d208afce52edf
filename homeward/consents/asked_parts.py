"""What an officer or an employer may ask about, in their words, and the record behind each."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.kernel.records import RecordClass as C

PARTS: dict[str, tuple[Promise, C | None]] = {
    "attendance": (_("If the person came"), C.SCHEDULE),
    "tests": (_("If tests were done"), C.DRUG_TESTS),
    "completion": (_("If the program was finished"), C.OUTCOMES),
    "notes": (_("How it goes"), C.NOTES),
    "more": (_("More than this"), None),
}


def classes_of(parts: Iterable[str]) -> tuple[str, ...]:
    """The classes of record that were asked for, each once, in the order of the list."""
    asked = set(parts)
    return tuple(
        str(record_class)
        for code, (_words, record_class) in PARTS.items()
        if code in asked and record_class is not None
    )


def words_of(parts: Iterable[str]) -> tuple[str, ...]:
    """The parts in words; one that is offered no more is left out."""
    return tuple(str(PARTS[code][0]) for code in parts if code in PARTS)
