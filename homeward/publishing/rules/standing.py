"""Where one page stands in one language: shown, drafted, behind."""

from dataclasses import dataclass
from decimal import Decimal

MOST_GRADE = Decimal(6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """`follows` is the number of the English version a translation says; 0 is the shipped one."""

    is_translation: bool
    has_draft: bool
    original_number: int
    follows: int | None


def standing_of(facts: Facts) -> str:
    """`behind` when a newer English wording was published, `draft`, or `current`.

    Being behind comes first: a draft that was begun does not bring the page up to date.
    """
    if facts.is_translation and (facts.follows or 0) < facts.original_number:
        return "behind"
    return "draft" if facts.has_draft else "current"


def reads_too_hard(grade: Decimal | None) -> bool:
    """Whether a text asks more years of school than we do; it warns and never blocks."""
    return grade is not None and grade > MOST_GRADE
