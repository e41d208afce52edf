"""What a result message says: about whom, for which orders, which observations.

Source: HL7 version 2 chapter 7 (ORU^R01): PID, then for each order ORC and OBR, and under it OBX.
Only what a drug test needs is taken; other segments are passed over.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation

from homeward.drugtests.rules.hl7.places import Unreadable, Unsupported
from homeward.drugtests.rules.hl7.reader import REQUIRED, SEQUENCE, SYNTAX, VALUE, Message, Segment

STAMP = re.compile(
    r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})?(\d{2})?(?:\.\d{1,4})?)?([+-]\d{4})?", re.ASCII
)
VERSION = re.compile(r"2\.[3-8](\.\d)?", re.ASCII)
NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,6})?", re.ASCII)
STATUSES = frozenset("CDFINOPRSUWX")  # HL7 table 0085
ACKNOWLEDGEMENTS = frozenset({"", "AL", "NE", "ER", "SU"})  # HL7 table 0155
NO_VALUE = frozenset("DIOX")
NUMERIC = frozenset({"NM", "SN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom the laboratory thinks it is about; empty where it does not say."""

    record_numbers: tuple[str, ...] = ()
    family: str = ""
    given: str = ""
    birth_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One line of a result, in the laboratory's words."""

    segment: Segment
    code: str
    name: str
    value: str
    number: Decimal | None
    comparator: str
    unit: str
    cutoffs: str
    flag: str
    status: str
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """One order of the message with its observations."""

    segment: Segment
    number: str
    collected_on: date | None
    reported_at: datetime | None
    status: str
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One result message."""

    sender: str
    control_id: str
    identity: Identity
    orders: tuple[Ordered, ...]


def read_report(message: Message) -> Report:
    """The message as a report; raises Unsupported, or Unreadable naming the place."""
    header = message.header
    _supported(header)
    people = [each for each in message.segments if each.name == "PID"]
    if not people:
        raise Unreadable("no_person", message.segments[-1].place(), SEQUENCE)
    if len(people) > 1:
        raise Unreadable("more_than_one_person", people[1].place(), SEQUENCE)
    return Report(
        sender=header.text(4) or header.text(3),
        control_id=header.text(10),
        identity=_identity(people[0]),
        orders=_orders(message, people[0].number),
    )


def _supported(header: Segment) -> None:
    kind, event = header.text(9), header.text(9, 2)
    if not kind:
        raise Unreadable("kind_missing", header.place(9), REQUIRED)
    if kind != "ORU":
        raise Unsupported("kind_unsupported", header.place(9), 200)
    if event != "R01":
        raise Unsupported("event_unsupported", header.place(9), 201)
    if header.text(11) != "P":
        raise Unsupported("processing_unsupported", header.place(11), 202)
    if not VERSION.fullmatch(header.text(12)):
        raise Unsupported("version_unsupported", header.place(12), 203)
    for field in (15, 16):
        if header.text(field) not in ACKNOWLEDGEMENTS:
            raise Unreadable("acknowledgement_unknown", header.place(field), VALUE)
    if not header.text(10) or len(header.text(10)) > 199:
        raise Unreadable("control_id_missing", header.place(10), REQUIRED)


def _identity(person: Segment) -> Identity:
    numbers = [person.part(each, 1, 3) for each in person.repetitions(3)]
    return Identity(
        record_numbers=tuple(each for each in (*numbers, person.text(2)) if each),
        family=person.text(5, 1),
        given=person.text(5, 2),
        birth_date=_day(person, 7),
    )


def _orders(message: Message, after: int) -> tuple[Ordered, ...]:
    """Each OBR with the OBX under it; a placer's number may stand in the ORC before it."""
    groups: list[tuple[Segment, str, list[Segment]]] = []
    common = ""
    for segment in message.segments:
        if segment.name in ("ORC", "OBR", "OBX") and segment.number < after:
            raise Unreadable("order_before_person", segment.place(), SEQUENCE)
        if segment.name == "ORC":
            common = segment.text(2)
        elif segment.name == "OBR":
            groups.append((segment, segment.text(2) or common, []))
            common = ""
        elif segment.name == "OBX":
            if not groups:
                raise Unreadable("observation_before_order", segment.place(), SEQUENCE)
            groups[-1][2].append(segment)
    if not groups:
        raise Unreadable("no_order", message.segments[-1].place(), SEQUENCE)
    return tuple(_order(head, number, lines) for head, number, lines in groups)


def _order(head: Segment, number: str, lines: list[Segment]) -> Ordered:
    stamp = moment_of(head, 7)
    return Ordered(
        segment=head,
        number=number,
        collected_on=stamp.date() if stamp else None,
        reported_at=moment_of(head, 22),
        status=head.text(25),
        observations=tuple(map(_observation, lines)),
    )


def _observation(line: Segment) -> Observation:
    kind, status = line.text(2), line.text(11)
    if not line.text(3):
        raise Unreadable("code_missing", line.place(3), REQUIRED)
    if status not in STATUSES or len(status) != 1:
        raise Unreadable("status_unknown", line.place(11), VALUE)
    if not line.raw(5) and status not in NO_VALUE:
        raise Unreadable("value_missing", line.place(5), REQUIRED)
    comparator, number = "", None
    if kind in NUMERIC and line.raw(5):
        comparator = line.text(5, 1) if kind == "SN" else ""
        number = _number(line, line.text(5, 2 if kind == "SN" else 1))
    return Observation(
        segment=line,
        code=line.text(3, 1),
        name=line.text(3, 2),
        value=line.text(5, 2) or line.text(5, 1) if kind in ("CE", "CWE") else line.text(5, 1),
        number=number,
        comparator=comparator,
        unit=line.text(6),
        cutoffs=line.text(7),
        flag=line.text(8),
        status=status,
        method=line.text(17, 2) or line.text(17, 1),
    )


def _number(line: Segment, text: str) -> Decimal:
    if not NUMBER.fullmatch(text):
        raise Unreadable("not_a_number", line.place(5), SYNTAX)
    try:
        return Decimal(text)
    except InvalidOperation:
        raise Unreadable("not_a_number", line.place(5), SYNTAX) from None


def _day(segment: Segment, field: int) -> date | None:
    stamp = moment_of(segment, field)
    return stamp.date() if stamp else None


def moment_of(segment: Segment, field: int) -> datetime | None:
    """A time stamp as it stands; without an offset it has no zone. None where the field is empty.

    Raises Unreadable when there is no such day or hour.
    """
    text = segment.text(field)
    if not text:
        return None
    found = STAMP.fullmatch(text)
    if found is None:
        raise Unreadable("not_a_time", segment.place(field), SYNTAX)
    year, month, day, hour, minute, second, offset = found.groups()
    try:
        zone = None
        if offset:
            minutes = int(offset[1:3]) * 60 + int(offset[3:])
            zone = timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
        return datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
            tzinfo=zone,
        )  # fmt: skip
    except ValueError:
        raise Unreadable("not_a_time", segment.place(field), SYNTAX) from None
