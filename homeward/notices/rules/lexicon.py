"""Words that must never stand in anything a stranger may glimpse: sender, subject, body, link.

Words are compared without case and accents and by their beginning, so that "recovering" and
"recuperación" are found. The organization's own names are handed in; each of their words counts,
except such as say nothing alone.
"""

import re
import unicodedata
from collections.abc import Iterable

FORBIDDEN = frozenset(
    {
        # English
        "abstin", "addict", "admission", "alcohol", "assessment", "attendance", "bupren",
        "clinic", "confidential", "counsel", "court", "craving", "detox", "diagnos", "discharge",
        "disorder", "doctor", "dose", "drink", "drug", "group", "health", "homeward", "hospital",
        "intensive", "iop", "medic", "mental", "methad", "naloxone", "nurse", "opioid",
        "outpatient", "overdose", "patient", "probation", "program", "recover", "rehab", "relaps",
        "residential", "sober", "sobriety", "substance", "suicid", "test", "therap", "treat",
        "urine", "withdraw",
        # Spanish
        "abstinencia", "adicc", "admision", "analisis", "clinica", "confidencial", "consej",
        "consumo", "corte", "desintoxic", "diagnost", "droga", "enferm", "evaluacion", "grupo",
        "juzgado", "medico", "orina", "paciente", "prueba", "psico", "psiqui",
        "recaida", "recuper", "rehabil", "salud", "sobri", "sobredosis", "sustancia", "terap",
        "tratam",
    }
)  # fmt: skip
SAYS_NOTHING = frozenset(
    {
        "and", "appointments", "at", "avenue", "city", "de", "del", "el", "east", "for", "house",
        "la", "los", "main", "north", "of", "office", "our", "road", "site", "south", "street",
        "the", "to", "updates", "west", "y", "you", "your",
    }
)  # fmt: skip
SHORTEST = 3
WORD = re.compile(r"[^\W\d_]+")


def hits(text: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """The forbidden words found, in order; empty when the text is neutral.

    `names` are those of the organization, its sites and programs.
    """
    own = {
        word
        for name in names
        for word in WORD.findall(_plain(name))
        if len(word) >= SHORTEST and word not in SAYS_NOTHING
    }
    found = [
        word
        for word in WORD.findall(_plain(text))
        if word in own or any(word.startswith(start) for start in FORBIDDEN)
    ]
    whole = _plain(text).replace(" ", "")
    found += [name for name in map(_plain, names) if name and name.replace(" ", "") in whole]
    return tuple(dict.fromkeys(found))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
