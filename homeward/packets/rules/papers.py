"""A paper of the packet as data: who signs it, what is asked on it, which clock it follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CLIENT, GUARDIAN, STAFF, WITNESS, PHYSICIAN = (
    "client",
    "guardian",
    "staff",
    "witness",
    "physician",
)
SIGNERS = (CLIENT, GUARDIAN, STAFF, WITNESS, PHYSICIAN)
MEANINGS = ("agree", "received", "explained", "answer", "record")
YES_NO, CHOICE, LINE = "yes_no", "choice", "line"
KINDS = (YES_NO, CHOICE, LINE)
LANGUAGES = ("en", "es")


class Unsound(ValueError):
    """A shipped file says something that cannot be; the text says what."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody who signs: always, or only when `when` ("payer:medicare", "site:north") is true."""

    who: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked on the paper; the words by language, the options by code."""

    code: str
    kind: str
    words: Mapping[str, str]
    options: tuple[tuple[str, Mapping[str, str]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One version of one paper."""

    code: str
    version: str
    order: int
    meaning: str
    deadline: str
    title: Mapping[str, str]
    why: Mapping[str, str]
    signers: tuple[Wanted, ...]
    questions: tuple[Question, ...] = ()
    consent: str = ""
    citation: str = ""
    staff_roles: tuple[str, ...] = ()


def paper_from(document: Mapping[str, Any]) -> Paper:
    """Read one file's content; raises Unsound."""
    code = str(document.get("code", ""))
    signers = tuple(_wanted(code, each) for each in document.get("signers", ()))
    if not signers:
        raise Unsound(f"{code}: nobody signs it")
    if document.get("meaning") not in MEANINGS:
        raise Unsound(f"{code}: unknown meaning {document.get('meaning')!r}")
    return Paper(
        code=code,
        version=str(document["version"]),
        order=int(document["order"]),
        meaning=str(document["meaning"]),
        deadline=str(document["deadline"]),
        title=_words(code, document["title"]),
        why=_words(code, document["why"]),
        signers=signers,
        questions=tuple(_question(code, each) for each in document.get("questions", ())),
        consent=str(document.get("consent", "")),
        citation=str(document.get("citation", "")),
        staff_roles=tuple(document.get("staff_roles", ())),
    )


def _wanted(code: str, part: Mapping[str, str]) -> Wanted:
    if part.get("who") not in SIGNERS:
        raise Unsound(f"{code}: unknown signer {part.get('who')!r}")
    return Wanted(part["who"], part.get("when", ""))


def _words(code: str, part: Mapping[str, str]) -> Mapping[str, str]:
    if missing := [each for each in LANGUAGES if not part.get(each)]:
        raise Unsound(f"{code}: no words in {', '.join(missing)}")
    return {each: part[each] for each in LANGUAGES}


def _question(code: str, part: Mapping[str, Any]) -> Question:
    if part.get("kind") not in KINDS:
        raise Unsound(f"{code}: unknown kind of question {part.get('kind')!r}")
    options = tuple((each["code"], _words(code, each)) for each in part.get("options", ()))
    if (part["kind"] == CHOICE) != bool(options):
        raise Unsound(f"{code}: a choice has options, and nothing else has")
    return Question(part["code"], part["kind"], _words(code, part), options)
