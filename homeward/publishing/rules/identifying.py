"""What in a text could tell who somebody is.

Made to find too much rather than too little: a mark stops publishing until the words are changed
or two people have looked. The kinds follow the identifiers of 45 CFR 164.514(b)(2): names, places
smaller than a state, dates, numbers to reach or to know somebody by, and addresses on the net.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from homeward.publishing.rules.first_names import FIRST_NAMES, KNOWN_WORDS

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_STREET = (
    r"(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|way|place"
    r"|parkway|pkwy|highway|hwy|trail|terrace)"
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("email", r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+\s?(?:\.|\(dot\)| dot )\s?[a-z]{2,}\b"),
    ("email", r"[\w.+-]+ at [\w-]+ dot [a-z]{2,}\b"),
    ("web_address", r"\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|edu|gov|info)\b(?:/\S*)?"),
    ("handle", r"(?<![\w.])@[A-Za-z_][\w.]{2,}"),
    ("social_security", r"\b\d{3}[- ]\d{2}[- ]\d{4}\b"),
    ("phone", r"(?<!\d)(?:\+?1[-. ]?)?(?:\(\d{3}\)|\d{3})[-. ]?\d{3}[-. ]?\d{4}(?!\d)"),
    ("phone", r"(?<![\d-])\d{3}[-.]\d{4}(?![\d-])"),
    ("date", r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b(?:19|20)\d\d-\d{1,2}-\d{1,2}\b"),
    ("date", rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b"),
    ("date", rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of| de)? {_MONTH}\b"),
    ("address", rf"\b\d{{1,6}} (?:[nsew]\.? )?(?:[\w'-]+ ){{1,3}}{_STREET}\b\.?"),
    ("address", r"\b(?:calle|avenida|av\.|carrera|paseo) [\w'áéíóúñ-]+(?: [\w'áéíóúñ-]+)? #?\d+"),
    ("address", r"\b(?:apt|apartment|unit|suite|apto|p\.?o\.? ?box) ?#?\d+\w?\b"),
    ("postal_code", r"(?<![\d$.,-])\d{5}(?:-\d{4})?(?![\d,.]\d|\d|%)"),
    ("long_number", r"(?<![\d-])\d{6,}(?![\d-])|\b[A-Z]{1,3}-?\d{4,}\b"),
)
_FINDERS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_WORD = re.compile(r"[A-Za-zÁÉÍÓÚÑÜáéíóúñü][\w'’-]*")
_CALLED = re.compile(
    r"\b(?:my name is|name's|named|called|this is|signed|(?:a )?love,|me llamo|mi nombre es"
    r"|se llama|llamad[oa]|de nombre) +([A-Za-zÁÉÍÓÚÑáéíóúñ][\w'’-]+)",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:husband|wife|son|daughter|brother|sister|mother|father|mom|dad|friend|boyfriend"
    r"|girlfriend|partner|boss|counselor|cousin|uncle|aunt|esposo|esposa|hijo|hija|hermano"
    r"|hermana|madre|padre|amigo|amiga|novio|novia|consejera|consejero|primo|prima)"
    r",? +([A-Za-zÁÉÍÓÚÑáéíóúñ][\w'’-]+)",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|doctor|judge|officer|pastor|father|sra?|srta|doctora|juez|dra)\.? +"
    r"([A-ZÁÉÍÓÚÑ][\w'’-]+)",
    re.IGNORECASE,
)
_NOT_CALLED_WORDS = """
a an the my your our not just so going is it for about what how why el la un una mi esto
detox rehab residential iop outpatient home that this
"""
_NOT_CALLED = frozenset(_NOT_CALLED_WORDS.split())
# Possessive: a visitor's run of empty lines must not be gone through in every way it can be cut.
_SENTENCE_START = re.compile(r"(?:\A|[.!?…:\n\r“\"(¿¡•-])[\"”’')\]]*+\s*+[¿¡\"“(]*+\s*+\Z")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a text, from `start` to before `end`, and what it looks like."""

    start: int
    end: int
    kind: str
    text: str


def marks_in(text: str, allowed: Iterable[str] = ()) -> tuple[Mark, ...]:
    """Everything that looks like it identifies somebody, in order, none inside another.

    `allowed` are names that are the house's own and may stand: the program and its places.
    """
    masked = text
    for name in sorted(allowed, key=len, reverse=True):
        if name.strip():
            masked = re.sub(re.escape(name), lambda found: "·" * len(found[0]), masked, flags=re.I)
    found = [
        Mark(match.start(), match.end(), kind, text[match.start() : match.end()])
        for kind, finder in _FINDERS
        for match in finder.finditer(masked)
    ]
    found += _names_in(masked)
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def kinds_in(text: str, allowed: Iterable[str] = ()) -> tuple[str, ...]:
    """The kinds of marks in a text, each once, in the order of the text."""
    return tuple(dict.fromkeys(mark.kind for mark in marks_in(text, allowed)))


def _names_in(text: str) -> list[Mark]:
    found = [
        Mark(match.start(1), match.end(1), "name", match[1])
        for finder in (_CALLED, _TITLED)
        for match in finder.finditer(text)
        if match[1].lower() not in _NOT_CALLED and not _is_known(match[1])
    ]
    found += [
        Mark(match.start(1), match.end(1), "name", match[1])
        for match in _NEAR.finditer(text)
        if match[1].lower() in FIRST_NAMES
    ]
    for match in _WORD.finditer(text):
        word = match[0]
        if not word[0].isupper() or _is_known(word):
            continue
        starts = bool(_SENTENCE_START.search(text[: match.start()]))
        bare = re.sub(r"['’]s$", "", word)
        if bare.lower() in FIRST_NAMES or not (starts or (bare.isupper() and len(bare) > 1)):
            found.append(Mark(match.start(), match.end(), "name", word))
    return found


def _is_known(word: str) -> bool:
    bare = re.sub(r"['’](?:s|m|ve|ll|d|re)$", "", word).lower()
    return bare in KNOWN_WORDS
