"""From definition documents to an edition; every fault is named at its path."""

from collections.abc import Mapping, Sequence
from typing import Any

from homeward.assessments.rules.questions import (
    CLIENT,
    CLINICIAN,
    KINDS,
    MANY,
    ONE,
    TABLE,
    THEMES,
    Column,
    Domain,
    Edition,
    Option,
    Question,
)
from homeward.kernel.bad_input import BadInput

QUESTION_KEYS = frozenset(
    {"code", "kind", "words", "help", "options", "list", "columns", "key", "most", "asks",
     "required", "asked_afresh", "theme"}
)  # fmt: skip
COLUMN_KEYS = frozenset({"code", "words", "kind", "help", "options", "list", "most", "fact"})


def edition_of(
    code: str, lists: Mapping[str, Any], documents: Sequence[Mapping[str, Any]]
) -> Edition:
    """An edition; raises BadInput for an unknown kind, list, theme or key, or a code used twice."""
    domains = tuple(
        _domain(document, lists, f"domains[{place}]") for place, document in enumerate(documents)
    )
    edition = Edition(code, domains)
    codes = [question.code for question in edition]
    for twice in {each for each in codes if codes.count(each) > 1}:
        raise BadInput(twice, "is asked by one question only")
    return edition


def _domain(document: Mapping[str, Any], lists: Mapping[str, Any], path: str) -> Domain:
    return Domain(
        document["code"],
        document["title"],
        document.get("lead", ""),
        tuple(
            _question(each, document["code"], lists, f"{path}.questions[{place}]")
            for place, each in enumerate(document["questions"])
        ),
    )


def _question(
    document: Mapping[str, Any], domain: str, lists: Mapping[str, Any], path: str
) -> Question:
    _known(document, QUESTION_KEYS, path)
    kind, theme = document["kind"], document.get("theme", "person")
    asks = document.get("asks", CLIENT)
    if theme not in THEMES:
        raise BadInput(f"{path}.theme", f"must be one of {', '.join(THEMES)}")
    if asks not in (CLIENT, CLINICIAN):
        raise BadInput(f"{path}.asks", "must be client or clinician")
    columns = tuple(
        _column(each, lists, f"{path}.columns[{place}]")
        for place, each in enumerate(document.get("columns", ()))
    )
    if kind == TABLE and document.get("key") not in {each.code for each in columns}:
        raise BadInput(f"{path}.key", "must name one of the columns")
    return Question(
        code=document["code"],
        domain=domain,
        kind=kind,
        words=document["words"],
        help=document.get("help", ""),
        options=_options(document, lists, path),
        columns=columns,
        key=document.get("key", ""),
        most=document.get("most"),
        asks=asks,
        required=document.get("required", False),
        asked_afresh=document.get("asked_afresh", False),
        theme=theme,
    )


def _column(document: Mapping[str, Any], lists: Mapping[str, Any], path: str) -> Column:
    _known(document, COLUMN_KEYS, path)
    return Column(
        code=document["code"],
        words=document["words"],
        kind=document["kind"],
        help=document.get("help", ""),
        options=_options(document, lists, path),
        most=document.get("most"),
        fact=document.get("fact", ""),
    )


def _known(document: Mapping[str, Any], keys: frozenset[str], path: str) -> None:
    for key in document:
        if key not in keys:
            raise BadInput(f"{path}.{key}", "is not a part of a question")
    if document.get("kind") not in KINDS:
        raise BadInput(f"{path}.kind", f"must be one of {', '.join(KINDS)}")


def _options(
    document: Mapping[str, Any], lists: Mapping[str, Any], path: str
) -> tuple[Option, ...]:
    name = document.get("list")
    if name is not None and name not in lists:
        raise BadInput(f"{path}.list", f"must be one of {', '.join(lists)}")
    found = lists[name] if name else document.get("options", ())
    if document["kind"] in (ONE, MANY) and not found:
        raise BadInput(f"{path}.options", "a choice needs its list")
    return tuple(Option(code, words) for code, words in found)
