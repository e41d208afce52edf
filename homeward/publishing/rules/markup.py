"""The small markup of public pages: headings, paragraphs, lists, strong words, links, inserts.

No part of a text ever becomes HTML by itself: a text is read into plain blocks, and a template
prints them. Links lead within this site or to a phone; anything else stays words.

    ## A heading            ### A smaller heading
    - an item               1. a numbered item
    **strong words**        [words](/ask/)
    [[sample day]]          a part that the house's own records fill
"""

import re
from dataclasses import dataclass

INSERTS = ("ladder", "stages", "times", "sample day", "rules", "payers", "phone", "ask", "check")
_LINE_MARK = re.compile(r"(?P<head>#{2,3}) +|(?P<bullet>[-*]) +|(?P<number>\d{1,2})[.)] +")
_INSERT = re.compile(r"\[\[([^\]\n]*)\]\]")
_SPAN = re.compile(r"\*\*(?P<strong>[^*\n]+)\*\*|\[(?P<words>[^\]\n]+)\]\((?P<to>[^)\s]+)\)")
_PLACE = re.compile(r"(/(?!/)[\w\-/#.]*|#[\w-]+|tel:\+?[\d-]{3,16}|sms:\d{3,16})\Z")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words in a line."""

    text: str
    is_strong: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block: `kind` is h2, h3, p, ul, ol or insert; `lines` its lines as spans."""

    kind: str
    lines: tuple[tuple[Span, ...], ...] = ()
    insert: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "\n".join("".join(span.text for span in line) for line in self.lines)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Read a text; whatever is not markup stays words, so that nothing typed is lost."""
    made: list[tuple[str, list[str]]] = []
    is_open = False
    for raw in text.replace("\r\n", "\n").split("\n"):
        line = raw.strip()
        if not line:
            is_open = False
            continue
        kind, words = _kind_of(line)
        joins = is_open and made and made[-1][0] == kind and kind in ("p", "ul", "ol")
        if joins and kind == "p":
            made[-1][1][-1] += f" {words}"
        elif joins:
            made[-1][1].append(words)
        elif is_open and kind == "p" and raw[:1].isspace() and made[-1][0] in ("ul", "ol"):
            made[-1][1][-1] += f" {words}"  # an indented line goes on with the item above
        else:
            made.append((kind, [words]))
        is_open = kind not in ("h2", "h3", "insert")
    return tuple(_block(kind, lines) for kind, lines in made)


def problems_in(text: str) -> tuple[tuple[str, str], ...]:
    """What a writer meant and the page cannot do, as (code, the words it is about)."""
    found = [
        ("insert_unknown", block.insert)
        for block in blocks_of(text)
        if block.kind == "insert" and block.insert not in INSERTS
    ]
    found += [
        ("link_outside", match["to"])
        for match in _SPAN.finditer(text)
        if match["to"] and not _PLACE.match(match["to"])
    ]
    if re.search(r"<\s*/?[a-zA-Z!]", text):
        found.append(("markup_is_shown", "<"))
    return tuple(found)


def plain_words(text: str) -> str:
    """The words alone, a block a paragraph, as the reading grade and the search see them."""
    lines = []
    for block in blocks_of(text):
        for line in block.lines:
            words = "".join(span.text for span in line).strip()
            if words:
                lines.append(words if words[-1] in ".?!:" else f"{words}.")
    return "\n".join(lines)


def _kind_of(line: str) -> tuple[str, str]:
    if insert := _INSERT.fullmatch(line):
        return "insert", insert[1]
    mark = _LINE_MARK.match(line)
    if mark is None:
        return "p", line
    kind = f"h{len(mark['head'])}" if mark["head"] else "ul" if mark["bullet"] else "ol"
    return kind, line[mark.end() :]


def _block(kind: str, lines: list[str]) -> Block:
    if kind == "insert":
        return Block(kind, insert=" ".join(lines[0].split()).lower())
    return Block(kind, tuple(_spans(line) for line in lines))


def _spans(line: str) -> tuple[Span, ...]:
    made, at = [], 0
    for match in _SPAN.finditer(line):
        if match["to"] and not _PLACE.match(match["to"]):
            continue
        if match.start() > at:
            made.append(Span(line[at : match.start()]))
        made.append(
            Span(match["strong"], is_strong=True)
            if match["strong"]
            else Span(match["words"], href=match["to"])
        )
        at = match.end()
    if at < len(line) or not made:
        made.append(Span(line[at:]))
    return tuple(made)
