"""The visitors' book names no client, and asks nobody's record to know that.

What may be written is decided by its form alone, never by comparing it with the people treated
here: otherwise the answer would tell whether a name is a client's. Why somebody comes is chosen
from a list. Where they come from is a single word, or says what kind of place it is; a person's
full name does neither, whoever bears it. A visitor's own name may happen to be a client's name.
"""

import re

PURPOSES = (
    "partner_agency", "maintenance", "delivery", "inspection", "training", "job_applicant",
    "family_program", "support_person", "other",
)  # fmt: skip
_CHART = re.compile(r"\b[A-Z]{1,4}-?\d{3,}\b", re.IGNORECASE)
_DATE = re.compile(r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# Words of places people come from: firms, offices, schools, trades; English and Spanish.
_PLACE_WORDS = """
academy agency alarm appliance associates association authority bakery bank board builders
building bureau cab carpentry carpet catering center centre church city clinic co coalition
college commission committee community company construction consulting contractor contractors
cooperative corp corporation council county couriers court delivery department dept design
district electric electrical electrician elevator elevators engineering fire foods foundation
freight furniture government groceries group hardware health heating hospital hotel hvac inc
institute insurance investigations kitchen lab laboratories laboratory landscaping laundry law
library linen llc llp locksmith logistics ltd maintenance medical ministry movers museum network
networks newspaper office organization painting parcel pharmacy plumbing police press printing
probation program radio recovery recycling repair repairs restaurant roofing sanitation school
security service services shelter shop software solutions state store studio supplies supply
support systems taxi team tech technical technologies telecom telephone towing training transit
transport transportation union university utilities vending warehouse waste water works
agencia banco centro ciudad clínica colegio compañía condado corte departamento empresa escuela
estado farmacia iglesia oficina policía servicio servicios taller tienda universidad
"""
_PLACES = frozenset(_PLACE_WORDS.split())
# Words that tie a visitor to somebody treated here.
_TIE_WORDS = """
client clients patient patients resident participant his her hers their son daughter husband wife
brother sister mother father mom dad parent friend cousin uncle aunt
cliente paciente su hijo hija esposo esposa hermano hermana madre padre amigo amiga
"""
_TIES = frozenset(_TIE_WORDS.split())


def is_place(text: str) -> bool:
    """Whether the words may stand as the place a visitor comes from; nothing at all may."""
    if _CHART.search(text) or _DATE.search(text):
        return False
    words = _parts(text)
    if _TIES & {re.sub("['’]s$", "", word) for word in words}:
        return False
    return len(words) < 2 or bool(_PLACES & set(words))


def same_person(one: str, other: str) -> bool:
    """Whether two written names are likely one person: the same first and last word."""
    first, second = _parts(one), _parts(other)
    return bool(first) and bool(second) and (first[0], first[-1]) == (second[0], second[-1])


def _parts(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]
