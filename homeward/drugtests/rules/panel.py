"""What one person is tested for: their own substances and what is around them, nothing more.

Source: individual documented need, no blanket orders (Medicare contractor policy on drug
testing); fentanyl is found in the supply of stimulants and opioids.
"""

from collections.abc import Iterable

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
    "fentanyl", "buprenorphine", "methadone", "benzodiazepines", "thc", "pcp",
)  # fmt: skip
MOST_ANALYTES = 12
WHEN_UNKNOWN = ("etg", "amphetamines", "cocaine", "opiates", "fentanyl", "thc", "benzodiazepines")


def panel_for(substances: Iterable[str]) -> tuple[str, ...]:
    """The analytes for a person's substances; the usual ones while their substance is unknown.

    >>> panel_for(["heroin", "cocaine"])
    ('opiates', 'fentanyl', 'cocaine')
    """
    wanted = [analyte for code in substances for analyte in ANALYTES_FOR.get(code, ())]
    return tuple(dict.fromkeys(wanted)) or WHEN_UNKNOWN
