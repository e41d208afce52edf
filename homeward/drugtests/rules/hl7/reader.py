"""Reading one message into segments and fields: strict, bounded, and with positions.

Source: HL7 version 2 chapter 2 (encoding rules): segments end with a carriage return, the
separators are the message's own, and text is escaped between two escape characters. Line feeds
are taken as ends of segments too, since files often carry them.
"""

import re
from collections import Counter
from dataclasses import dataclass

from homeward.drugtests.rules.hl7.places import Place, Unreadable

MOST_BYTES = 1 << 20
MOST_SEGMENTS = 2000
MOST_FIELDS = 200
NAME = re.compile(r"[A-Z][A-Z0-9]{2}", re.ASCII)
ENDS = re.compile(r"\r\n|\r|\n")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
ESCAPE = re.compile(r"X(?:[0-9A-Fa-f]{2}){1,16}|\.[a-z]{2}[+-]?\d{0,3}|[HN]|[CM][0-9A-Fa-f]{2,12}")
CHARACTER_SETS = {"": "utf-8", "ASCII": "ascii", "UNICODE UTF-8": "utf-8", "8859/1": "latin-1"}
REQUIRED, SEQUENCE, SYNTAX, VALUE = 101, 100, 102, 103


@dataclass(frozen=True, slots=True)
class Marks:
    """The separators of one message."""

    field: str
    component: str
    repetition: str
    escape: str
    subcomponent: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment; `fields[0]` is its name, and fields count as the standard counts them.

    `number` counts all segments of the message, `occurrence` those of its name, both from 1.
    """

    number: int
    occurrence: int
    offset: int
    fields: tuple[str, ...]
    marks: Marks

    @property
    def name(self) -> str:
        return self.fields[0]

    def raw(self, field: int) -> str:
        """A field as it stands; empty when the segment ends before it."""
        return self.fields[field] if field < len(self.fields) else ""

    def repetitions(self, field: int) -> tuple[str, ...]:
        """Each repetition of a field as it stands."""
        return tuple(self.raw(field).split(self.marks.repetition))

    def part(self, repetition: str, component: int, field: int) -> str:
        """A component of a repetition, its first subcomponent, in plain text."""
        parts = repetition.split(self.marks.component)
        text = parts[component - 1] if component <= len(parts) else ""
        return self._plain(text.split(self.marks.subcomponent)[0], field).strip()

    def text(self, field: int, component: int = 1) -> str:
        """A component of the field's first repetition, in plain text."""
        return self.part(self.repetitions(field)[0], component, field)

    def place(self, field: int = 0) -> Place:
        """Where a field of this segment begins in the message."""
        if not field:
            before = 0
        elif self.name == "MSH":  # its first field is the separator itself
            before = 3 if field == 1 else 4 + _length(self.fields[2:field])
        else:
            before = _length(self.fields[:field])
        return Place(self.number, self.name, field, self.offset + before, self.occurrence)

    def _plain(self, text: str, field: int) -> str:
        """Text without its escapes; raises Unreadable for an escape that is none."""
        mark = self.marks.escape
        if mark not in text:
            return text
        pieces = text.split(mark)
        if len(pieces) % 2 == 0:
            raise Unreadable("escape_not_closed", self.place(field), SYNTAX)
        named = {
            "F": self.marks.field, "S": self.marks.component, "T": self.marks.subcomponent,
            "R": self.marks.repetition, "E": mark,
        }  # fmt: skip
        plain = [pieces[0]]
        for number in range(1, len(pieces), 2):
            plain += [self._escaped(pieces[number], named, field), pieces[number + 1]]
        return "".join(plain)

    def _escaped(self, code: str, named: dict[str, str], field: int) -> str:
        if code in named:
            return named[code]
        if not ESCAPE.fullmatch(code):
            raise Unreadable("escape_unknown", self.place(field), SYNTAX)
        if code.startswith("X"):
            return bytes.fromhex(code[1:]).decode("latin-1")
        return " " if code.startswith(".") else ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message; the first segment is its header."""

    segments: tuple[Segment, ...]

    @property
    def header(self) -> Segment:
        return self.segments[0]


def _length(fields: tuple[str, ...]) -> int:
    """How far fields reach, each with the separator after it."""
    return sum(len(each) + 1 for each in fields)


def read_message(raw: bytes) -> Message:
    """One message from its bytes; raises Unreadable naming the place of the first fault."""
    text = _decoded(raw)
    marks = marks_of(text)
    segments: list[Segment] = []
    seen: Counter[str] = Counter()
    for number, (offset, line) in enumerate(_lines(text), start=1):
        if number > MOST_SEGMENTS:
            raise Unreadable("too_many_segments", Place(number, "", 0, offset), SYNTAX)
        name = line.split(marks.field, 1)[0]
        seen[name] += 1
        segments.append(_segment(line, Place(number, name, 0, offset, seen[name]), marks))
    return Message(tuple(segments))


def _decoded(raw: bytes) -> str:
    if len(raw) > MOST_BYTES:
        raise Unreadable("message_too_long", Place(0, "", 0, MOST_BYTES), SYNTAX)
    try:
        text = raw.decode(_character_set(raw))
    except UnicodeDecodeError as fault:
        place = Place(raw.count(b"\r", 0, fault.start) + 1, "", 0, fault.start)
        raise Unreadable("bytes_not_text", place, SYNTAX) from None
    if not text.startswith("MSH"):
        raise Unreadable("no_header", Place(1, "", 0, 0), SEQUENCE)
    if found := CONTROL.search(text.replace("\r", "\n")):
        before = text[: found.start()]
        place = Place(len(ENDS.findall(before)) + 1, "", 0, found.start())
        raise Unreadable("control_character", place, SYNTAX)
    return text


def _character_set(raw: bytes) -> str:
    """By the header's own word (MSH-18); UTF-8 where it says nothing."""
    header = re.split(rb"[\r\n]", raw, maxsplit=1)[0]
    named = header.split(header[3:4])[17:18] if len(header) > 3 else []
    word = named[0].decode("ascii", "replace").strip() if named else ""
    if word not in CHARACTER_SETS:
        raise Unreadable("character_set_unknown", Place(1, "MSH", 18, 0, 1), VALUE)
    return CHARACTER_SETS[word]


def marks_of(text: str) -> Marks:
    """The separators that the header declares; raises Unreadable when they are none."""
    found = text[3:8]
    # A message may leave out the subcomponent's; then nothing is ever split at it.
    if len(found) == 5 and found[4] == found[0]:
        found = found[:4] + "\x00"
    rest = text[7:9] if found.endswith("\x00") else text[8:9]
    is_closed = rest[:1] in ("", found[:1], "\r", "\n")
    is_fit = len(set(found)) == 5 and not any(each.isalnum() or each.isspace() for each in found)
    if not (is_closed and is_fit):
        raise Unreadable("separators", Place(1, "MSH", 2, 4, 1), SYNTAX)
    return Marks(found[0], found[1], found[2], found[3], found[4])


def _lines(text: str) -> list[tuple[int, str]]:
    """Each line with its offset; empty lines at the end or between are passed over."""
    lines, start = [], 0
    for end in ENDS.finditer(text):
        lines.append((start, text[start : end.start()]))
        start = end.end()
    lines.append((start, text[start:]))
    return [(offset, line) for offset, line in lines if line.strip()]


def _segment(line: str, at: Place, marks: Marks) -> Segment:
    fields = line.split(marks.field)
    if not NAME.fullmatch(fields[0]):
        raise Unreadable("segment_name", Place(at.segment, "", 0, at.offset), SYNTAX)
    if len(fields) > MOST_FIELDS:
        raise Unreadable("too_many_fields", at, SYNTAX)
    if fields[0] == "MSH":
        if at.segment > 1:
            raise Unreadable("second_header", at, SEQUENCE)
        fields = ["MSH", marks.field, *fields[1:]]
    return Segment(at.segment, at.occurrence, at.offset, tuple(fields), marks)
