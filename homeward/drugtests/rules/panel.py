"""What one person is tested for: their own substances and what is around them, nothing more.

Source: individual documented need, no blanket orders (Medicare contractor policy on drug
testing); fentanyl is found in the supply of stimulants and opioids.
"""

from collections.abc import Iterable

from homeward.drugtests.rules.analytes import MEMBERS

ANALYTES_FOR = {
    "alcohol": ("etg",),
    "methamphetamine": ("amphetamines", "fentanyl"),
    "other_amphetamines": ("amphetamines", "fentanyl"),
    "cocaine": ("cocaine", "fentanyl"),
    "heroin": ("opiates", "fentanyl"),
    "other_opioid": ("fentanyl", "opiates"),
    "opioids": ("fentanyl", "opiates"),
    "fentanyl": ("fentanyl", "opiates"),
    "marijuana": ("thc",),
    "cannabis": ("thc",),
    "benzodiazepine": ("benzodiazepines",),
    "benzodiazepines": ("benzodiazepines",),
}
KNOWN_ANALYTES = (
    "etg", "alcohol", "amphetamines", "methamphetamine", "cocaine", "opiates", "oxycodone", "6_mam",
    "fentanyl", "buprenorphine", "methadone", "benzodiazepines", "thc", "pcp", "xylazine",
)  # fmt: skip
# What a laboratory's code may stand for: what is ordered, and what it names of a class.
CODED_ANALYTES = frozenset(KNOWN_ANALYTES).union(*MEMBERS.values())
MOST_ANALYTES = 12


def panel_for(substances: Iterable[str], prescribed: Iterable[str] = ()) -> tuple[str, ...]:
    """The analytes for a person's substances and of what is prescribed to them.

    Nobody is tested for everything because nothing is known: with no known substance the panel is
    what is prescribed, perhaps nothing, and a clinician sets it.

    >>> panel_for(["heroin", "cocaine"], ["buprenorphine"])
    ('opiates', 'fentanyl', 'cocaine', 'buprenorphine')
    """
    wanted = [analyte for code in substances for analyte in ANALYTES_FOR.get(code, ())]
    also = [analyte for analyte in sorted(prescribed) if analyte in KNOWN_ANALYTES]
    return tuple(dict.fromkeys((*wanted, *also)))
