"""Levels of care as data that carry their edition.

The names, numbers and hour bands are facts of the field (ASAM Criteria, 3rd edition 2013 and
4th edition 2023); a client keeps the edition that was in force at assessment.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One level of care in one edition; hours are clinical hours a week, None where not set."""

    edition: str
    code: str
    name: str
    rank: int
    hours_from: int | None = None
    hours_below: int | None = None
    is_residential: bool = False


THIRD = "3"
FOURTH = "4"

LEVELS: tuple[Level, ...] = (
    Level(THIRD, "0.5", "early_intervention", 5),
    Level(THIRD, "1", "outpatient", 10, 0, 9),
    Level(THIRD, "2.1", "intensive_outpatient", 21, 9, 20),
    Level(THIRD, "2.5", "partial_hospitalization", 25, 20, None),
    Level(THIRD, "3.1", "low_intensity_residential", 31, 5, None, is_residential=True),
    Level(THIRD, "3.3", "population_specific_residential", 33, is_residential=True),
    Level(THIRD, "3.5", "high_intensity_residential", 35, is_residential=True),
    Level(THIRD, "3.7", "medically_monitored_inpatient", 37, is_residential=True),
    Level(THIRD, "4", "medically_managed_inpatient", 40, is_residential=True),
    Level(FOURTH, "1.0", "long_term_remission_monitoring", 10),
    Level(FOURTH, "1.5", "outpatient_therapy", 15, 0, 9),
    Level(FOURTH, "1.7", "medically_managed_outpatient", 17),
    Level(FOURTH, "2.1", "intensive_outpatient", 21, 9, 20),
    Level(FOURTH, "2.5", "high_intensity_outpatient", 25, 20, None),
    Level(FOURTH, "2.7", "medically_managed_intensive_outpatient", 27, 20, None),
    Level(FOURTH, "3.1", "low_intensity_residential", 31, 9, 20, is_residential=True),
    Level(FOURTH, "3.5", "high_intensity_residential", 35, 20, None, is_residential=True),
    Level(FOURTH, "3.7", "medically_managed_residential", 37, is_residential=True),
    Level(FOURTH, "4", "medically_managed_inpatient", 40, is_residential=True),
)

WITHDRAWAL_LEVELS = ("1-WM", "2-WM", "3.2-WM", "3.7-WM", "4-WM")


def level(edition: str, code: str) -> Level:
    """The level of that code in that edition; raises KeyError when the edition has none."""
    for item in LEVELS:
        if item.edition == edition and item.code == code:
            return item
    raise KeyError(f"edition {edition} has no level {code}")
