"""Whose result a message brings: by our order number and two identifiers that agree, or nobody's.

A laboratory's result is filed without a person only when the order is ours and waits for one,
at least two of record number, name and birth date are given, and nothing that is given differs.
Everything else waits for a person. Source: two identifiers for every specimen (the handbook's
testing chapter; Joint Commission NPSG.01.01.01).
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from homeward.drugtests.rules.hl7.oru import Identity
from homeward.kernel.reasons import Decision, Evidence, Reason, State

RULE_SET, VERSION = "result_matching", "1"
FILED, QUARANTINED = "filed", "quarantined"
NEEDED = 2
LONGEST_WAY_DAYS = 1  # a collection after midnight may bear the next day's date
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOnFile:
    """The order that bears the message's number, and whose specimen it was."""

    number: str
    record_number: str
    name: str
    birth_date: date | None
    collected_on: date | None
    is_open: bool


def match(
    number: str, identity: Identity, collected_on: date | None, found: OrderOnFile | None
) -> Decision:
    """`filed` or `quarantined`, with each line it rests on; nothing of the identity is repeated."""
    if found is None:
        missing = Reason("order_known", State.NOT_MET, (Evidence("order", "", number[:40]),))
        return Decision(QUARANTINED, RULE_SET, VERSION, (missing,))
    agreeing = {
        "record_number_agrees": _record_number(identity, found),
        "name_agrees": _name(identity, found),
        "birth_date_agrees": _birth_date(identity, found),
    }
    lines = [
        Reason("order_known", State.MET),
        Reason("order_open", State.MET if found.is_open else State.NOT_MET),
        *(Reason(code, state) for code, state in agreeing.items()),
        Reason("collection_day_agrees", _collected(collected_on, found)),
    ]
    enough = sum(state is State.MET for state in agreeing.values()) >= NEEDED
    lines.append(Reason("two_identifiers", State.MET if enough else State.NOT_MET))
    fits = all(line.state is not State.NOT_MET for line in lines)
    return Decision(FILED if fits else QUARANTINED, RULE_SET, VERSION, tuple(lines))


def words_of(name: str) -> tuple[str, ...]:
    """A name's words without accents, case and signs, in their order.

    >>> words_of("Renée O'Neil-Park")
    ('renee', 'oneil', 'park')
    """
    plain = unicodedata.normalize("NFKD", name.replace("'", "").replace("’", ""))
    kept = "".join(each for each in plain if not unicodedata.combining(each))
    return tuple(WORD.findall(kept.casefold()))


def _record_number(identity: Identity, found: OrderOnFile) -> State:
    given = {each.strip().upper() for each in identity.record_numbers}
    if not given or not found.record_number:
        return State.UNKNOWN
    return State.MET if found.record_number.upper() in given else State.NOT_MET


def _name(identity: Identity, found: OrderOnFile) -> State:
    given = (*words_of(identity.given), *words_of(identity.family))
    if not words_of(identity.given) or not words_of(identity.family):
        return State.UNKNOWN if not given else State.NOT_MET
    return State.MET if given == words_of(found.name) else State.NOT_MET


def _birth_date(identity: Identity, found: OrderOnFile) -> State:
    if identity.birth_date is None or found.birth_date is None:
        return State.UNKNOWN
    return State.MET if identity.birth_date == found.birth_date else State.NOT_MET


def _collected(on: date | None, found: OrderOnFile) -> State:
    if on is None or found.collected_on is None:
        return State.UNKNOWN
    apart = abs((on - found.collected_on).days)
    return State.MET if apart <= LONGEST_WAY_DAYS else State.NOT_MET
