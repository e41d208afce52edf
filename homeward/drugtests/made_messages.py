"""Made-up laboratory messages: whole ones, ones about somebody almost the same, and damaged ones.

For benches and tests. Nobody in them exists; every run with a seed repeats.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from homeward.drugtests.rules.hl7.matching import OrderOnFile
from homeward.drugtests.rules.hl7.oru import Identity

GIVEN = ("Jordan", "Maya", "Luis", "Renée", "Ana", "Anna", "John", "Jon", "Mary-Ann", "Seán")
FAMILY = ("Arroyo", "O'Neil", "Smith", "Smyth", "Park", "Parks", "De la Cruz", "Núñez", "Lee")
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Line:
    """One OBX as a laboratory writes it."""

    code: str
    value: str
    kind: str = "ST"
    unit: str = ""
    cutoffs: str = ""
    flag: str = ""
    status: str = "F"
    method: str = ""


def oru(
    *, number: str, lines: tuple[Line, ...], control_id: str = "1", sender: str = "NORTHLAB",
    record: str = "HW-00001", family: str = "Arroyo", given: str = "Jo", born: str = "19910314",
    collected: str = "20261124120000", reported: str = "20261124180000", version: str = "2.5.1",
    kind: str = "ORU^R01", processing: str = "P",
) -> bytes:  # fmt: skip
    """One result message in bytes."""
    segments = [
        f"MSH|^~\\&|LIS|{sender}|HOMEWARD|SITE|20261124180000||{kind}|{control_id}|{processing}|"
        f"{version}",
        f"PID|1||{record}^^^HOMEWARD^MR||{family}^{given}||{born}|U",
        f"ORC|RE|{number}",
        f"OBR|1|{number}|F1|PANEL^Urine drug panel^L|||{collected}|||||||||||||||{reported}|||F",
    ]
    segments += [
        f"OBX|{place}|{line.kind}|{line.code}^{line.code}^L||{line.value}|{line.unit}|"
        f"{line.cutoffs}|{line.flag}|||{line.status}||||||{line.method}"
        for place, line in enumerate(lines, start=1)
    ]
    return ("\r".join(segments) + "\r").encode()


def somebody(chance: random.Random) -> OrderOnFile:
    """An order that waits, of a made-up person."""
    number = "HW" + "".join(chance.choice(LETTERS) for _ in range(8))
    return OrderOnFile(
        number=number,
        record_number=f"HW-{chance.randrange(100000):05}",
        name=f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
        birth_date=date(1950, 1, 1) + timedelta(days=chance.randrange(20000)),
        collected_on=date(2026, 11, 24),
        is_open=True,
    )


def identity_of(order: OrderOnFile) -> Identity:
    """What a laboratory would write that has everything right."""
    given, _, family = order.name.partition(" ")
    return Identity(
        record_numbers=(order.record_number,), given=given, family=family,
        birth_date=order.birth_date,
    )  # fmt: skip


def near_misses(
    count: int, seed: int
) -> Iterator[tuple[str, str, Identity, date | None, OrderOnFile | None]]:
    """So many messages that are almost right: what is wrong, the number given, and the order found.

    The order found is the one that a careless reader would file it under.
    """
    chance = random.Random(seed)  # noqa: S311  (repeatable)
    for _ in range(count):
        order = somebody(chance)
        right = identity_of(order)
        what = chance.choice(sorted(_WRONG))
        wrong = _WRONG[what](right, order, chance)
        if what == "another_number":
            yield what, _swapped(order.number, chance), right, order.collected_on, None
        elif what == "another_day":
            days = chance.choice([-30, -7, -2, 2, 7, 30])
            on = (order.collected_on or date.min) + timedelta(days=days)
            yield what, order.number, right, on, order
        elif what == "closed_order":
            yield what, order.number, right, order.collected_on, replace(order, is_open=False)
        else:
            yield what, order.number, wrong, order.collected_on, order


def _swapped(text: str, chance: random.Random) -> str:
    """Two neighbours exchanged, or one character another."""
    place = chance.randrange(len(text) - 1)
    if text[place] != text[place + 1] and chance.random() < 0.5:
        return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    other = chance.choice([each for each in "0123456789ABCDEF" if each != text[place]])
    return text[:place] + other + text[place + 1 :]


def _twin(right: Identity, order: OrderOnFile, chance: random.Random) -> Identity:
    other = chance.choice([each for each in GIVEN if each != right.given])
    return replace(right, given=other, record_numbers=())


def _relative(right: Identity, order: OrderOnFile, chance: random.Random) -> Identity:
    assert right.birth_date is not None
    years = chance.choice([-30, -25, 25, 30])
    born = right.birth_date + timedelta(days=round(365.25 * years))
    return replace(right, birth_date=born, record_numbers=())


def _other_name(right: Identity, order: OrderOnFile, chance: random.Random) -> Identity:
    return replace(right, family=right.family + chance.choice(["s", "e", " Lee", "-Park"]))


def _turned(right: Identity, order: OrderOnFile, chance: random.Random) -> Identity:
    return replace(right, given=right.family, family=right.given)


def _born(right: Identity, order: OrderOnFile, chance: random.Random) -> Identity:
    assert right.birth_date is not None
    days = chance.choice([-365, -31, -10, -1, 1, 10, 31, 365])
    return replace(right, birth_date=right.birth_date + timedelta(days=days))


def _record(right: Identity, order: OrderOnFile, chance: random.Random) -> Identity:
    digits = _swapped(order.record_number[3:], chance)
    return replace(right, record_numbers=(f"HW-{digits}",))


def _only_one(right: Identity, order: OrderOnFile, chance: random.Random) -> Identity:
    kept = chance.choice(["record", "name", "birth"])
    return Identity(
        record_numbers=right.record_numbers if kept == "record" else (),
        given=right.given if kept == "name" else "",
        family=right.family if kept == "name" else "",
        birth_date=right.birth_date if kept == "birth" else None,
    )


def _same(right: Identity, order: OrderOnFile, chance: random.Random) -> Identity:
    return right


_WRONG = {
    "twin": _twin,
    "relative": _relative,
    "family_name": _other_name,
    "names_turned": _turned,
    "birth_date": _born,
    "record_number": _record,
    "one_identifier": _only_one,
    "another_number": _same,
    "another_day": _same,
    "closed_order": _same,
}


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """A message with something broken: bytes changed, cut, doubled, or parts moved about."""
    data = bytearray(whole)
    for _ in range(chance.choice([1, 1, 2, 3, 8])):
        place = chance.randrange(len(data) + 1) if data else 0
        turn = chance.randrange(8)
        if turn == 0 and data:
            data[place % len(data)] = chance.randrange(256)
        elif turn == 1:
            del data[place : place + chance.choice([1, 5, 50])]
        elif turn == 2:
            data[place:place] = bytes(
                [chance.choice(b"|^~\\&\r\n\x0b\x1c\x00\xff")]
            ) * chance.choice([1, 1, 2, 300])
        elif turn == 3:
            data[place:place] = data[max(0, place - 80) : place]
        elif turn == 4:
            lines = bytes(data).split(b"\r")
            chance.shuffle(lines)
            data = bytearray(b"\r".join(lines))
        elif turn == 5:
            data[place:place] = chance.choice([b"\\X0D\\", b"\\E\\", b"\\", b"\\Zxx\\", b"^^^^^^"])
        elif turn == 6:
            data = bytearray(data[:place])
        else:
            data[place:place] = str(chance.choice([-1, 10**18, 0, 1e9])).encode()
    return bytes(data)
