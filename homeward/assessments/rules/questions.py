"""What an edition of the assessment asks, as frozen values."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

ONE, MANY, TEXT, WORDS, LINES, DATE, TIME, NUMBER, ICD, TABLE = (
    "one", "many", "text", "words", "lines", "date", "time", "number", "icd", "table",
)  # fmt: skip
KINDS = (ONE, MANY, TEXT, WORDS, LINES, DATE, TIME, NUMBER, ICD, TABLE)
CLIENT, CLINICIAN = "client", "clinician"
THEMES = ("withdrawal", "body", "mind", "readiness", "use", "home", "person")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a closed list."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table; `fact` names another question that asks for the same thing."""

    code: str
    words: str
    kind: str
    help: str = ""
    options: tuple[Option, ...] = ()
    most: int | None = None
    fact: str = ""

    def words_of(self, code: str) -> str:
        """The label of an option; the code itself where the list does not know it."""
        return next((each.words for each in self.options if each.code == code), code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; its code is the code of the fact it asks for.

    `asks` says who answers: the client, or the clinician from observation. `asked_afresh` facts
    arrive empty with the earlier dated answer beside. `theme` says which placement dimension the
    answer speaks to. `key` is the column by which a line of a table counts as filled.
    """

    code: str
    domain: str
    kind: str
    words: str
    help: str = ""
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    key: str = ""
    most: int | None = None
    asks: str = CLIENT
    required: bool = False
    asked_afresh: bool = False
    theme: str = "person"

    def words_of(self, code: str) -> str:
        """The label of an option; the code itself where the list does not know it."""
        return next((each.words for each in self.options if each.code == code), code)


@dataclass(frozen=True, slots=True)
class Domain:
    """One page of the assessment."""

    code: str
    title: str
    lead: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Edition:
    """Every domain in order; a client's assessment keeps the edition it was begun with."""

    code: str
    domains: tuple[Domain, ...]

    def __iter__(self) -> Iterator[Question]:
        return (question for domain in self.domains for question in domain.questions)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its code."""
        return {question.code: question for question in self}

    def domain(self, code: str) -> Domain:
        """One domain; raises KeyError when the edition has none of that code."""
        for domain in self.domains:
            if domain.code == code:
                return domain
        raise KeyError(code)
