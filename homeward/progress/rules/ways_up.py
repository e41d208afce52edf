"""Where a review may send somebody for more care than this program has, and as what it is kept.

Heavier levels of the edition in force; withdrawal management, an axis of its own in the third
edition and folded into the x.7 levels and 4 in the fourth; a medication program, which goes beside
any level. Source: the levels of the two editions (facts of the field).
"""

from operator import attrgetter

from homeward.kernel.levels import LEVELS, THIRD, WITHDRAWAL_LEVELS

MEDICATION = "OTP"
# Care here goes on, and this comes to it.
BESIDE = frozenset({MEDICATION, "1-WM", "2-WM"})
# Levels of the fourth edition that take withdrawal management in.
MANAGES_WITHDRAWAL = frozenset({"2.7", "3.7", "4"})

DETOX, MEDICATION_PROGRAM, RESIDENTIAL = "detox", "medication_program", "residential"
KIND_OF = {
    "early_intervention": "outpatient",
    "outpatient": "outpatient",
    "outpatient_therapy": "outpatient",
    "long_term_remission_monitoring": "outpatient",
    "medically_managed_outpatient": "outpatient",
    "intensive_outpatient": "intensive_outpatient",
    "partial_hospitalization": "partial_hospital",
    "high_intensity_outpatient": "partial_hospital",
    "medically_managed_intensive_outpatient": "partial_hospital",
    "medically_managed_inpatient": "hospital",
}


def ways_up(edition: str, code: str) -> tuple[str, ...]:
    """What is offered above a level, the lightest first; every level where the code is unknown.

    >>> ways_up("4", "2.1")
    ('2.5', '2.7', '3.1', '3.5', '3.7', '4', 'OTP')
    """
    known = sorted((each for each in LEVELS if each.edition == edition), key=attrgetter("rank"))
    here = next((each.rank for each in known if each.code == code), 0)
    heavier = tuple(each.code for each in known if each.rank > here)
    return (*heavier, *(WITHDRAWAL_LEVELS if edition == THIRD else ()), MEDICATION)


def recommended_for(here: str, to_level: str) -> str:
    """The level the team recommends with a way up; beside a level, that level is named, too.

    >>> recommended_for("2.1", "OTP")
    '2.1 + OTP'
    """
    return f"{here} + {to_level}" if to_level in BESIDE and here else to_level


def kind_of(edition: str, code: str) -> str:
    """The kind of transfer to a way up: every level with a house is residential, 4 is a hospital.

    Raises KeyError for a code the edition has not.
    """
    if code == MEDICATION:
        return MEDICATION_PROGRAM
    if edition == THIRD and code in WITHDRAWAL_LEVELS:
        return DETOX
    found = next((each for each in LEVELS if (each.edition, each.code) == (edition, code)), None)
    if found is None:
        raise KeyError(f"edition {edition} has no level {code}")
    return KIND_OF.get(found.name, RESIDENTIAL)
